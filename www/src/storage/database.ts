/** The database of the page in IndexedDB: texts and what belongs to them. */
import { signal } from '@preact/signals';
import {
  openDB,
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  type StoreNames,
} from 'idb';
import { completed, type TextEntry, type TextNumbers } from './entry';

export interface Schema extends DBSchema {
  /** One row a text, without the text: what a list of texts needs. */
  entries: { key: string; value: TextEntry };
  /** The texts themselves. */
  texts: { key: string; value: string };
  /** What an analysis said about a text, in the numbers that tables and comparisons need. */
  numbers: { key: string; value: TextNumbers };
  /** Everything else that is kept, under names; see `kept.ts`. */
  kept: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;

export const DATABASE = 'cifeng';
const VERSION = 2;

let database: Promise<Database> | null = null;
/** The browser did not answer once: it is not asked, and waited for, again. */
let silent: Error | null = null;

/**
 * A newer version of this page has renewed the database: in another tab, or before an older copy of the
 * page came back. It is left as it is; what is written meanwhile waits as where storage is denied.
 */
export const storeIsNewer = signal(false);

/** The open database. Fails where the browser denies it, and where it does not answer. */
export function openDatabase(): Promise<Database> {
  if (silent) return Promise.reject(silent);
  database ??= withinSeconds(
    3,
    openDB<Schema>(DATABASE, VERSION, {
      upgrade(db, oldVersion, _, transaction) {
        for (const store of ['entries', 'texts', 'numbers', 'kept'] as const) {
          if (!db.objectStoreNames.contains(store)) db.createObjectStore(store);
        }
        if (oldVersion === 1) void takeOver(transaction);
      },
      // Another tab wants to delete or to renew the database: it must not wait for this one.
      blocking() {
        closeDatabase();
      },
      terminated() {
        database = null;
      },
    }),
  ).catch((cause: unknown) => {
    database = null;
    if (cause instanceof NoAnswer) silent = cause;
    if (cause instanceof DOMException && cause.name === 'VersionError') storeIsNewer.value = true;
    throw cause;
  });
  return database;
}

/** Takes over what the first version kept: one text, beside the time at which it was saved. */
async function takeOver(
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
): Promise<void> {
  const texts = transaction.objectStore('texts');
  const before = (await texts.getAll()) as unknown as { text: string; savedAt: number }[];
  await texts.clear();
  for (const { text, savedAt } of before) {
    const entry = completed({ createdAt: savedAt, changedAt: savedAt, revision: 1 }, text);
    await transaction.objectStore('entries').put(entry, entry.id);
    await texts.put(text, entry.id);
  }
}

export function closeDatabase(): void {
  void database?.then(
    (db) => {
      db.close();
    },
    () => undefined,
  );
  database = null;
}

class NoAnswer extends Error {}

/** Fails a promise that is not settled in time: some browsers leave a database request hanging. */
export function withinSeconds<T>(seconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    setTimeout(() => {
      reject(new NoAnswer(`no answer within ${seconds} seconds`));
    }, seconds * 1000);
    promise.then(resolve, reject);
  });
}
