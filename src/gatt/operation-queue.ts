/**
 * At most one operation in flight. Urgent ones go before all ordinary ones that wait. A deadline counts from the moment an
 * operation starts; when it passes, `hung` is told, and is expected to close the queue.
 */

import type { Milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { failure, type GattFailure, type Reply } from './reply.ts';
import { within } from './within.ts';

interface Waiting {
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
  #urgent: Waiting[] = [];
  #ordinary: Waiting[] = [];
  #inFlight: Waiting | null = null;

  constructor(options: OperationQueueOptions) {
    this.#options = options;
  }

  add<T>(what: string, start: () => Promise<T>, urgent = false): Promise<Reply<T>> {
    return new Promise((resolve) => {
      const { clock, deadline, hung, refused } = this.#options;
      const waiting: Waiting = {
        end: resolve,
        run: async () => {
          const reply = await within(clock, deadline, what, start);
          resolve(reply);
          if (reply.ok || this.#inFlight !== waiting) return;
          if (reply.failure.kind === 'timedOut') hung(reply.failure);
          else refused();
        },
      };
      (urgent ? this.#urgent : this.#ordinary).push(waiting);
      this.#next();
    });
  }

  /** Takes back the ordinary operations that have not started. */
  withdraw(): void {
    const withdrawn = this.#ordinary;
    this.#ordinary = [];
    for (const waiting of withdrawn) waiting.end(failure('failed', 'withdrawn'));
  }

  /** The link is gone, `why` in words: nothing that waits is ever sent; what is in flight ends with an unknown outcome. */
  close(why: string): void {
    const inFlight = this.#inFlight;
    const waiting = [...this.#urgent, ...this.#ordinary];
    this.#inFlight = null;
    this.#urgent = [];
    this.#ordinary = [];
    inFlight?.end(failure('failed', `${why}; it was under way`));
    for (const { end } of waiting) end(failure('notConnected', why));
  }

  #next(): void {
    if (this.#inFlight) return;
    const next = this.#urgent.shift() ?? this.#ordinary.shift();
    if (!next) return;
    this.#inFlight = next;
    void next.run().then(() => {
      if (this.#inFlight !== next) return;
      this.#inFlight = null;
      this.#next();
    });
  }
}
