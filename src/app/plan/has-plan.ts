/** Whether this device keeps a plan, known before anything of plans has loaded. */

import type { Kept } from '../local-kept.ts';

export const KEY = 'heartward.plan';

export function hasPlan(storage: Kept): boolean {
  try {
    return (storage.getItem(KEY) ?? '') !== '';
  } catch {
    return false;
  }
}
