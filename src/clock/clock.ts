/** The clock of the app. A lint rule keeps code outside src/clock from setting timers and from reading the time of the browser. */

import type { Instant, Milliseconds } from '../../firmware-protocol/quantities.ts';

/** Calling this again does nothing. */
export type Cancel = () => void;

export interface Clock {
  /** Monotonic; its origin has no meaning. */
  now(): Instant;
  /** Runs `work` once, never synchronously, when `delay` has passed or later. Where a browser rounds times, up to 1 ms early. */
  after(delay: Milliseconds, work: () => void): Cancel;
}
