/** What the radio puts on the air: a peripheral in this process, or one that answers over the bus and takes its time. */

import type { Central, Peripheral, PeripheralLink } from '../../../src/simulator/peripheral.ts';

export interface ServedLink extends Omit<PeripheralLink, 'read' | 'write'> {
  read(characteristic: string): Uint8Array | Promise<Uint8Array>;
  write(characteristic: string, value: Uint8Array, withResponse: boolean): void | Promise<void>;
}

export interface Served extends Omit<Peripheral, 'open'> {
  open(central: Central): ServedLink | null;
}
