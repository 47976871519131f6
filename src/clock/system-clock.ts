/**
 * The clock of the current thread. In a hidden tab its timers fire up to a minute late: see worker-clock.ts.
 */

import { instant } from '../../firmware-protocol/quantities.ts';
import type { Clock } from './clock.ts';

export const systemClock: Clock = {
  now: () => instant(performance.now()),
  after(delay, work) {
    const timer = setTimeout(work, Math.max(0, delay));
    return () => clearTimeout(timer);
  },
};

/** The calendar date, for people to read. Never measure with it: it can be set back. */
export const today = (): Date => new Date();
