/** Fetches the panels that come after the counts, and what prints: they are not needed before the first report. */
export const loadPanels = (): Promise<typeof import('./later')> => import('./later');
