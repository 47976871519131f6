/**
 * One link to a peripheral at the level of ATT, Bluetooth's attribute protocol: reads, writes, subscriptions,
 * notifications and indications. The link rejects an operation of the page while an earlier one is pending.
 */

import { LARGEST_VALUE } from '../../../firmware-protocol/profile.ts';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import { underLinkFaults } from '../faults/under-link-faults.ts';
import type { Central, Peripheral, PeripheralLink } from '../peripheral.ts';
import { AcknowledgedWrite, ATT_HEADER_BYTES, ATT_LONG_HEADER_BYTES } from './acknowledged-write.ts';
import { ConnectionEvents, type Direction } from './connection-events.ts';
import {
  disconnectedMeanwhile,
  invalidModificationError,
  notConnected,
  operationInProgress,
} from './errors.ts';
import { type LinkFaults, type LinkParameters, received } from './link-parameters.ts';
import { LinkRefusals } from './link-refusals.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const ATT_OPCODE_BYTES = 1;
/** Number of frames that the platform's radio buffers before a writer has to wait. */
const BUFFERED_FRAMES = 8;
const HANDOVER_TIME = milliseconds(1);

const nothing: Bytes = new Uint8Array(0);

export interface AttLinkOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly parameters: LinkParameters;
  readonly faults: LinkFaults;
  readonly onValue: (characteristic: string, value: Bytes) => void;
  readonly onEnd: (costsBluetooth: boolean) => void;
}

export class AttLink {
  readonly refusals: LinkRefusals;
  readonly #options: AttLinkOptions;
  readonly #events: ConnectionEvents;
  readonly #subscribed = new Set<string>();
  #peripheralLink: PeripheralLink | null = null;
  #open = true;
  #leaving = false;
  #busy = false;
  #fail: ((reason: DOMException) => void) | null = null;

  private constructor(options: AttLinkOptions) {
    this.#options = options;
    this.refusals = new LinkRefusals(options.clock, options.faults);
    this.#events = new ConnectionEvents(options.clock, options.random, options.parameters);
  }

  /** @returns null if the peripheral accepts no link */
  static open(peripheral: Peripheral, options: AttLinkOptions): AttLink | null {
    const link = new AttLink(options);
    const central: Central = {
      payload: options.parameters.payload,
      notify: (characteristic, value) => link.#notify(characteristic, value),
      indicate: (characteristic, value, confirmed) => link.#indicate(characteristic, value, confirmed),
      drop: () => link.#leave(),
    };
    link.#peripheralLink = underLinkFaults(peripheral, options.faults, options.clock).open(central);
    return link.#peripheralLink ? link : null;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  get isBusy(): boolean {
    return this.#open && this.#busy;
  }

  async discover(exchanges: number): Promise<void> {
    await this.#request(exchanges, 0, () => nothing);
  }

  read(characteristic: string): Promise<Bytes> {
    return this.#request(1, ATT_HEADER_BYTES, (far) => far.read(characteristic).slice(0, LARGEST_VALUE));
  }

  async writeWithResponse(characteristic: string, value: Bytes): Promise<void> {
    const write = new AcknowledgedWrite(characteristic, value, this.#options.parameters.payload);
    const bytes = ATT_HEADER_BYTES + Math.ceil(value.length / write.exchanges);
    await this.#request(write.exchanges, bytes, write.finish, write.prepare);
  }

  async subscribe(characteristic: string, wanted: boolean): Promise<void> {
    await this.#request(1, ATT_HEADER_BYTES + 2, (far) => {
      if (wanted) this.#subscribed.add(characteristic);
      else this.#subscribed.delete(characteristic);
      far.subscribe(characteristic, wanted);
      return nothing;
    });
  }

  /** Restores the subscriptions of an earlier link, as some platforms do by themselves. The page may start operations meanwhile. */
  restoreSubscriptions(characteristics: Iterable<string>): void {
    for (const characteristic of characteristics) {
      this.#carry('down', ATT_HEADER_BYTES + 2, () => {
        this.#subscribed.add(characteristic);
        this.#peripheralLink?.subscribe(characteristic, true);
      });
    }
  }

  dropSubscription(characteristic: string): void {
    this.#subscribed.delete(characteristic);
    this.#peripheralLink?.subscribe(characteristic, false);
  }

  /**
   * Rejects the pending operation, unless a fault keeps that operation from settling. Call when the page has
   * disconnected but the link stays up.
   */
  failPending(): void {
    this.#fail?.(disconnectedMeanwhile());
    this.#fail = null;
  }

  /** Resolves once the radio has accepted the value, which may arrive later or never. Rejects a value longer than the payload. */
  writeWithoutResponse(characteristic: string, value: Bytes): Promise<void> {
    if (value.length > this.#options.parameters.payload) {
      return Promise.reject(invalidModificationError('GATT Error: invalid attribute length.'));
    }
    return this.#exclusive('handedOver', (done) => {
      const { clock, faults } = this.#options;
      if (faults.swallowed > 0) {
        faults.swallowed--;
        return this.#abandonOperation();
      }
      const answered = faults.unanswered === 0;
      if (!answered) faults.unanswered--;
      const buffered = this.#events.waitingDown < BUFFERED_FRAMES;
      this.#carry('down', ATT_HEADER_BYTES + value.length, () => {
        if (answered && !buffered) done();
        if (!this.#leaving) this.#peripheralLink?.write(characteristic, value, false);
      });
      if (!answered) this.#abandonOperation();
      else if (buffered) clock.after(HANDOVER_TIME, done);
    });
  }

  /**
   * Ends the link, calls `onEnd`, then rejects the pending operation. With `faults.costsBluetooth`, the pending
   * operation never settles.
   */
  close(): void {
    if (!this.#open) return;
    const costsBluetooth = this.#busy && this.#options.faults.costsBluetooth;
    this.#open = false;
    this.#events.stop();
    this.#peripheralLink?.close();
    this.#options.onEnd(costsBluetooth);
    if (!costsBluetooth) this.failPending();
  }

  /** @param before carries out each exchange before the last; `left` = how many of these are still to come, this one included */
  #request(
    exchanges: number,
    attBytes: number,
    act: (far: PeripheralLink) => Bytes,
    before: (far: PeripheralLink, left: number) => void = () => undefined,
  ): Promise<Bytes> {
    return this.#exclusive('answered', (done) => {
      const { faults, parameters } = this.#options;
      if (faults.swallowed > 0) {
        faults.swallowed--;
        return this.#abandonOperation();
      }
      const answered = faults.unanswered === 0;
      if (!answered) {
        faults.unanswered--;
        this.#abandonOperation();
      }
      const answer = (value: Bytes, parts: number, left: number): void =>
        this.#carry('up', ATT_OPCODE_BYTES + Math.ceil(value.length / parts), () => {
          if (left === 1) done(received(value, faults, this.#options.random));
          else this.#carry('down', ATT_LONG_HEADER_BYTES, () => answer(value, parts, left - 1));
        });
      const ask = (left: number): void =>
        this.#carry('down', attBytes, () => {
          if (this.#leaving || !this.#peripheralLink) return;
          if (left > 1) {
            before(this.#peripheralLink, left - 1);
            this.#carry('up', attBytes, () => ask(left - 1));
            return;
          }
          const value = act(this.#peripheralLink);
          const parts = 1 + Math.floor(value.length / (parameters.payload + 2));
          if (answered) answer(value, parts, parts);
        });
      ask(exchanges);
    });
  }

  #exclusive<T>(kind: 'answered' | 'handedOver', start: (done: (value: T) => void) => void): Promise<T> {
    if (!this.#open) return Promise.reject(notConnected());
    const rejection = this.refusals.rejection(kind);
    if (rejection) return Promise.reject(rejection);
    if (this.#busy) return Promise.reject(operationInProgress());
    this.#busy = true;
    return new Promise((resolve, reject) => {
      this.#fail = reject;
      start((value) => {
        if (!this.#open) return;
        this.#busy = false;
        this.#fail = null;
        resolve(value);
      });
    });
  }

  /** Leaves the pending operation unsettled: its promise never settles, and the link stays busy until the link ends. */
  #abandonOperation(): void {
    this.#fail = null;
  }

  #notify(characteristic: string, value: Bytes): void {
    const { faults, onValue, parameters, random } = this.#options;
    if (!this.#open || this.#leaving || !this.#subscribed.has(characteristic)) return;
    const carried = value.length > parameters.payload ? value.slice(0, parameters.payload) : value;
    this.#carry('up', ATT_HEADER_BYTES + carried.length, () =>
      onValue(characteristic, received(carried, faults, random)),
    );
  }

  /** Sends an indication. The central confirms after `faults.confirmation` ms, whether or not the value reaches the page. */
  #indicate(characteristic: string, value: Bytes, confirmed: () => void): void {
    const { clock, faults } = this.#options;
    this.#notify(characteristic, value);
    if (faults.confirmation === 0) confirmed();
    else clock.after(faults.confirmation, confirmed);
  }

  #leave(): void {
    if (!this.#open || this.#leaving) return;
    this.#leaving = true;
    this.#events.carry('up', ATT_OPCODE_BYTES, milliseconds(0), () => this.close());
  }

  #carry(direction: Direction, attBytes: number, arrive: () => void): void {
    this.#events.carry(direction, attBytes, this.#options.faults.delay, arrive);
  }
}
