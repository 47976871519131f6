/** The clock of the app. A lint rule forbids code outside src/clock to set timers, or to read the time from Date or performance.now. */

import type { Instant, Milliseconds } from '../../firmware-protocol/quantities.ts';

/** Cancels what the function that returned it has started. Calling it again does nothing. */
export type Cancel = () => void;

export interface Clock {
  /** Monotonic; its origin has no meaning. */
  now(): Instant;
  /** Runs `work` once, never synchronously, when `delay` has passed or later. Where a browser rounds times, up to 1 ms early. */
  after(delay: Milliseconds, work: () => void): Cancel;
}
