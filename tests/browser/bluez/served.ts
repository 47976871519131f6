/** A peripheral that may answer reads and writes asynchronously: it may be a program at the other end of the D-Bus. */

import type { Central, Peripheral, PeripheralLink } from '../../../src/simulator/peripheral.ts';

export interface ServedLink extends Omit<PeripheralLink, 'read' | 'write'> {
  read(characteristic: string): Uint8Array | Promise<Uint8Array>;
  write(characteristic: string, value: Uint8Array, withResponse: boolean): void | Promise<void>;
}

export interface Served extends Omit<Peripheral, 'open'> {
  open(central: Central): ServedLink | null;
}

/** A link of the browser to such a peripheral. */
export interface Link {
  readonly peripheral: ServedLink;
  signalled: boolean;
  /** Characteristics with an unanswered write with response. */
  readonly writing: Set<string>;
}

/** UUIDs of the characteristics that indicate and do not notify. */
export const indicatedBy = ({ services }: Served): ReadonlySet<string> =>
  new Set(
    services
      .flatMap((service) => service.characteristics)
      .filter(({ properties }) => properties.includes('indicate') && !properties.includes('notify'))
      .map(({ uuid }) => uuid),
  );
