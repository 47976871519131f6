/** A periodic timer on a clock. */

import { elapsed, later, type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Cancel, Clock } from './clock.ts';

/**
 * Runs `work` at start + period, start + 2 periods and so on. Due times are absolute, so lateness does not add up. After a late wake-up
 * `work` runs once; the due times missed meanwhile are skipped.
 */
export function every(clock: Clock, period: Milliseconds, work: () => void): Cancel {
  let due = later(clock.now(), period);
  let cancel: Cancel = () => {};
  let ended = false;
  const wake = (): void => {
    work();
    if (ended) return;
    const late = Math.max(0, elapsed(due, clock.now()));
    due = later(due, milliseconds(period * (1 + Math.floor(late / period))));
    cancel = clock.after(elapsed(clock.now(), due), wake);
  };
  cancel = clock.after(period, wake);
  return () => {
    ended = true;
    cancel();
  };
}
