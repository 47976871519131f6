/** Why a link that is up rejects an operation: it refuses, or another page has an operation in flight. */

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

  /** Refuses operations on this link from now on; the next link behaves as its faults say. */
  refuse(what: LinkFaults['refuses']): void {
    this.#refuses = what;
  }

  /** Another page's operation takes this long. */
  occupy(duration: Milliseconds): void {
    this.#occupiedUntil = later(this.clock.now(), duration);
  }

  /** What to reject an operation with; null = it may start. */
  rejection(kind: 'answered' | 'handedOver'): DOMException | null {
    const refuses = this.#refuses === 'nothing' ? this.faults.refuses : this.#refuses;
    if (refuses === 'everything' || (refuses === 'whatIsAnswered' && kind === 'answered')) {
      return operationFailed();
    }
    return this.clock.now() < this.#occupiedUntil ? operationInProgress() : null;
  }
}
