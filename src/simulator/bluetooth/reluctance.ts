/** Why a link that is up does not do what it is asked: it refuses, or another page has an operation under way on it. */

import { instant, later, type Milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import { operationFailed, operationInProgress } from './errors.ts';
import type { LinkFaults } from './link-parameters.ts';

export class Reluctance {
  #refuses: LinkFaults['refuses'] = 'nothing';
  #occupiedUntil = instant(0);

  constructor(
    readonly clock: Clock,
    readonly faults: LinkFaults,
  ) {}

  /** From now on, on this link; the next one is as its faults have it. */
  refuse(what: LinkFaults['refuses']): void {
    this.#refuses = what;
  }

  /** Another page's operation takes so long. */
  occupy(duration: Milliseconds): void {
    this.#occupiedUntil = later(this.clock.now(), duration);
  }

  /** What an operation rejects with; null = it is begun. */
  objection(kind: 'answered' | 'handedOver'): DOMException | null {
    const refuses = this.#refuses === 'nothing' ? this.faults.refuses : this.#refuses;
    if (refuses === 'everything' || (refuses === 'whatIsAnswered' && kind === 'answered')) {
      return operationFailed();
    }
    return this.clock.now() < this.#occupiedUntil ? operationInProgress() : null;
  }
}
