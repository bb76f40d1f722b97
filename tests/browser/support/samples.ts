import { readFileSync } from 'node:fs';

/** The sample texts of the page. */
export const sampleText = (id: 'hant' | 'hans' | 'mixed'): string =>
  readFileSync(new URL(`../../../www/src/samples/${id}.txt`, import.meta.url), 'utf8');
