/** Whether this device keeps a plan of whoever used it last, known before anything of plans has loaded: in the browser's simple storage. */

import type { Kept } from '../local-kept.ts';

export const HINT = 'heartward.plan';

export function hasPlan(storage: Pick<Kept, 'getItem'>): boolean {
  try {
    return storage.getItem(HINT) !== null;
  } catch {
    return false;
  }
}

export function hintAtPlan(storage: Kept, has: boolean): void {
  try {
    if (has) storage.setItem(HINT, 'there');
    else storage.removeItem(HINT);
  } catch {
    // Home then shows the plan a moment later.
  }
}
