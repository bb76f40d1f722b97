/**
 * Keeps the text of the page across reloads.
 *
 * IndexedDB holds it, as localStorage is too small for long texts. But IndexedDB answers late, and
 * a page that is being closed cannot wait: what is not yet confirmed then goes to localStorage as
 * well, if it fits, and the newer of the two is read on the next visit.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { readPreference, writePreference } from './preferences';

interface Kept {
  text: string;
  savedAt: number;
}

interface Schema extends DBSchema {
  texts: { key: string; value: Kept };
}

const CURRENT = 'current';
const JOURNAL = 'unsaved-text';
/** What surely fits into localStorage, in UTF-16 units. */
const JOURNAL_LIMIT = 1_000_000;

let database: Promise<IDBPDatabase<Schema>> | null = null;

function open(): Promise<IDBPDatabase<Schema>> {
  database ??= openDB<Schema>('cifeng', 1, {
    upgrade(db) {
      db.createObjectStore('texts');
    },
    terminated() {
      database = null;
    },
  });
  return database;
}

function readJournal(): Kept | null {
  const json = readPreference(JOURNAL);
  if (json === null) return null;
  try {
    const kept = JSON.parse(json) as Partial<Kept>;
    return typeof kept.text === 'string' && typeof kept.savedAt === 'number'
      ? { text: kept.text, savedAt: kept.savedAt }
      : null;
  } catch {
    return null;
  }
}

/** Fails a promise that is not settled in time: some browsers leave a database request hanging. */
function withinSeconds<T>(seconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    setTimeout(() => {
      reject(new Error(`no answer within ${seconds} seconds`));
    }, seconds * 1000);
    promise.then(resolve, reject);
  });
}

/** The text of the last visit; empty if there is none. */
export async function loadText(): Promise<string> {
  const journal = readJournal();
  try {
    const request = open().then((db) => db.get('texts', CURRENT));
    const stored = await withinSeconds(3, request);
    if (stored && stored.savedAt >= (journal?.savedAt ?? 0)) return stored.text;
  } catch {
    // No IndexedDB here; the journal may still know.
  }
  return journal?.text ?? '';
}

/** Saves the text, and says whether the browser kept it. */
export async function saveText(text: string): Promise<boolean> {
  const savedAt = Date.now();
  try {
    await (await open()).put('texts', { text, savedAt }, CURRENT);
    if ((readJournal()?.savedAt ?? 0) <= savedAt) writePreference(JOURNAL, null);
    return true;
  } catch {
    database = null;
    journalText(text);
    return readJournal()?.text === text;
  }
}

/** Saves a short text before the page is gone; does not wait. */
export function journalText(text: string): void {
  if (text.length > JOURNAL_LIMIT) return;
  const kept: Kept = { text, savedAt: Date.now() };
  writePreference(JOURNAL, JSON.stringify(kept));
}
