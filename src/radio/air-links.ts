/**
 * The links of one peripheral over BlueZ. BlueZ says which device an operation comes from, and with what MTU; it does not say
 * which one asked for notifications, nor is every connected device a central of ours: a link begins with its first operation.
 */

import { LARGEST_VALUE } from '../../firmware-protocol/profile.ts';
import type { Peripheral, PeripheralLink } from '../simulator/peripheral.ts';
import { AirValues } from './air-values.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What BlueZ says about who asks. */
export interface Asking {
  /** Object path of the device. */
  readonly device: string;
  /** ATT MTU of its link, bytes; undefined where BlueZ does not say. */
  readonly mtu?: number | undefined;
}

/** Op code and handle, bytes (Core specification, Vol 3 Part F 3.4). */
const ATT_HEADER = 3;
/** Until an MTU is known it may be the smallest there is, 23 bytes. */
const SMALLEST_MTU = 23;
/** bluetoothd 5.66 acknowledges a write of 511 or 512 bytes at its server and drops it. */
const LONGEST_WRITE = LARGEST_VALUE - 2;

export const payloadFor = (mtu: number): number => Math.min(LONGEST_WRITE, mtu - ATT_HEADER);

interface AirLink {
  readonly peripheral: PeripheralLink;
  mtu: number;
  /** Value of each characteristic as its long read began. */
  readonly reading: Map<string, Bytes>;
}

export interface AirLinksOptions {
  readonly peripheral: Peripheral;
  readonly send: (characteristic: string, value: Bytes) => void;
  /** Ends the connection to a device. */
  readonly disconnect: (device: string) => void;
  /** A link began or ended. */
  readonly changed: () => void;
}

export class AirLinks {
  readonly #options: AirLinksOptions;
  readonly #links = new Map<string, AirLink>();
  /** What some central wants to be told of. */
  readonly #wanted = new Set<string>();
  readonly #values: AirValues;

  constructor(options: AirLinksOptions) {
    this.#options = options;
    this.#values = new AirValues(options.send);
  }

  /** Object paths of the devices, in the order in which they came. */
  get devices(): readonly string[] {
    return [...this.#links.keys()];
  }

  /** Null when the peripheral takes no further link. */
  read(asking: Asking, characteristic: string, offset: number): Bytes | null {
    const link = this.#from(asking);
    if (!link) return null;
    const begun = offset > 0 ? link.reading.get(characteristic) : undefined;
    const value = begun ?? link.peripheral.read(characteristic);
    link.reading.set(characteristic, value);
    return value.slice(offset);
  }

  /** False when the peripheral takes no further link. */
  write(asking: Asking, characteristic: string, value: Bytes, withResponse: boolean): boolean {
    const link = this.#from(asking);
    link?.peripheral.write(characteristic, value, withResponse);
    return link !== null;
  }

  /** From the first central that wants it until none does. */
  subscribe(characteristic: string, wanted: boolean): void {
    if (wanted) this.#wanted.add(characteristic);
    else this.#wanted.delete(characteristic);
    for (const { peripheral } of this.#links.values()) peripheral.subscribe(characteristic, wanted);
  }

  /** A device is gone; nothing happens if it was none of ours. */
  ended(device: string): void {
    const link = this.#links.get(device);
    if (!link) return;
    this.#links.delete(device);
    link.peripheral.close();
    this.#options.changed();
  }

  /** All are gone: the adapter is off, or BlueZ has ended. */
  allEnded(): void {
    for (const device of this.devices) this.ended(device);
    this.#wanted.clear();
  }

  /** The peripheral's end of every link lets go. */
  dropAll(): void {
    for (const device of this.devices) {
      this.ended(device);
      this.#options.disconnect(device);
    }
  }

  #from({ device, mtu }: Asking): AirLink | null {
    const known = this.#links.get(device);
    if (known) {
      known.mtu = mtu ?? known.mtu;
      return known;
    }
    return this.#open(device, mtu ?? SMALLEST_MTU);
  }

  #open(device: string, mtu: number): AirLink | null {
    const held: { link?: AirLink } = {};
    const peripheral = this.#options.peripheral.open({
      get payload() {
        return payloadFor(held.link?.mtu ?? mtu);
      },
      notify: (characteristic, value) => {
        if (this.#links.get(device) === held.link) this.#values.add(device, characteristic, value);
      },
      drop: () => {
        if (this.#links.get(device) !== held.link) return;
        // BlueZ takes up to 2 s to end it. What still comes, a Stop above all, is served as on a new link.
        this.#links.delete(device);
        this.#options.disconnect(device);
        this.#options.changed();
      },
    });
    if (!peripheral) {
      this.#options.disconnect(device);
      return null;
    }
    const link: AirLink = { peripheral, mtu, reading: new Map() };
    held.link = link;
    this.#links.set(device, link);
    for (const characteristic of this.#wanted) peripheral.subscribe(characteristic, true);
    this.#options.changed();
    return link;
  }
}
