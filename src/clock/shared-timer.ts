/**
 * A clock that runs all its work from one timer, which is set for the earliest due time. If the timer is in a worker (worker-clock.ts),
 * each wake-up costs a message, so work that can wait a little longer shares a wake-up.
 */

import {
  elapsed,
  type Instant,
  instant,
  later,
  type Milliseconds,
  milliseconds,
} from '../../firmware-protocol/quantities.ts';
import type { Clock } from './clock.ts';

/** Work with a delay of this or more, ms, may wait for the next multiple of `SHARED_PERIOD`, which is hardly noticed after such a delay. */
const LONG_DELAY = 40;
/** Time from one shared wake-up to the next, ms. */
const SHARED_PERIOD = 50;
/** Browsers round times, so that a timer may fire early by up to this, ms. */
const ROUNDED = 1;

export interface SharedTimer {
  readonly clock: Clock;
  fired(): void;
}

interface Waiting {
  readonly due: Instant;
  /** At `due`, or up to SHARED_PERIOD later. */
  readonly wake: Instant;
  readonly work: () => void;
}

/** @param now the monotonic time @param set sets the one timer, in place of an earlier setting */
export function sharedTimer(now: () => Instant, set: (delay: Milliseconds) => void): SharedTimer {
  const waiting = new Set<Waiting>();
  /** When the timer is to fire; null = no timer is set. */
  let next: Instant | null = null;

  const wakeFor = (due: Instant, delay: number): Instant =>
    delay < LONG_DELAY ? due : instant(Math.ceil(due / SHARED_PERIOD) * SHARED_PERIOD);
  const setFor = (wake: Instant): void => {
    if (next !== null && next <= wake) return;
    next = wake;
    set(milliseconds(Math.max(0, elapsed(now(), wake))));
  };
  /** After each piece of work, waits for one microtask, so that code that awaits this piece goes on before the next one. */
  const runDue = async (): Promise<void> => {
    const until = now() + ROUNDED;
    const due = [...waiting].filter(({ wake }) => wake <= until).sort((a, b) => a.due - b.due);
    for (const one of due) {
      if (!waiting.delete(one)) continue;
      try {
        one.work();
      } catch (error) {
        reportError(error);
      }
      await null;
    }
    next = null;
    const wakes = [...waiting].map(({ wake }) => wake);
    if (wakes.length > 0) setFor(instant(Math.min(...wakes)));
  };
  return {
    // This value of `next` keeps new work from setting the timer while `runDue` runs; `runDue` sets the timer at its end.
    fired: () => {
      next = instant(Number.NEGATIVE_INFINITY);
      void runDue();
    },
    clock: {
      now,
      after(delay, work) {
        const due = later(now(), milliseconds(Math.max(0, delay)));
        const one: Waiting = { due, wake: wakeFor(due, delay), work };
        waiting.add(one);
        setFor(one.wake);
        return () => {
          waiting.delete(one);
        };
      },
    },
  };
}
