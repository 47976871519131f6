/** The page's only worker clock, which session and guides share. The first to need it starts it. */

import type { Clock } from '../clock/clock.ts';
import { startWorkerClock } from '../clock/worker-clock.ts';

let started: Clock | null = null;

export function pageClock(): Clock {
  started ??= startWorkerClock();
  return started;
}
