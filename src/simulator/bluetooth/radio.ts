/** The radio between the simulated central and one peripheral, with the injected faults and the current link. */

import type { Milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import type { Peripheral } from '../peripheral.ts';
import { AttLink } from './att-link.ts';
import { networkError } from './errors.ts';
import { type LinkFaults, type LinkParameters, noFaults } from './link-parameters.ts';

export interface RadioEvents {
  readonly onValue: (characteristic: string, value: Uint8Array<ArrayBuffer>) => void;
  /** @param costsBluetooth whether the page loses its Bluetooth with the link (`faults.costsBluetooth`) */
  readonly onEnd: (costsBluetooth: boolean) => void;
}

export class Radio {
  readonly faults: LinkFaults = noFaults();
  readonly peripheral: Peripheral;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #parameters: LinkParameters;
  #link: AttLink | null = null;

  constructor(peripheral: Peripheral, clock: Clock, random: () => number, parameters: LinkParameters) {
    this.peripheral = peripheral;
    this.#clock = clock;
    this.#random = random;
    this.#parameters = parameters;
  }

  get isLinked(): boolean {
    return this.#link?.isOpen ?? false;
  }

  get isBusy(): boolean {
    return this.#link?.isBusy ?? false;
  }

  /** Ends the link, as when the peripheral goes out of range. While `faults.unreachable` is set, the page gets no new link. */
  lose(): void {
    this.#link?.close();
  }

  /** Ends a characteristic's subscription on the current link without telling the page, which then receives none of its values. */
  dropSubscription(characteristic: string): void {
    this.#link?.dropSubscription(characteristic);
  }

  /** Simulates an operation of another page on the current link, which takes `duration` ms. */
  occupy(duration: Milliseconds): void {
    this.#link?.refusals.occupy(duration);
  }

  /** Sets which operations the current link refuses from now on. The next link does not refuse them. */
  refuse(what: LinkFaults['refuses']): void {
    this.#link?.refusals.refuse(what);
  }

  /** Opens a link. Rejects with a NetworkError if `faults.unreachable` is set or the peripheral accepts no link. */
  async connect(events: RadioEvents): Promise<AttLink> {
    await new Promise<void>((resolve) => {
      this.#clock.after(this.#parameters.connectTime, resolve);
    });
    const link = this.faults.unreachable
      ? null
      : AttLink.open(this.peripheral, {
          clock: this.#clock,
          random: this.#random,
          parameters: this.#parameters,
          faults: this.faults,
          onValue: events.onValue,
          onEnd: events.onEnd,
        });
    if (!link) throw networkError('Connection attempt failed.');
    this.#link = link;
    return link;
  }
}
