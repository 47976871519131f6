/**
 * A clock that jumps from one due time to the next and lets promises settle in between, so that simulated boots run much faster than real
 * time. (RxJS's own virtual scheduler does not wait for promises.)
 */

import {
  type Instant,
  instant,
  later,
  type Milliseconds,
  milliseconds,
} from '../../firmware-protocol/quantities.ts';
import type { Cancel, Clock } from './clock.ts';

interface Due {
  readonly at: Instant;
  /** Of two pieces of work due at the same time, the one with the lower number, which was scheduled first, runs first. */
  readonly order: number;
  work: (() => void) | null;
}

const before = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/**
 * After this many pieces of work, the clock waits for one turn of the event loop. A turn costs more than most pieces of work, but what runs
 * in real time beside the clock (a test runner's messages, a progress bar, reports of unhandled rejections) needs one now and then.
 */
const ENTRIES_PER_TURN = 50;

export interface Turns {
  eventLoop(): Promise<void>;
  microtasks(): Promise<void>;
}

/**
 * Called from a microtask, `process.nextTick` runs its callback as soon as all microtasks that are ready have run, without a turn of the
 * event loop.
 */
const turnsOfNode: Turns = {
  eventLoop: () => new Promise((resolve) => setImmediate(resolve)),
  microtasks: () => new Promise((resolve) => process.nextTick(resolve)),
};

export class VirtualClock implements Clock {
  #now = instant(0);
  #order = 0;
  /** A binary heap with the earliest entry at index 0. */
  readonly #heap: Due[] = [];
  readonly #turns: Turns;

  /** @param turns Node's by default; in a browser, `pageTurns()` */
  constructor(turns: Turns = turnsOfNode) {
    this.#turns = turns;
  }

  now(): Instant {
    return this.#now;
  }

  after(delay: Milliseconds, work: () => void): Cancel {
    const due: Due = { at: later(this.#now, milliseconds(Math.max(0, delay))), order: this.#order++, work };
    this.#push(due);
    return () => {
      due.work = null;
    };
  }

  /** Runs everything due within `duration`, in order, and stops exactly at its end. */
  async run(duration: Milliseconds): Promise<void> {
    await this.runUntil(() => false, duration);
  }

  /** @returns whether `met` returned true before `atMost` had passed */
  async runUntil(met: () => boolean, atMost: Milliseconds): Promise<boolean> {
    const end = later(this.#now, atMost);
    await this.#turns.eventLoop();
    for (let entries = 1; !met(); entries++) {
      const next = this.#heap[0];
      if (!next || next.at > end) {
        this.#now = end;
        return met();
      }
      this.#pop();
      if (!next.work) continue;
      this.#now = next.at;
      next.work();
      await (entries % ENTRIES_PER_TURN === 0 ? this.#turns.eventLoop() : this.#turns.microtasks());
    }
    return true;
  }

  #push(due: Due): void {
    const heap = this.#heap;
    let i = heap.length;
    heap.push(due);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = heap[parent];
      if (!above || !before(due, above)) break;
      heap[i] = above;
      i = parent;
    }
    heap[i] = due;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let i = 0;
    for (;;) {
      const left = 2 * i + 1;
      const right = left + 1;
      const l = heap[left];
      const r = heap[right];
      const child = r && l && before(r, l) ? r : l;
      if (!child || !before(child, last)) break;
      heap[i] = child;
      i = child === l ? left : right;
    }
    heap[i] = last;
  }
}
