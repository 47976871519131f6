/**
 * Wraps a peripheral so that the faults of a link that lose or delay single values apply to it: notifications, answers
 * and writes. They work the same behind a simulated link and on the air (src/cli/boots).
 */

import type { Clock } from '../../clock/clock.ts';
import type { LinkFaults } from '../bluetooth/link-parameters.ts';
import type { Central, Peripheral, PeripheralLink } from '../peripheral.ts';

type Bytes = Uint8Array<ArrayBuffer>;

function centralUnder(faults: LinkFaults, central: Central, clock: Clock): Central {
  const isLost = (characteristic: string): boolean => faults.silent || faults.mutes.includes(characteristic);
  const notify = (characteristic: string, value: Bytes): void => {
    if (!isLost(characteristic)) central.notify(characteristic, value);
  };
  /** An indication that is lost, late or repeated counts as confirmed: the peripheral learns nothing of the fault. */
  const indicate = (characteristic: string, value: Bytes, confirmed: () => void): void => {
    const delays = faults.indicationsLost > 0 ? [] : faults.indicationsAfter;
    if (faults.indicationsLost > 0) faults.indicationsLost--;
    const [first, ...others] = delays;
    if (first === 0 && others.length === 0 && central.indicate && !isLost(characteristic)) {
      central.indicate(characteristic, value, confirmed);
      return;
    }
    for (const delay of delays) {
      if (delay === 0) notify(characteristic, value);
      else clock.after(delay, () => notify(characteristic, value));
    }
    confirmed();
  };
  return {
    get payload() {
      return central.payload;
    },
    notify,
    indicate,
    drop: () => central.drop(),
  };
}

function linkUnder(faults: LinkFaults, link: PeripheralLink): PeripheralLink {
  /** Whether the long write whose parts are coming is lost: decided at its first part. Null = no long write has begun. */
  let losesLong: boolean | null = null;
  const losesWrite = (): boolean => {
    if (faults.writesLost === 0) return false;
    faults.writesLost--;
    return true;
  };
  return {
    read: (characteristic) => link.read(characteristic),
    write: (characteristic, value, withResponse) => {
      if (!losesWrite()) link.write(characteristic, value, withResponse);
    },
    ...(link.prepare && {
      prepare: (characteristic: string, offset: number, part: Uint8Array) => {
        losesLong ??= losesWrite();
        if (!losesLong) link.prepare?.(characteristic, offset, part);
      },
    }),
    ...(link.execute && {
      execute: () => {
        if (!losesLong) link.execute?.();
        losesLong = null;
      },
    }),
    subscribe: (characteristic, wanted) => link.subscribe(characteristic, wanted),
    close: () => link.close(),
  };
}

export const underLinkFaults = (inner: Peripheral, faults: LinkFaults, clock: Clock): Peripheral => ({
  name: inner.name,
  ...(inner.advertisement && { advertisement: inner.advertisement }),
  services: inner.services,
  open: (central) => {
    const link = inner.open(centralUnder(faults, central, clock));
    return link && linkUnder(faults, link);
  },
});
