/**
 * A GATT server without a radio: attributes in, notifications out. The simulated firmware is one; the W3C front and the
 * BlueZ harness of the browser tests are two radios in front of the same one.
 */

import type { ServiceProfile } from '../../firmware-protocol/profile.ts';

/** One link of one central to the peripheral. */
export interface PeripheralLink {
  /** Value of a readable characteristic now. */
  read(characteristic: string): Uint8Array<ArrayBuffer>;
  /** Never throws on bad content: that is answered by the protocol, or not at all. */
  write(characteristic: string, value: Uint8Array, withResponse: boolean): void;
  /** Whether this central wants notifications or indications of a characteristic. */
  subscribe(characteristic: string, wanted: boolean): void;
  /** The central is gone. */
  close(): void;
}

/** What the radio does for a peripheral. */
export interface Central {
  /** The payload of one ATT write or notification on this link, bytes (61 to 512). */
  readonly payload: number;
  /** A notification or an indication; delivered in order. */
  notify(characteristic: string, value: Uint8Array<ArrayBuffer>): void;
  /** The peripheral ends the link. */
  drop(): void;
}

export interface Peripheral {
  readonly name: string;
  readonly services: readonly ServiceProfile[];
  /** Null when it accepts no further link. */
  open(central: Central): PeripheralLink | null;
}
