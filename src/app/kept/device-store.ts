/** The store of this device, loaded and opened when first asked for: the first screen waits for nothing that is kept. */

import { today } from '../../clock/system-clock.ts';
import type { Store } from '../../store/store.ts';

/** The browser's, where it has one: the name itself throws in some with storage switched off. */
function browsersStorage() {
  try {
    return { indexedDB: globalThis.indexedDB, IDBKeyRange: globalThis.IDBKeyRange };
  } catch {
    return { indexedDB: undefined, IDBKeyRange: undefined };
  }
}

let opened: Promise<Store> | null = null;

/** The same store each time. Rejects if its code does not arrive; the next call tries again. */
export function deviceStore(): Promise<Store> {
  opened ??= import('../../store/store.ts').then(
    ({ openStore }) => openStore(browsersStorage(), () => today().getTime()),
    (error: unknown) => {
      opened = null;
      throw error;
    },
  );
  return opened;
}
