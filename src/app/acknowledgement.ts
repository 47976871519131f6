/** Whether the person has read and accepted the safety screen that real boots require. It is shown again after a month. */

import { today } from '../clock/system-clock.ts';

const KEY = 'heartward.acknowledged';
const MONTH = 30 * 24 * 3600 * 1000;

/** Where storage is switched off, the screen is shown each time. */
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
    // Without storage the answer is valid for this page only.
  }
}
