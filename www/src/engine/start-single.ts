/** Starts the worker of the single file: its script and all that it loads stand inside the page. */
import InsideWorker from './worker.ts?worker&inline';
import { packedParts } from '../single/parts';

export function startWorker(): Worker {
  const worker = new InsideWorker();
  worker.postMessage({ parts: packedParts() });
  return worker;
}
