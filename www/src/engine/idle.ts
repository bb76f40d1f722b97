/** How long something waits at most for a moment in which nothing else is to be done, in milliseconds. */
const PATIENCE = 600;

/** A moment in which no key waits and no frame is to be drawn. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari has no such moments.
    if ('requestIdleCallback' in globalThis) {
      requestIdleCallback(
        () => {
          resolve();
        },
        { timeout: PATIENCE },
      );
    } else {
      setTimeout(resolve, 30);
    }
  });
