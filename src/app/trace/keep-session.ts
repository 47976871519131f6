/** Stores a session's entry and its trace together, so that a crash leaves both or neither. */

import type { Entry, SessionEntry } from '../../journal/entry.ts';
import { entryKey, entryRows, traceRows } from '../../journal/stored.ts';
import type { Store } from '../../store/store.ts';
import type { StoreResult } from '../../store/table.ts';

/** `known`: the journal has an entry of the session that is not to be replaced. `unreadable`: it has one that this page cannot read. */
export type SessionKept = StoreResult | { readonly kind: 'known' };

/**
 * If both are too large for the storage that is left, stores the entry alone, which counts toward doses.
 * @param trace deflated; null = the session has none
 * @param replaces whether to replace the entry that the journal has of the session
 */
export async function keepSession(
  store: Store,
  entry: SessionEntry,
  trace: Uint8Array<ArrayBuffer> | null,
  replaces: (stored: Entry) => boolean,
): Promise<SessionKept> {
  let left: SessionKept = { kind: 'kept' };
  const kept = await store.writeTogether(['journal', 'traces'], async (put, _remove, get) => {
    const stored = await get(entryRows, entryKey(entry));
    if (stored.kind === 'unreadable') left = { kind: 'unreadable' };
    if (stored.kind === 'found' && !replaces(stored.row)) left = { kind: 'known' };
    if (left.kind !== 'kept') return;
    if (trace !== null) await put(traceRows, entry.id, trace);
    await put(entryRows, entryKey(entry), entry);
  });
  if (kept.kind === 'storageFull' && trace !== null) return keepSession(store, entry, null, replaces);
  return kept.kind === 'kept' ? left : kept;
}
