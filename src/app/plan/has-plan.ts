/** Keeps in localStorage whether the last user of this device has a plan, so that home knows before anything of plans has loaded. */

import type { Kept } from '../kept/local-kept.ts';

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
    // Without storage, home shows the plan a moment later.
  }
}
