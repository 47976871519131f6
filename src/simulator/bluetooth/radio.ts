/** The radio between this central and one peripheral, with the injected faults and the current link. */

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

  /**
   * Ends the link as if the central had found it lost. While `faults.unreachable` is set, the page cannot reconnect.
   */
  lose(): void {
    this.#link?.close();
  }

  /**
   * Drops a characteristic's subscription on the current link without telling the page, which then receives nothing
   * until it stops and starts notifications, or reconnects.
   */
  dropSubscription(characteristic: string): void {
    this.#link?.dropSubscription(characteristic);
  }

  /** Simulates another page's operation on the current link, which takes `duration` ms. */
  occupy(duration: Milliseconds): void {
    this.#link?.refusals.occupy(duration);
  }

  /** Sets which operations the current link refuses from now on. Does not affect the next link. */
  refuse(what: LinkFaults['refuses']): void {
    this.#link?.refusals.refuse(what);
  }

  /** Opens a link. Rejects with a NetworkError if the peripheral is out of reach or accepts no more links. */
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
