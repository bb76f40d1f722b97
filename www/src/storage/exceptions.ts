/** Keeps what the reader has set aside: with the text it stands in, or for every text. */
import type { Exception } from '../engine/types';
import { nameFor, readKept, writeKept } from './kept';

const NAME = 'exceptions';

const keyOf = (textId: string | null): string => (textId === null ? NAME : nameFor(textId, NAME));

function isException(value: unknown): value is Exception {
  if (typeof value !== 'object' || value === null) return false;
  const { family, text, place } = value as Partial<Exception>;
  return typeof family === 'string' && typeof text === 'string' && typeof place === 'object';
}

/** The exceptions in what was kept. */
export function exceptionsIn(kept: unknown): Exception[] {
  return Array.isArray(kept) ? kept.filter(isException) : [];
}

/** Those that are here, and those of others that are not. */
export function mergedExceptions(
  here: readonly Exception[],
  given: readonly Exception[],
): readonly Exception[] {
  const known = new Set(here.map((each) => JSON.stringify(each)));
  return [...here, ...given.filter((each) => !known.has(JSON.stringify(each)))];
}

/** What is set aside in a text, or, for `null`, in every text. */
export async function readExceptions(textId: string | null): Promise<Exception[]> {
  return exceptionsIn(await readKept(keyOf(textId)));
}

export async function writeExceptions(
  textId: string | null,
  exceptions: readonly Exception[],
): Promise<void> {
  await writeKept(keyOf(textId), exceptions);
}
