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
    ([number, stores]) =>
      new Promise<void>((resolve, reject) => {
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
    [version, rows] as const,
  );
}
