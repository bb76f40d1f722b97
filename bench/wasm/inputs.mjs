/** The inputs that `cifeng-bench prepare` wrote. */
import { readFileSync } from 'node:fs';

/** What warm subjects are timed on. */
export const NAMES = ['hant-1mb', 'hans-1mb', 'hant-10mb', 'hans-10mb'];

/** What a cold start ends with. */
export const OPED = 'hant-oped';

/** @returns {Record<string, string>} the texts by name */
export function readInputs(folder, names) {
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(`${folder}/${name}.txt`, 'utf8')]),
  );
}
