/**
 * What outlives the individual connections to a device. BlueZ keeps its services through a lost link, so
 * after a reconnect the browser delivers notifications at the objects that subscribed first. So this keeps
 * every characteristic object that the device ever returned, and listens to it; otherwise the browser would
 * garbage-collect the object together with its events.
 */

import type { Instant } from '../../firmware-protocol/quantities.ts';

export type ValueListener = (
  value: Uint8Array<ArrayBuffer>,
  source: BluetoothRemoteGATTCharacteristic,
) => void;

export const copyOf = (view: DataView): Uint8Array<ArrayBuffer> =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice();

export class KnownDevice {
  /** When this page last disconnected from the device; null = never. */
  leftAt: Instant | null = null;
  readonly #characteristics = new Set<BluetoothRemoteGATTCharacteristic>();
  readonly #listeners = new Set<ValueListener>();

  /** Listens once per object, even if the platform returns the same one again. */
  listenTo(characteristic: BluetoothRemoteGATTCharacteristic): void {
    if (this.#characteristics.has(characteristic)) return;
    this.#characteristics.add(characteristic);
    characteristic.addEventListener('characteristicvaluechanged', () => {
      if (!characteristic.value) return;
      const value = copyOf(characteristic.value);
      for (const listener of this.#listeners) listener(value, characteristic);
    });
  }

  /** Calls `listener` with each value, of any characteristic listened to. @returns a function that stops that */
  onValue(listener: ValueListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const known = new WeakMap<BluetoothDevice, KnownDevice>();

/** @param leftAt when an earlier page may have left a device that this page never did */
export function knownDevice(device: BluetoothDevice, leftAt?: Instant): KnownDevice {
  const before = known.get(device);
  if (before) return before;
  const first = new KnownDevice();
  first.leftAt = leftAt ?? null;
  known.set(device, first);
  return first;
}
