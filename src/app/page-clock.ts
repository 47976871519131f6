/**
 * The page's clock, whose timers run in a worker, because browsers slow down a hidden tab's own timers. The first call starts the worker.
 */

import type { Clock } from '../clock/clock.ts';
import { startWorkerClock } from '../clock/worker-clock.ts';

let started: Clock | null = null;

export function pageClock(): Clock {
  started ??= startWorkerClock();
  return started;
}
