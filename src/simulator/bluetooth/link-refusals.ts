/** Decides whether a link that is up rejects an operation: because of a fault, or because another page has one in flight. */

import { instant, later, type Milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import { operationFailed, operationInProgress } from './errors.ts';
import type { LinkFaults } from './link-parameters.ts';

export class LinkRefusals {
  #refuses: LinkFaults['refuses'] = 'nothing';
  #occupiedUntil = instant(0);

  constructor(
    readonly clock: Clock,
    readonly faults: LinkFaults,
  ) {}

  /** Refuses operations on this link from now on. On the next link, only `faults` decide. */
  refuse(what: LinkFaults['refuses']): void {
    this.#refuses = what;
  }

  /** Simulates an operation of another page that takes this long. */
  occupy(duration: Milliseconds): void {
    this.#occupiedUntil = later(this.clock.now(), duration);
  }

  /** The error to reject an operation with; null = it may start. */
  rejection(kind: 'answered' | 'handedOver'): DOMException | null {
    const refuses = this.#refuses === 'nothing' ? this.faults.refuses : this.#refuses;
    if (refuses === 'everything' || (refuses === 'whatIsAnswered' && kind === 'answered')) {
      return operationFailed();
    }
    return this.clock.now() < this.#occupiedUntil ? operationInProgress() : null;
  }
}
