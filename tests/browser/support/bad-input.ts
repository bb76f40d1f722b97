/**
 * Marks a test as a case, or some cases, of a kind of bad input. `check-bad-input.mjs` counts them and holds
 * them against the table of `docs/bad-input.md`.
 */
export function badInput(kind: string, ...cases: readonly string[]) {
  const all = cases.length > 0 ? cases : [''];
  return { annotation: all.map((one) => ({ type: `bad input: ${kind}`, description: one })) };
}

// Kinds whose cases stand in several files.
export const STORAGE =
  'storage that is full, denied or never answers, a reload while saving, a text pasted over, two tabs at once';
export const MARKUP = 'markup in names of files and lexicons, in entries, families and notes';
export const FORMULAS = 'names and entries that spreadsheets take for formulas';
