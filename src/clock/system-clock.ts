/** The clock of the current thread. In a hidden tab its timers fire up to a minute late; timers of worker-clock.ts do not. */

import { instant } from '../../firmware-protocol/quantities.ts';
import type { Clock } from './clock.ts';

export const systemClock: Clock = {
  now: () => instant(performance.now()),
  after(delay, work) {
    const timer = setTimeout(work, Math.max(0, delay));
    return () => clearTimeout(timer);
  },
};

/** The current date and time. The user can change the device's clock, so never measure a duration with it. */
export const today = (): Date => new Date();
