/**
 * At most one operation in flight. Urgent ones go before all others that wait. A deadline counts from the moment an operation
 * starts; when it passes, `hung` is told, and is expected to close the queue.
 */

import type { Milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { failure, type GattFailure, type Reply } from './reply.ts';
import { within } from './within.ts';

/** *Write* and *read* wait for their turn, but only writes can be withdrawn: whoever asked how things are still wants to know. */
export type Rank = 'urgent' | 'write' | 'read';

interface Waiting {
  readonly rank: Rank;
  /** Ends once the operation has been replied to. */
  readonly run: () => Promise<void>;
  readonly end: (reply: Reply<never>) => void;
}

export interface OperationQueueOptions {
  readonly clock: Clock;
  readonly deadline: Milliseconds;
  /** The operation in flight got no answer in time. */
  readonly hung: (failure: GattFailure) => void;
  /** The operation in flight was refused by the platform. */
  readonly refused: () => void;
}

export class OperationQueue {
  readonly #options: OperationQueueOptions;
  /** In the order in which they will start. */
  #waiting: Waiting[] = [];
  #inFlight: Waiting | null = null;

  constructor(options: OperationQueueOptions) {
    this.#options = options;
  }

  add<T>(what: string, start: () => Promise<T>, rank: Rank = 'write'): Promise<Reply<T>> {
    return new Promise((resolve) => {
      const { clock, deadline, hung, refused } = this.#options;
      const waiting: Waiting = {
        rank,
        end: resolve,
        run: async () => {
          const reply = await within(clock, deadline, what, start);
          resolve(reply);
          if (reply.ok || this.#inFlight !== waiting) return;
          if (reply.failure.kind === 'timedOut') hung(reply.failure);
          else refused();
        },
      };
      const behind = rank === 'urgent' ? this.#waiting.findIndex((other) => other.rank !== 'urgent') : -1;
      this.#waiting.splice(behind < 0 ? this.#waiting.length : behind, 0, waiting);
      this.#next();
    });
  }

  /** Takes back the writes that have not started. */
  withdrawWrites(): void {
    const withdrawn = this.#waiting.filter(({ rank }) => rank === 'write');
    this.#waiting = this.#waiting.filter(({ rank }) => rank !== 'write');
    for (const { end } of withdrawn) end(failure('failed', 'withdrawn'));
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

  #next(): void {
    if (this.#inFlight) return;
    const next = this.#waiting.shift();
    if (!next) return;
    this.#inFlight = next;
    void next.run().then(() => {
      if (this.#inFlight !== next) return;
      this.#inFlight = null;
      this.#next();
    });
  }
}
