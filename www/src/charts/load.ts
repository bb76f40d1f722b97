/** Fetches the charts' code, before any text is analysed, so that nothing is fetched then. */
export type ChartModule = typeof import('./draw');

let loading: Promise<ChartModule> | null = null;

export function loadCharts(): Promise<ChartModule> {
  loading ??= import('./draw').catch((cause: unknown) => {
    loading = null;
    throw cause;
  });
  return loading;
}
