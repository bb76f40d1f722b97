/**
 * Starts the worker for many texts: a script of its own beside the page. `start-reading-single.ts`
 * stands in for this in the single file.
 */
export const startReading = (): Worker =>
  new Worker(new URL('./reading.ts', import.meta.url), { type: 'module' });
