/** The clock of the current thread. Browsers delay its timers in a hidden tab; worker-clock.ts avoids that. */

import { instant } from '../../firmware-protocol/quantities.ts';
import type { Clock } from './clock.ts';

export const systemClock: Clock = {
  now: () => instant(performance.now()),
  after(delay, work) {
    const timer = setTimeout(work, Math.max(0, delay));
    return () => clearTimeout(timer);
  },
};

/** The user can change the device's clock, so never measure a duration with this. */
export const today = (): Date => new Date();
