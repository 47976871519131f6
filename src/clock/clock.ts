/** The port to time. Nothing outside this room touches timers, Date or performance.now. */

import type { Instant, Milliseconds } from '../../firmware-protocol/quantities.ts';

/** Ends what it stands for; more than once does no harm. */
export type Cancel = () => void;

export interface Clock {
  /** Monotonic; the origin means nothing. */
  now(): Instant;
  /** Runs `work` once, no earlier than `delay` from now, never synchronously. */
  after(delay: Milliseconds, work: () => void): Cancel;
}
