/**
 * A minimal GATT server for tests of the path between page and peripheral: it sends back what is written to the
 * control point.
 */

import { profile, uuids } from '../../../firmware-protocol/profile.ts';
import type { Central, Peripheral, PeripheralLink } from '../../../src/simulator/peripheral.ts';

/** The indication that answers a control-point write: `80`, then the bytes written. */
const echo = (value: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array([0x80, ...value]);

export class ScriptedPeripheral implements Peripheral {
  readonly name: string;
  readonly services = profile;
  closed = 0;
  /** Length of the longest value written, bytes. */
  longest = 0;
  /** The value that a read of any characteristic returns. */
  value = new Uint8Array([1, 2, 3]);
  /** While true, refuses new links. */
  full = false;
  readonly #centrals = new Map<Central, Set<string>>();

  constructor(name: string) {
    this.name = name;
  }

  open(central: Central): PeripheralLink | null {
    if (this.full) return null;
    const wanted = new Set<string>();
    this.#centrals.set(central, wanted);
    return {
      read: () => this.value,
      write: (characteristic, value) => {
        this.longest = Math.max(this.longest, value.length);
        if (characteristic !== uuids.controlPoint) return;
        if (wanted.has(uuids.controlPoint)) central.notify(uuids.controlPoint, echo(value));
      },
      subscribe: (characteristic, on) => {
        if (on) wanted.add(characteristic);
        else wanted.delete(characteristic);
      },
      close: () => {
        this.closed += 1;
        this.#centrals.delete(central);
      },
    };
  }

  notify(characteristic: string, value: Uint8Array<ArrayBuffer>): void {
    for (const [central, wanted] of this.#centrals) {
      if (wanted.has(characteristic)) central.notify(characteristic, value);
    }
  }

  drop(): void {
    for (const central of [...this.#centrals.keys()]) central.drop();
  }
}
