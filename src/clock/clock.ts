/** The only way to time: nothing outside this room touches timers, Date or performance.now. */

import type { Instant, Milliseconds } from '../../firmware-protocol/quantities.ts';

/** Cancels what it was returned for. Calling it again does nothing. */
export type Cancel = () => void;

export interface Clock {
  /** Monotonic; its origin has no meaning. */
  now(): Instant;
  /** Runs `work` once, at least `delay` from now, never synchronously. */
  after(delay: Milliseconds, work: () => void): Cancel;
}
