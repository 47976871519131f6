/**
 * What is known of a device over all links to it. BlueZ keeps services through a lost link: after a reconnect the browser tells of
 * notifications at the objects that asked for them first. So every characteristic object a device ever gave is listened to for as long as
 * the page has the device, and kept, or it would be collected with its events.
 */

import type { Instant } from '../../firmware-protocol/quantities.ts';

export type Ear = (value: Uint8Array<ArrayBuffer>, source: BluetoothRemoteGATTCharacteristic) => void;

export const copyOf = (view: DataView): Uint8Array<ArrayBuffer> =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice();

export class KnownDevice {
  /** When this page last ended a connection to it; null = never. */
  leftAt: Instant | null = null;
  readonly #characteristics = new Set<BluetoothRemoteGATTCharacteristic>();
  readonly #ears = new Set<Ear>();

  /** A platform that gives the same object again is listened to once. */
  listenTo(characteristic: BluetoothRemoteGATTCharacteristic): void {
    if (this.#characteristics.has(characteristic)) return;
    this.#characteristics.add(characteristic);
    characteristic.addEventListener('characteristicvaluechanged', () => {
      if (!characteristic.value) return;
      const value = copyOf(characteristic.value);
      for (const ear of this.#ears) ear(value, characteristic);
    });
  }

  /** @returns ends it */
  hear(ear: Ear): () => void {
    this.#ears.add(ear);
    return () => this.#ears.delete(ear);
  }
}

const known = new WeakMap<BluetoothDevice, KnownDevice>();

export function knownDevice(device: BluetoothDevice): KnownDevice {
  const before = known.get(device);
  if (before) return before;
  const first = new KnownDevice();
  known.set(device, first);
  return first;
}
