/**
 * A copy of the library as a file: lines of JSON, the first of which says what it is. JSON escapes what
 * UTF-8 cannot hold (lone surrogates), so that every text comes back as it was.
 */
import type { Exception } from '../engine/types';
import {
  areNumbers,
  beginningOf,
  completed,
  type TextEntry,
  type TextNumbers,
} from '../storage/entry';
import { exceptionsIn } from '../storage/exceptions';
import { lexiconsIn, type OwnLexicon } from '../storage/own-lexicon';

/** A text with all that is kept beside it. */
export interface CopiedText {
  entry: TextEntry;
  text: string;
  /** What an analysis said about it, if one did. */
  numbers: TextNumbers | null;
  /** What is set aside in it. */
  exceptions: readonly Exception[];
}

export type Item =
  | { kind: 'text'; copied: CopiedText }
  | { kind: 'lexicon'; lexicon: OwnLexicon }
  /** What is set aside in every text. */
  | { kind: 'exceptions'; exceptions: readonly Exception[] };

/** Grows when older versions of the page would lose something of a copy. */
const FORMAT = 1;

/** The first line. */
export const HEADER = line({ cifeng: 'library', format: FORMAT });

export function lineOf(item: Item): string {
  switch (item.kind) {
    case 'text':
      return line({ text: item.copied });
    case 'lexicon':
      return line({ lexicon: item.lexicon });
    case 'exceptions':
      return line({ exceptions: item.exceptions });
  }
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** What the first line says of the file. */
export function readHeader(first: string): 'readable' | 'newer' | 'foreign' {
  const { cifeng, format } = parsed(first);
  if (cifeng !== 'library' || typeof format !== 'number') return 'foreign';
  return format > FORMAT ? 'newer' : 'readable';
}

/** What a further line holds; `null` where that is nothing known. */
export function readItem(given: string): Item | null {
  const { text: copied, lexicon, exceptions } = parsed(given);
  if (copied !== undefined) return readCopied(copied);
  const [own] = lexiconsIn([lexicon]);
  if (own) return { kind: 'lexicon', lexicon: own };
  return Array.isArray(exceptions)
    ? { kind: 'exceptions', exceptions: exceptionsIn(exceptions) }
    : null;
}

function readCopied(given: unknown): Item | null {
  const { entry, text, numbers, exceptions } = fields(given);
  if (typeof text !== 'string' || typeof entry !== 'object' || entry === null) return null;
  const copied: CopiedText = {
    entry: {
      ...completed({ id: '', ...entry }, text),
      beginning: beginningOf(text),
      length: text.length,
      deletedAt: null,
    },
    text,
    numbers: areNumbers(numbers) ? numbers : null,
    exceptions: exceptionsIn(exceptions),
  };
  return { kind: 'text', copied };
}

function parsed(json: string): Record<string, unknown> {
  try {
    return fields(JSON.parse(json));
  } catch {
    return {};
  }
}

const fields = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
