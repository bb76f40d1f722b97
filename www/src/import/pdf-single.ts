/** The single file leaves the reader of PDF out: it would be a third of the whole. */
import { Skip } from './formats';

export function textOfPdf(): Promise<string> {
  return Promise.reject(new Skip('pdf-outside'));
}
