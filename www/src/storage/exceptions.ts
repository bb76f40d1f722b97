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

/** What is set aside in a text, or, for `null`, in every text. */
export async function readExceptions(textId: string | null): Promise<Exception[]> {
  const kept = await readKept(keyOf(textId));
  return Array.isArray(kept) ? kept.filter(isException) : [];
}

export async function writeExceptions(
  textId: string | null,
  exceptions: readonly Exception[],
): Promise<void> {
  await writeKept(keyOf(textId), exceptions);
}
