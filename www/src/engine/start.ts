/** Starts the worker: a script of its own beside the page. `start-single.ts` stands in for this in the single file. */
export const startWorker = (): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
