/**
 * A GATT server without a radio: it takes reads and writes, and sends notifications and indications. The simulated
 * firmware implements it. Centrals reach it through the simulated W3C Bluetooth, through BlueZ (src/radio), or through
 * the browser tests' own Bluetooth service.
 */

import type { ServiceProfile } from '../../firmware-protocol/profile.ts';

/** One central's link to the peripheral. */
export interface PeripheralLink {
  /** The current value of a readable characteristic. */
  read(characteristic: string): Uint8Array<ArrayBuffer>;
  /** Takes a write. Never throws on bad content: the protocol says how to answer it, if at all. */
  write(characteristic: string, value: Uint8Array, withResponse: boolean): void;
  /** Subscribes this central to a characteristic, or ends its subscription. */
  subscribe(characteristic: string, wanted: boolean): void;
  /** Call when the link has ended, whichever side ended it. */
  close(): void;
}

/** A connected central, as a peripheral sees it. */
export interface Central {
  /** Largest value that one write or notification carries on this link, 61 to 512 bytes. */
  readonly payload: number;
  /** Sends a notification or indication. Values arrive in the order in which they were sent. */
  notify(characteristic: string, value: Uint8Array<ArrayBuffer>): void;
  /** Ends the link from the peripheral's side. */
  drop(): void;
}

export interface Peripheral {
  readonly name: string;
  readonly services: readonly ServiceProfile[];
  /** Opens a link. @returns null if the peripheral accepts no more links */
  open(central: Central): PeripheralLink | null;
}
