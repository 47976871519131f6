/** Boots that only echo: enough of a GATT server to try the way between it and a page. */

import { profile, uuids } from '../../../firmware-protocol/profile.ts';
import type { Central, Peripheral, PeripheralLink } from '../../../src/simulator/peripheral.ts';

/** What a control-point write comes back as: `80`, then the bytes written. */
const echo = (value: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array([0x80, ...value]);

export class ScriptedPeripheral implements Peripheral {
  readonly name: string;
  readonly services = profile;
  /** Links closed so far. */
  closed = 0;
  /** Value of every readable characteristic. */
  value = new Uint8Array([1, 2, 3]);
  /** Accepts no link while true. */
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

  /** To every central that asked for it. */
  notify(characteristic: string, value: Uint8Array<ArrayBuffer>): void {
    for (const [central, wanted] of this.#centrals) {
      if (wanted.has(characteristic)) central.notify(characteristic, value);
    }
  }

  /** The peripheral ends every link itself. */
  drop(): void {
    for (const central of [...this.#centrals.keys()]) central.drop();
  }
}
