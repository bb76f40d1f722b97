/** Stands in for the service worker in the single file, which is on the reader's device already. */
export const registerSW = (): (() => Promise<void>) => () => Promise.resolve();
