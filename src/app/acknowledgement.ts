/** Whether the person has read what real boots ask to be read. Asked again after a month. */

import { today } from '../clock/system-clock.ts';

const KEY = 'heartward.acknowledged';
const MONTH = 30 * 24 * 3600 * 1000;

/** Storage may be switched off: then it is asked for each time. */
function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function isAcknowledged(): boolean {
  const at = Date.parse(stored() ?? '');
  const age = today().getTime() - at;
  return age >= 0 && age < MONTH;
}

export function acknowledge(): void {
  try {
    localStorage.setItem(KEY, today().toISOString());
  } catch {
    // Without storage the answer holds for this page only.
  }
}
