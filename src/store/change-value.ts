/** Changes a stored value that several tabs may change. */

import type { StoreResult, Value } from './table.ts';

/** Changes the value as it is stored now, in one transaction. A value that cannot be read is set aside, and `change` gets null. */
export async function changeValue<V>(
  value: Pick<Value<V>, 'change' | 'put'>,
  change: (stored: V | null) => V,
): Promise<StoreResult> {
  const changed = await value.change(change);
  return changed.kind === 'unreadable' ? value.put(change(null)) : changed;
}
