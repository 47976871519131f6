/** The one clock of the page that ticks in a worker. Session and guides share it; the first call starts it. */

import type { Clock } from '../clock/clock.ts';
import { startWorkerClock } from '../clock/worker-clock.ts';

let started: Clock | null = null;

export function pageClock(): Clock {
  started ??= startWorkerClock();
  return started;
}
