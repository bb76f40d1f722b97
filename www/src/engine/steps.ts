/** Long work on the main thread, cut so that keys are heard and the page is drawn between the cuts. */

const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/** Does one step a task while it is still wanted; says whether all are done and it still is. */
export async function inSteps(
  steps: readonly (() => unknown)[],
  wanted: () => boolean,
): Promise<boolean> {
  for (const step of steps) {
    if (!wanted()) return false;
    step();
    await nextTask();
  }
  return wanted();
}
