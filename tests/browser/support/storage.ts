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
