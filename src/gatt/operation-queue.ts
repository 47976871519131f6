/**
 * Runs one GATT operation at a time, urgent ones first. An operation that a busy platform does not start is tried again a moment later.
 */

import { elapsed, type Instant, later, type Milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { BUSY_RETRY_DELAY, type Busy, noAnswer, withDeadline } from './deadline.ts';
import type { OperationResult } from './refusals.ts';
import { failure, type GattCause, type GattFailure, type Reply } from './reply.ts';

/**
 * `write` and `read` run in the order in which they were added, after every waiting `urgent`. Only `write` can be withdrawn, because a
 * reader wants its answer.
 */
export type Rank = 'urgent' | 'write' | 'read';

export interface Way<T> {
  readonly start: () => Promise<T>;
  /** Whether success means that the peripheral has answered. */
  readonly answered: boolean;
}

interface QueuedOperation {
  readonly rank: Rank;
  /** Resolves once the operation has its reply, or the platform was too busy to start it. */
  readonly run: () => Promise<'over' | 'postponed'>;
  readonly end: (reply: Reply<never>) => void;
}

export interface OperationQueueOptions {
  readonly clock: Clock;
  readonly deadline: Milliseconds;
  /** Called if the running operation is not answered within `deadline` after its start. Should close the queue. */
  readonly onTimeout: (failure: GattFailure) => void;
  /**
   * Called with each result of an operation that ran: none if it timed out or the queue was closed, two if its second way was accepted
   * but not answered.
   */
  readonly onResult: (result: OperationResult) => void;
}

export class OperationQueue {
  readonly #options: OperationQueueOptions;
  #waiting: QueuedOperation[] = [];
  #inFlight: QueuedOperation | null = null;
  #pausing = false;

  constructor(options: OperationQueueOptions) {
    this.#options = options;
  }

  /** @param ways tried in order, each as soon as the one before it was refused */
  add<T>(ways: readonly Way<T>[], rank: Rank = 'write'): Promise<Reply<T>> {
    return new Promise((resolve) => {
      const { clock, deadline, onTimeout, onResult } = this.#options;
      let startedAt: Instant | null = null;
      const waiting: QueuedOperation = {
        rank,
        end: resolve,
        run: async () => {
          startedAt ??= clock.now();
          const end = later(startedAt, deadline);
          const { reply, results } = await tried(ways, rank, (start) => {
            const left = elapsed(clock.now(), end);
            return left > 0 ? withDeadline(clock, left, start) : Promise.resolve(noAnswer);
          });
          if (reply === 'busy') return 'postponed';
          resolve(reply);
          if (this.#inFlight !== waiting) return 'over';
          for (const result of results) onResult(result);
          if (!reply.ok && reply.failure.kind === 'timedOut') onTimeout(reply.failure);
          return 'over';
        },
      };
      this.#waiting.splice(this.#placeOf(rank), 0, waiting);
      this.#next();
    });
  }

  withdrawWrites(): void {
    const withdrawn = this.#waiting.filter(({ rank }) => rank === 'write');
    this.#waiting = this.#waiting.filter(({ rank }) => rank !== 'write');
    for (const { end } of withdrawn) end(failure('withdrawn', { kind: 'withdrawn' }));
  }

  /**
   * Call when the link is gone. Operations that wait are never sent; the running one ends with an unknown outcome.
   * @param why what ended the link
   */
  close(why: GattCause): void {
    const inFlight = this.#inFlight;
    const waiting = this.#waiting;
    this.#inFlight = null;
    this.#waiting = [];
    inFlight?.end(failure('failed', why));
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
    void next.run().then((onResult) => {
      if (this.#inFlight !== next) return;
      this.#inFlight = null;
      if (onResult === 'postponed') this.#postpone(next);
      else this.#next();
    });
  }

  /**
   * Queues an operation again: an urgent one first, any other ahead of all that are not urgent. The operation has not started, so it
   * can still be withdrawn.
   */
  #postpone(next: QueuedOperation): void {
    const first = next.rank === 'urgent' ? 0 : this.#waiting.findIndex((other) => other.rank !== 'urgent');
    this.#waiting.splice(first < 0 ? this.#waiting.length : first, 0, next);
    this.#pausing = true;
    this.#options.clock.after(BUSY_RETRY_DELAY, () => {
      this.#pausing = false;
      this.#next();
    });
  }
}

interface TriedWays<T> {
  readonly reply: Reply<T> | Busy;
  readonly results: readonly OperationResult[];
}

async function tried<T>(
  ways: readonly Way<T>[],
  rank: Rank,
  attempt: (start: Way<T>['start']) => Promise<Reply<T> | Busy>,
): Promise<TriedWays<T>> {
  let reply: Reply<T> | Busy = failure('failed', { kind: 'notWritable' });
  let before: readonly OperationResult[] = [];
  for (const { start, answered } of ways) {
    reply = await attempt(start);
    if (reply === 'busy') return { reply, results: [] };
    if (reply.ok) return { reply, results: [answered ? 'answered' : 'taken', ...(answered ? [] : before)] };
    if (reply.failure.kind === 'timedOut') return { reply, results: [] };
    before = ['refused'];
  }
  return { reply, results: [rank === 'urgent' ? 'urgentRefused' : 'refused'] };
}
