/** The store of this device, loaded and opened when first asked for: the first screen waits for nothing that is kept. */

import { today } from '../../clock/system-clock.ts';
import type { Store } from '../../store/store.ts';
import { once } from '../once.ts';

/** The browser's, where it has one: the name itself throws in some with storage switched off. */
function browsersStorage() {
  try {
    return { indexedDB: globalThis.indexedDB, IDBKeyRange: globalThis.IDBKeyRange };
  } catch {
    return { indexedDB: undefined, IDBKeyRange: undefined };
  }
}

/** The same store each time. Rejects if its code does not arrive; the next call tries again. */
export const deviceStore: () => Promise<Store> = once(async () => {
  const { openStore } = await import('../../store/store.ts');
  return openStore(browsersStorage(), () => today().getTime());
});
