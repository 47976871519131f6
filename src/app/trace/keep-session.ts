/** Stores a session's entry and its trace together, so that a crash leaves both or neither. */

import type { SessionEntry } from '../../journal/entry.ts';
import { entryKey, entryRows, traceRows } from '../../journal/stored.ts';
import type { Store } from '../../store/store.ts';
import type { StoreResult } from '../../store/table.ts';

/**
 * If both are too large for the storage that is left, stores the entry alone, which counts toward doses.
 * @param trace deflated; null = the session has none
 */
export async function keepSession(
  store: Store,
  entry: SessionEntry,
  trace: Uint8Array<ArrayBuffer> | null,
): Promise<StoreResult> {
  const kept = await store.writeTogether(['journal', 'traces'], async (put) => {
    if (trace !== null) await put(traceRows, entry.id, trace);
    await put(entryRows, entryKey(entry), entry);
  });
  return kept.kind === 'storageFull' && trace !== null ? keepSession(store, entry, null) : kept;
}
