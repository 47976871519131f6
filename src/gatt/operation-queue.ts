/**
 * At most one operation in flight. Urgent ones go before all others that wait. A deadline counts from the moment an operation
 * starts; when it passes, `hung` is told, and is expected to close the queue. What a platform puts off because it is busy starts again
 * a moment later.
 */

import { elapsed, type Instant, later, type Milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import type { Result } from './refusals.ts';
import { failure, type GattFailure, type Reply } from './reply.ts';
import { BUSY_AGAIN, type Busy, noAnswer, within } from './within.ts';

/** *Write* and *read* wait for their turn, but only writes can be withdrawn: whoever asked how things are still wants to know. */
export type Rank = 'urgent' | 'write' | 'read';

/** How an operation can be done. */
export interface Way<T> {
  readonly start: () => Promise<T>;
  /** Whether its success is an answer of the far side. */
  readonly answered: boolean;
}

interface Waiting {
  readonly rank: Rank;
  /** Ends once the operation has been replied to, or has been put off. */
  readonly run: () => Promise<'over' | 'putOff'>;
  readonly end: (reply: Reply<never>) => void;
}

export interface OperationQueueOptions {
  readonly clock: Clock;
  readonly deadline: Milliseconds;
  /** The operation in flight got no answer in time. */
  readonly hung: (failure: GattFailure) => void;
  /** What the platform made of the operation in flight. */
  readonly came: (result: Result) => void;
}

export class OperationQueue {
  readonly #options: OperationQueueOptions;
  /** In the order in which they will start. */
  #waiting: Waiting[] = [];
  #inFlight: Waiting | null = null;
  /** The platform was busy a moment ago. */
  #pausing = false;

  constructor(options: OperationQueueOptions) {
    this.#options = options;
  }

  /** @param ways what to try, each at once after the one before it was refused */
  add<T>(what: string, ways: readonly Way<T>[], rank: Rank = 'write'): Promise<Reply<T>> {
    return new Promise((resolve) => {
      const { clock, deadline, hung, came } = this.#options;
      let startedAt: Instant | null = null;
      const waiting: Waiting = {
        rank,
        end: resolve,
        run: async () => {
          startedAt ??= clock.now();
          const end = later(startedAt, deadline);
          const { reply, results } = await tried(ways, rank, (start) => {
            const left = elapsed(clock.now(), end);
            return left > 0 ? within(clock, left, what, start) : Promise.resolve(noAnswer(what, deadline));
          });
          if (reply === 'busy') return 'putOff';
          resolve(reply);
          if (this.#inFlight !== waiting) return 'over';
          for (const result of results) came(result);
          if (!reply.ok && reply.failure.kind === 'timedOut') hung(reply.failure);
          return 'over';
        },
      };
      this.#waiting.splice(this.#placeOf(rank), 0, waiting);
      this.#next();
    });
  }

  /** Takes back the writes that have not started. */
  withdrawWrites(): void {
    const withdrawn = this.#waiting.filter(({ rank }) => rank === 'write');
    this.#waiting = this.#waiting.filter(({ rank }) => rank !== 'write');
    for (const { end } of withdrawn) end(failure('withdrawn', 'taken back before it started'));
  }

  /** The link is gone, `why` in words: nothing that waits is ever sent; what is in flight ends with an unknown outcome. */
  close(why: string): void {
    const inFlight = this.#inFlight;
    const waiting = this.#waiting;
    this.#inFlight = null;
    this.#waiting = [];
    inFlight?.end(failure('failed', `${why}; it was under way`));
    for (const { end } of waiting) end(failure('notConnected', why));
  }

  #placeOf(rank: Rank): number {
    const behind = rank === 'urgent' ? this.#waiting.findIndex((other) => other.rank !== 'urgent') : -1;
    return behind < 0 ? this.#waiting.length : behind;
  }

  #next(): void {
    if (this.#inFlight || this.#pausing) return;
    const next = this.#waiting.shift();
    if (!next) return;
    this.#inFlight = next;
    void next.run().then((came) => {
      if (this.#inFlight !== next) return;
      this.#inFlight = null;
      if (came === 'putOff') this.#putOff(next);
      else this.#next();
    });
  }

  /** It waits again, as the first of its rank: it has not begun, and can be withdrawn. */
  #putOff(next: Waiting): void {
    const first = next.rank === 'urgent' ? 0 : this.#waiting.findIndex((other) => other.rank !== 'urgent');
    this.#waiting.splice(first < 0 ? this.#waiting.length : first, 0, next);
    this.#pausing = true;
    this.#options.clock.after(BUSY_AGAIN, () => {
      this.#pausing = false;
      this.#next();
    });
  }
}

interface Tried<T> {
  readonly reply: Reply<T> | Busy;
  readonly results: readonly Result[];
}

async function tried<T>(
  ways: readonly Way<T>[],
  rank: Rank,
  attempt: (start: Way<T>['start']) => Promise<Reply<T> | Busy>,
): Promise<Tried<T>> {
  let reply: Reply<T> | Busy = failure('failed', 'there is no way to do it');
  let before: readonly Result[] = [];
  for (const { start, answered } of ways) {
    reply = await attempt(start);
    if (reply === 'busy') return { reply, results: [] };
    if (reply.ok) return { reply, results: [answered ? 'answered' : 'taken', ...(answered ? [] : before)] };
    if (reply.failure.kind === 'timedOut') return { reply, results: [] };
    before = ['refused'];
  }
  return { reply, results: [rank === 'urgent' ? 'urgentRefused' : 'refused'] };
}
