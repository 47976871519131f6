/** The clock of the app: a lint rule forbids code outside this room to set timers, or to read the time from Date or performance.now. */

import type { Instant, Milliseconds } from '../../firmware-protocol/quantities.ts';

/** Cancels what the function that returned it has started. Calling it again does nothing. */
export type Cancel = () => void;

export interface Clock {
  /** Monotonic; its origin has no meaning. */
  now(): Instant;
  /** Runs `work` once, at least `delay` from now, never synchronously. */
  after(delay: Milliseconds, work: () => void): Cancel;
}
