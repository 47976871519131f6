/** Changes a stored value, even if the page cannot read it. */

import type { StoreResult, Value } from './table.ts';

/**
 * Calls `change` with the stored value, or null if there is none, and stores the result. A value that cannot be read is set aside (copied
 * to another table), and `change` gets null.
 */
export async function changeValue<V>(
  value: Pick<Value<V>, 'change' | 'put'>,
  change: (stored: V | null) => V,
): Promise<StoreResult> {
  const changed = await value.change(change);
  return changed.kind === 'unreadable' ? value.put(change(null)) : changed;
}
