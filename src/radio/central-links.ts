/**
 * Links from centrals to one peripheral behind BlueZ. A link begins with a device's first read or write, because BlueZ does not say
 * which device subscribed, and not every connected device is a central of this peripheral.
 */

import { LARGEST_VALUE } from '../../firmware-protocol/profile.ts';
import type { Peripheral, PeripheralLink } from '../simulator/peripheral.ts';
import { OutgoingValues } from './outgoing-values.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface Requester {
  /** D-Bus object path of the device. */
  readonly device: string;
  /** ATT MTU of the device's link, bytes; undefined if BlueZ does not say. */
  readonly mtu?: number | undefined;
}

/** Length of op code and handle, bytes (Core specification, Vol 3 Part F 3.4). */
const ATT_HEADER = 3;
/** Smallest allowed ATT MTU, bytes: assumed until the MTU is known. */
const SMALLEST_MTU = 23;
/** Longest write that arrives, bytes: bluetoothd 5.66 acknowledges a write of 511 or 512 bytes and then drops it. */
const LONGEST_WRITE = LARGEST_VALUE - 2;

export const payloadFor = (mtu: number): number => Math.min(LONGEST_WRITE, mtu - ATT_HEADER);

interface CentralLink {
  readonly peripheral: PeripheralLink;
  mtu: number;
  /** The value of each characteristic as it was when the last read of it began, because a central may read in parts. */
  readonly reading: Map<string, Bytes>;
}

export interface CentralLinksOptions {
  readonly peripheral: Peripheral;
  readonly send: (characteristic: string, value: Bytes) => void;
  readonly disconnect: (device: string) => void;
  readonly changed: () => void;
}

export class CentralLinks {
  readonly #options: CentralLinksOptions;
  readonly #links = new Map<string, CentralLink>();
  /** Characteristics that at least one central has subscribed to. */
  readonly #wanted = new Set<string>();
  readonly #values: OutgoingValues;

  constructor(options: CentralLinksOptions) {
    this.#options = options;
    this.#values = new OutgoingValues(options.send);
  }

  /** D-Bus object paths of the devices, in order of arrival. */
  get devices(): readonly string[] {
    return [...this.#links.keys()];
  }

  /** The value from `offset` on; null if the peripheral accepts no more links. */
  read(requester: Requester, characteristic: string, offset: number): Bytes | null {
    const link = this.#from(requester);
    if (!link) return null;
    const begun = offset > 0 ? link.reading.get(characteristic) : undefined;
    const value = begun ?? link.peripheral.read(characteristic);
    link.reading.set(characteristic, value);
    return value.slice(offset);
  }

  /** @returns false if the peripheral accepts no more links */
  write(requester: Requester, characteristic: string, value: Bytes, withResponse: boolean): boolean {
    const link = this.#from(requester);
    link?.peripheral.write(characteristic, value, withResponse);
    return link !== null;
  }

  /** BlueZ reports only the first subscription to a characteristic and the end of the last. */
  subscribe(characteristic: string, wanted: boolean): void {
    if (wanted) this.#wanted.add(characteristic);
    else this.#wanted.delete(characteristic);
    for (const { peripheral } of this.#links.values()) peripheral.subscribe(characteristic, wanted);
  }

  ended(device: string): void {
    const link = this.#links.get(device);
    if (!link) return;
    this.#links.delete(device);
    link.peripheral.close();
    this.#options.changed();
  }

  /** Call when all links are gone: the adapter is off, or BlueZ or the bus has gone. */
  allEnded(): void {
    for (const device of this.devices) this.ended(device);
    this.#wanted.clear();
  }

  dropAll(): void {
    for (const device of this.devices) {
      this.ended(device);
      this.#options.disconnect(device);
    }
  }

  #from({ device, mtu }: Requester): CentralLink | null {
    const known = this.#links.get(device);
    if (known) {
      known.mtu = mtu ?? known.mtu;
      return known;
    }
    return this.#open(device, mtu ?? SMALLEST_MTU);
  }

  #open(device: string, mtu: number): CentralLink | null {
    const held: { link?: CentralLink } = {};
    const peripheral = this.#options.peripheral.open({
      get payload() {
        return payloadFor(held.link?.mtu ?? mtu);
      },
      notify: (characteristic, value) => {
        if (this.#links.get(device) === held.link) this.#values.add(device, characteristic, value);
      },
      drop: () => {
        if (this.#links.get(device) !== held.link) return;
        // BlueZ takes up to 2 s to disconnect. Until then requests, above all a Stop, are served as if on a
        // new link.
        this.#links.delete(device);
        this.#options.disconnect(device);
        this.#options.changed();
      },
    });
    if (!peripheral) {
      this.#options.disconnect(device);
      return null;
    }
    const link: CentralLink = { peripheral, mtu, reading: new Map() };
    held.link = link;
    this.#links.set(device, link);
    for (const characteristic of this.#wanted) peripheral.subscribe(characteristic, true);
    this.#options.changed();
    return link;
  }
}
