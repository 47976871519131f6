/**
 * This device's database (src/store) in the browser's IndexedDB. Its code loads and the database opens when they are first needed, so that
 * the first screen does not wait.
 */

import { today } from '../../clock/system-clock.ts';
import type { Store } from '../../store/store.ts';
import { once } from '../once.ts';

/** In some browsers with storage switched off, reading the property `indexedDB` throws. */
function browsersStorage() {
  try {
    return { indexedDB: globalThis.indexedDB, IDBKeyRange: globalThis.IDBKeyRange };
  } catch {
    return { indexedDB: undefined, IDBKeyRange: undefined };
  }
}

/** Returns the same store each time. Rejects if the store's code fails to load; the next call then tries again. */
export const deviceStore: () => Promise<Store> = once(async () => {
  const { openStore } = await import('../../store/store.ts');
  return openStore(browsersStorage(), () => today().getTime());
});
