/**
 * IndexedDB answers late, and a page that is being closed cannot wait: a text that is not yet
 * confirmed to be saved then goes to localStorage as well, if it fits, and comes back on the next
 * visit. Each tab has a journal of its own, so that two that are closed together lose nothing.
 */
import { preferenceNames, readPreference, writePreference } from './preferences';

export interface Journalled {
  /** The text's id, and its name should it never have been saved. */
  id: string;
  name: string;
  /** The revision on which the text is based. */
  revision: number;
  text: string;
}

const PREFIX = 'unsaved-text.';
/** What surely fits into localStorage, in UTF-16 units. */
const LIMIT = 1_000_000;

let own = PREFIX + crypto.randomUUID();

/** Notes a short text before the page is gone; does not wait. Says whether it is noted. */
export function noteUnsaved(unsaved: Journalled): boolean {
  return unsaved.text.length <= LIMIT && writePreference(own, JSON.stringify(unsaved));
}

/** The text of this tab is saved. */
export function forgetUnsaved(): void {
  writePreference(own, null);
}

/** What tabs have left behind, by the names of their journals. */
export function readUnsaved(): Map<string, Journalled> {
  const found = new Map<string, Journalled>();
  for (const journal of preferenceNames(PREFIX)) {
    const noted = parse(readPreference(journal) ?? '');
    // What another version wrote otherwise is left to it.
    if (noted) found.set(journal, noted);
  }
  return found;
}

/** A text left behind is saved elsewhere now. */
export function forgetJournal(journal: string): void {
  writePreference(journal, null);
}

/** The next text is noted beside what was noted so far. */
export function beginJournal(): void {
  own = PREFIX + crypto.randomUUID();
}

/** A text left behind is this tab's now, and so is its journal. */
export function adoptJournal(journal: string): void {
  own = journal;
}

function parse(json: string): Journalled | null {
  try {
    const { id, name, revision, text } = JSON.parse(json) as Partial<Journalled>;
    if (typeof id !== 'string' || typeof text !== 'string') return null;
    return {
      id,
      name: typeof name === 'string' ? name : '',
      // No text has it: the words get an entry of their own.
      revision: typeof revision === 'number' ? revision : -1,
      text,
    };
  } catch {
    return null;
  }
}
