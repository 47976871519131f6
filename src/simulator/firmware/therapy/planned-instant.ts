/** Interprets an instant on the boots' clock named by a controller (PROTOCOL.md 4.4). */

import { limits } from '../../../../firmware-protocol/limits.ts';

const WRAP = 2 ** 32;
const REACH = limits.startAhead.hard * 1000;

/**
 * How far ahead `at` is, ms; 0 if it is now or within the last 5 s; null if it is out of limits.
 * @param at u32; 0 = now
 * @param clock the boots' clock, u32
 */
export function aheadOf(at: number, clock: number): number | null {
  if (at === 0) return 0;
  const difference = (at - clock) | 0;
  if (Math.abs(difference) > REACH) return null;
  return Math.max(0, difference);
}

/** The boots' clock as sent over the air. */
export const onTheWire = (clock: number): number => clock % WRAP;
