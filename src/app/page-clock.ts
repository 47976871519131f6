/** The page's one clock that ticks in a worker, which browsers do not slow down in a hidden tab. The first call starts it. */

import type { Clock } from '../clock/clock.ts';
import { startWorkerClock } from '../clock/worker-clock.ts';

let started: Clock | null = null;

export function pageClock(): Clock {
  started ??= startWorkerClock();
  return started;
}
