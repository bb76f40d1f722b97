import type { Page } from '@playwright/test';

/** The texts that the page keeps in the browser. */
export function storedTexts(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('cifeng');
        opening.onerror = () => {
          reject(new Error('the database does not open'));
        };
        opening.onsuccess = () => {
          const db = opening.result;
          if (!db.objectStoreNames.contains('texts')) {
            db.close();
            resolve([]);
            return;
          }
          const reading = db.transaction('texts').objectStore('texts').getAll();
          reading.onsuccess = () => {
            db.close();
            resolve(reading.result as string[]);
          };
        };
      }),
  );
}

/** Rows by store, each with its key. */
export type Rows = Record<string, (readonly [string, unknown])[]>;

/** Writes rows into the database as another version of the page may have left it. */
export function putIntoStore(page: Page, version: number, rows: Rows): Promise<void> {
  return page.evaluate(
    ([number, json]) =>
      new Promise<void>((resolve, reject) => {
        const stores = JSON.parse(json) as Record<string, [string, unknown][]>;
        const opening = indexedDB.open('cifeng', number);
        opening.onupgradeneeded = () => {
          const names = number === 1 ? ['texts'] : ['entries', 'texts', 'numbers', 'kept'];
          for (const name of [...names, ...Object.keys(stores)]) {
            if (!opening.result.objectStoreNames.contains(name)) {
              opening.result.createObjectStore(name);
            }
          }
        };
        opening.onerror = () => {
          reject(new Error('the database does not open'));
        };
        opening.onsuccess = () => {
          const db = opening.result;
          const transaction = db.transaction(Object.keys(stores), 'readwrite');
          for (const [name, all] of Object.entries(stores)) {
            for (const [key, value] of all) transaction.objectStore(name).put(value, key);
          }
          transaction.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
    // What stands between test and page holds no lone surrogates; JSON escapes them.
    [version, JSON.stringify(rows)] as const,
  );
}

/** All that the page keeps in the database, by store and key, without what it can compute anew. */
export async function storedRows(page: Page): Promise<Record<string, Record<string, unknown>>> {
  const json = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('cifeng');
        opening.onsuccess = () => {
          const db = opening.result;
          const names = [...db.objectStoreNames];
          const transaction = db.transaction(names);
          const read = names.map((name) => {
            const store = transaction.objectStore(name);
            return [name, store.getAllKeys(), store.getAll()] as const;
          });
          transaction.oncomplete = () => {
            db.close();
            resolve(JSON.stringify(read.map(([name, ids, all]) => [name, ids.result, all.result])));
          };
        };
      }),
  );
  const stores = JSON.parse(json) as [string, string[], unknown[]][];
  return Object.fromEntries(
    stores.map(([name, keys, values]) => [
      name,
      Object.fromEntries(
        keys
          .map((key, i) => [key, values[i]] as const)
          .filter(([key, value]) => !key.endsWith('/profile') && JSON.stringify(value) !== '[]'),
      ),
    ]),
  );
}
