/**
 * Keeps the characteristic objects of a device that a page has used, and listens to them. After a lost link, BlueZ keeps the services,
 * so the browser delivers notifications at the old objects; without a reference, the browser would garbage-collect these together with
 * their events.
 */

import type { Instant } from '../../firmware-protocol/quantities.ts';

export type ValueListener = (
  value: Uint8Array<ArrayBuffer>,
  source: BluetoothRemoteGATTCharacteristic,
) => void;

export const copyOf = (view: DataView): Uint8Array<ArrayBuffer> =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice();

export class KnownDevice {
  /** When this page last disconnected from the device, or an earlier page may have; null = never, as far as is known. */
  leftAt: Instant | null = null;
  readonly #characteristics = new Set<BluetoothRemoteGATTCharacteristic>();
  readonly #listeners = new Set<ValueListener>();

  /** Listens to an object; only once, even if the platform returns the same object again. */
  listenTo(characteristic: BluetoothRemoteGATTCharacteristic): void {
    if (this.#characteristics.has(characteristic)) return;
    this.#characteristics.add(characteristic);
    characteristic.addEventListener('characteristicvaluechanged', () => {
      if (!characteristic.value) return;
      const value = copyOf(characteristic.value);
      for (const listener of this.#listeners) listener(value, characteristic);
    });
  }

  /** Calls `listener` with each value that any of these objects delivers. @returns a function that ends these calls */
  onValue(listener: ValueListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const known = new WeakMap<BluetoothDevice, KnownDevice>();

/** @param leftAt when an earlier page may have disconnected from the device; ignored if this page has used the device before */
export function knownDevice(device: BluetoothDevice, leftAt?: Instant): KnownDevice {
  const before = known.get(device);
  if (before) return before;
  const first = new KnownDevice();
  first.leftAt = leftAt ?? null;
  known.set(device, first);
  return first;
}
