/**
 * A GATT server without a radio: attributes in, notifications out. The simulated firmware implements it. It
 * can be reached through the simulated W3C Bluetooth, through BlueZ (src/radio), and through the browser
 * tests' own Bluetooth service.
 */

import type { ServiceProfile } from '../../firmware-protocol/profile.ts';

/** One central's link to the peripheral. */
export interface PeripheralLink {
  /** The current value of a readable characteristic. */
  read(characteristic: string): Uint8Array<ArrayBuffer>;
  /** Never throws on bad content: the protocol answers that, or nothing does. */
  write(characteristic: string, value: Uint8Array, withResponse: boolean): void;
  /** Whether this central subscribes to a characteristic. */
  subscribe(characteristic: string, wanted: boolean): void;
  /** The central has gone. */
  close(): void;
}

/** What the radio offers a peripheral. */
export interface Central {
  /** Payload of one ATT write or notification on this link, bytes (61 to 512). */
  readonly payload: number;
  /** Sends a notification or indication; delivered in order. */
  notify(characteristic: string, value: Uint8Array<ArrayBuffer>): void;
  /** Ends the link from the peripheral's side. */
  drop(): void;
}

export interface Peripheral {
  readonly name: string;
  readonly services: readonly ServiceProfile[];
  /** Null if no more links are accepted. */
  open(central: Central): PeripheralLink | null;
}
