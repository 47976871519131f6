/** Stores in localStorage whether the current person has a plan, so that the home screen knows this before the plan's code has loaded. */

import type { LocalStorage } from '../device-storage/local-storage.ts';

export const HAS_PLAN_KEY = 'heartward.plan';

export function hasPlan(storage: Pick<LocalStorage, 'getItem'>): boolean {
  try {
    return storage.getItem(HAS_PLAN_KEY) !== null;
  } catch {
    return false;
  }
}

export function rememberHasPlan(storage: LocalStorage, has: boolean): void {
  try {
    if (has) storage.setItem(HAS_PLAN_KEY, 'there');
    else storage.removeItem(HAS_PLAN_KEY);
  } catch {
    // Without localStorage, the home screen shows the plan only once something else has loaded it.
  }
}
