/** How the link to a peripheral on the air behaves. */

import type { BluezQuirks } from './quirks.ts';

export interface RadioOptions {
  /** Bluetooth address. Default: a new address. */
  readonly address?: string;
  /**
   * Bytes that one write or notification on the link can carry, 61 to 512. Default 244: BlueZ commonly
   * negotiates an MTU of 247.
   */
  readonly payload?: number;
  /** Delay of reads, writes and notifications, ms. Their order is kept. Default 0. */
  readonly delay?: number;
  /** Default: the quirks of bluetoothd 5.66. */
  readonly quirks?: Partial<BluezQuirks>;
}
