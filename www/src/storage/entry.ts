/** What is kept about a text beside the text itself. */
import type { Script } from '../engine/types';

export interface TextEntry {
  id: string;
  /** The name that the reader or the file gave; empty: the text's beginning stands for it. */
  name: string;
  /** How the text begins: the first characters of its first line that is not blank. */
  beginning: string;
  /** The folder it belongs to; empty for none. */
  folder: string;
  /** In UTF-16 units. */
  length: number;
  /** In milliseconds since 1970. */
  createdAt: number;
  changedAt: number;
  /** When it was deleted; it goes for good on a later visit. */
  deletedAt: number | null;
  /** Grows by one with every change that is kept: who saves over another revision has missed one. */
  revision: number;
}

/** The numbers of one text, for tables. They hold for one revision and one lexicon. */
export interface TextNumbers {
  revision: number;
  /** Fingerprints of the lexicons that gave them, the reader's own after the built-in one. */
  lexicon: string;
  han: number;
  script: Script;
  /** Findings by family. */
  counts: Record<string, number>;
}

/** UTF-16 units of the beginning that are kept. */
const BEGINNING = 40;

/** How a text begins, for lists. */
export function beginningOf(text: string): string {
  const line = /\S[^\r\n]*/.exec(text.slice(0, 10_000))?.[0] ?? '';
  return line.slice(0, BEGINNING).toWellFormed();
}

/** The name of a text in lists; empty where it has neither name nor text. */
export function titleOf({ name, beginning }: TextEntry): string {
  return name || beginning;
}

export function newEntry(given: Partial<TextEntry> = {}): TextEntry {
  const now = Date.now();
  return {
    id: crypto.randomUUID(),
    name: '',
    beginning: '',
    folder: '',
    length: 0,
    createdAt: now,
    changedAt: now,
    deletedAt: null,
    revision: 0,
    ...given,
  };
}

/** Whether a stored entry has all that this version of the page reads. */
export function isWhole(stored: Partial<TextEntry>): boolean {
  return misfits(stored, newEntry()).length === 0;
}

/** A stored entry with what another version of the page did not write, or wrote otherwise. */
export function completed(stored: Partial<TextEntry>, text: string): TextEntry {
  const blank = newEntry({ beginning: beginningOf(text), length: text.length });
  const mended = misfits(stored, blank).map((field) => [field, blank[field]]);
  return { ...blank, ...stored, ...Object.fromEntries(mended) } as TextEntry;
}

/** Milliseconds in which JavaScript's dates can be counted. */
const isDate = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= 8.64e15;

/** The fields that are missing or of another type. */
function misfits(stored: Partial<TextEntry>, blank: TextEntry): (keyof TextEntry)[] {
  const fits = (field: keyof TextEntry): boolean => {
    const value = stored[field];
    if (field === 'deletedAt') return value === null || isDate(value);
    return field.endsWith('At') ? isDate(value) : typeof value === typeof blank[field];
  };
  return (Object.keys(blank) as (keyof TextEntry)[]).filter((field) => !fits(field));
}

/** Whether stored numbers are such as this version of the page reads. */
export function areNumbers(stored: unknown): stored is TextNumbers {
  const { revision, lexicon, han, script, counts } = Object(stored) as Record<string, unknown>;
  return (
    typeof revision === 'number' &&
    typeof lexicon === 'string' &&
    typeof han === 'number' &&
    typeof script === 'string' &&
    typeof counts === 'object' &&
    counts !== null
  );
}
