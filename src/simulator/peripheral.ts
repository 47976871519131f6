/** A GATT server without a radio: it takes reads and writes, and sends notifications and indications. */

import type { ServiceProfile } from '../../firmware-protocol/profile.ts';
import type { Milliseconds } from '../../firmware-protocol/quantities.ts';

export interface PeripheralLink {
  read(characteristic: string): Uint8Array<ArrayBuffer>;
  /** Takes a write. Must not throw on bad content: the peripheral's own protocol says how to answer that, if at all. */
  write(characteristic: string, value: Uint8Array, withResponse: boolean): void;
  /**
   * Takes a part of a long write, which `execute` ends. A peripheral without `prepare` and `execute` gets a long write
   * as one `write`.
   */
  prepare?(characteristic: string, offset: number, part: Uint8Array): void;
  /** Executes the prepared parts as one write of the value that they form together. */
  execute?(): void;
  subscribe(characteristic: string, wanted: boolean): void;
  /** Call when the link has ended, whichever side ended it. */
  close(): void;
}

/** A connected central (the side that scans and connects), as a peripheral sees it. */
export interface Central {
  /** Largest value that one write or notification carries on this link, bytes: at most 512. */
  readonly payload: number;
  /** Sends a notification or indication. Values arrive in the order in which they were sent. */
  notify(characteristic: string, value: Uint8Array<ArrayBuffer>): void;
  /**
   * Sends an indication; `confirmed` is called once the central has confirmed it. To a central without `indicate`, a
   * peripheral sends indications through `notify`, and counts them as confirmed at once.
   */
  readonly indicate?: (characteristic: string, value: Uint8Array<ArrayBuffer>, confirmed: () => void) => void;
  drop(): void;
}

export interface Advertisement {
  readonly interval: Milliseconds;
  /** Advertising data and scan response, at most 31 bytes each: structures of a length, a type and bytes. */
  readonly advertised: Uint8Array<ArrayBuffer>;
  readonly scanResponse: Uint8Array<ArrayBuffer>;
}

export interface Peripheral {
  readonly name: string;
  /** Left out = a scan shows all services and the name. */
  readonly advertisement?: Advertisement;
  readonly services: readonly ServiceProfile[];
  /** @returns null if the peripheral accepts no link now */
  open(central: Central): PeripheralLink | null;
}
