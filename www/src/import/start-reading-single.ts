/** Starts the worker for many texts in the single file: its script stands inside the page. */
import { packedParts } from '../single/parts';
import InsideWorker from './reading.ts?worker&inline';

export function startReading(): Worker {
  const worker = new InsideWorker();
  worker.postMessage({ parts: packedParts() });
  return worker;
}
