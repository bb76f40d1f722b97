/** The database of the page in IndexedDB: texts and what belongs to them. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { TextEntry, TextNumbers } from './entry';

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

/** The open database. Fails where the browser denies it, and where it does not answer. */
export function openDatabase(): Promise<Database> {
  if (silent) return Promise.reject(silent);
  database ??= withinSeconds(
    3,
    openDB<Schema>(DATABASE, VERSION, {
      upgrade(db, oldVersion) {
        // The first version kept one text only, and was never published.
        if (oldVersion === 1) db.deleteObjectStore('texts');
        for (const store of ['entries', 'texts', 'numbers', 'kept'] as const) {
          db.createObjectStore(store);
        }
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
    throw cause;
  });
  return database;
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
