/** A promise that resolves after some time on a clock. */

import type { Milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from './clock.ts';

export const sleep = (clock: Clock, duration: Milliseconds): Promise<void> =>
  new Promise((resolve) => {
    clock.after(duration, resolve);
  });
