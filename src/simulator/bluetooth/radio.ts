/** What is between this central and one peripheral, over all connections: faults to inject, the link if one is up. */

import type { Milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import type { Peripheral } from '../peripheral.ts';
import { AirLink } from './air-link.ts';
import { networkError } from './errors.ts';
import { type LinkFaults, type LinkParameters, noFaults } from './link-parameters.ts';

export interface RadioEvents {
  readonly heard: (characteristic: string, value: Uint8Array<ArrayBuffer>) => void;
  readonly ended: () => void;
}

export class Radio {
  readonly faults: LinkFaults = noFaults();
  readonly peripheral: Peripheral;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #parameters: LinkParameters;
  #link: AirLink | null = null;

  constructor(peripheral: Peripheral, clock: Clock, random: () => number, parameters: LinkParameters) {
    this.peripheral = peripheral;
    this.#clock = clock;
    this.#random = random;
    this.#parameters = parameters;
  }

  get isLinked(): boolean {
    return this.#link?.isOpen ?? false;
  }

  /** The central notices that the link is gone, now. With `faults.unreachable` it stays gone. */
  lose(): void {
    this.#link?.close();
  }

  /** The notifications of a characteristic cease on the link that is up, until they are asked for anew. */
  forget(characteristic: string): void {
    this.#link?.forget(characteristic);
  }

  /** Another page has an operation under way on the link that is up, for so long. */
  occupy(duration: Milliseconds): void {
    this.#link?.reluctance.occupy(duration);
  }

  /** The link that is up refuses operations from now on; the next one does not. */
  refuse(what: LinkFaults['refuses']): void {
    this.#link?.reluctance.refuse(what);
  }

  /** Rejects with a NetworkError when the peripheral is out of reach or takes no further link. */
  async connect(events: RadioEvents): Promise<AirLink> {
    await new Promise<void>((resolve) => {
      this.#clock.after(this.#parameters.connectTime, resolve);
    });
    const link = this.faults.unreachable
      ? null
      : AirLink.open(this.peripheral, {
          clock: this.#clock,
          random: this.#random,
          parameters: this.#parameters,
          faults: this.faults,
          heard: events.heard,
          ended: events.ended,
        });
    if (!link) throw networkError('Connection attempt failed.');
    this.#link = link;
    return link;
  }
}
