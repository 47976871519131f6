/** The page's one worker clock: session and guides run on it, whichever comes first starts it. */

import type { Clock } from '../clock/clock.ts';
import { startWorkerClock } from '../clock/worker-clock.ts';

let started: Clock | null = null;

export function pageClock(): Clock {
  started ??= startWorkerClock();
  return started;
}
