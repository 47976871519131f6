/** Remembers that the user accepted the safety text for real boots. It lapses after a month. */

import { today } from '../clock/system-clock.ts';

const KEY = 'heartward.acknowledged';
const MONTH = 30 * 24 * 3600 * 1000;

/** With storage switched off the page asks every time. */
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
    // Without storage it holds for this page only.
  }
}
