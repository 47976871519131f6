/** Wraps a peripheral, and reports to an observer what is written to it and what it notifies. */

import type { Central, Peripheral, PeripheralLink } from '../../src/simulator/peripheral.ts';

export interface Watcher {
  notified(characteristic: string, value: Uint8Array): void;
  written(characteristic: string, value: Uint8Array): void;
}

export const watched = (peripheral: Peripheral, watcher: Watcher): Peripheral => ({
  name: peripheral.name,
  services: peripheral.services,
  open: (central: Central): PeripheralLink | null => {
    const link = peripheral.open({
      payload: central.payload,
      drop: () => central.drop(),
      notify: (characteristic, value) => {
        watcher.notified(characteristic, value);
        central.notify(characteristic, value);
      },
    });
    if (!link) return null;
    return {
      read: (characteristic) => link.read(characteristic),
      write: (characteristic, value, withResponse) => {
        watcher.written(characteristic, value);
        link.write(characteristic, value, withResponse);
      },
      subscribe: (characteristic, wanted) => link.subscribe(characteristic, wanted),
      close: () => link.close(),
    };
  },
});
