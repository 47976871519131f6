/**
 * Decides whether a link that is up rejects an operation: because of a fault, or because another page has an operation
 * in flight.
 */

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

  /** Sets which operations this link refuses from now on. With `nothing`, `faults.refuses` decides. */
  refuse(what: LinkFaults['refuses']): void {
    this.#refuses = what;
  }

  /** Simulates an operation of another page, which keeps this link busy for `duration` ms. */
  occupy(duration: Milliseconds): void {
    this.#occupiedUntil = later(this.clock.now(), duration);
  }

  /**
   * The error with which to reject an operation; null = the operation may start.
   * @param kind `answered`: the operation waits for a response. `handedOver`: it ends once the radio has the value.
   */
  rejection(kind: 'answered' | 'handedOver'): DOMException | null {
    const refuses = this.#refuses === 'nothing' ? this.faults.refuses : this.#refuses;
    if (refuses === 'everything' || (refuses === 'whatIsAnswered' && kind === 'answered')) {
      return operationFailed();
    }
    return this.clock.now() < this.#occupiedUntil ? operationInProgress() : null;
  }
}
