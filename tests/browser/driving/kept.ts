import type { Page } from 'playwright';

/** Returns the object store and key of each row in IndexedDB, and the keys of localStorage. */
export const kept = (page: Page) =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await answer(indexedDB.open('heartward'));
    const tables = [...db.objectStoreNames];
    const all = db.transaction(tables);
    const rows = await Promise.all(
      tables.map(async (table) =>
        (await answer(all.objectStore(table).getAllKeys())).map((key) => [table, String(key)] as const),
      ),
    );
    db.close();
    return { rows: rows.flat(), keys: Object.keys(localStorage) };
  });
