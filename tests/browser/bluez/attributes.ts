/** Puts the services of a peripheral on the bus, as BlueZ does after connecting. */

import { Variant } from 'dbus-next';
import type { CharacteristicProfile, ServiceProfile } from '../../../firmware-protocol/profile.ts';
import { type Method, nothing, type ObjectTree } from '../../../src/radio/object-tree.ts';

const CHARACTERISTIC = 'org.bluez.GattCharacteristic1';
const SERVICE = 'org.bluez.GattService1';
const DESCRIPTOR = 'org.bluez.GattDescriptor1';
/**
 * UUID of the client characteristic configuration. Chromium refuses startNotifications if the characteristic
 * has no such descriptor.
 */
const CONFIGURATION = '00002902-0000-1000-8000-00805f9b34fb';

export interface Access {
  read(characteristic: string): Promise<Uint8Array>;
  write(characteristic: CharacteristicProfile, value: Uint8Array, type: string | undefined): Promise<void>;
  subscribe(characteristic: string, wanted: boolean): Promise<void>;
}

const bytes = (value: Uint8Array): Variant => new Variant('ay', Buffer.from(value));
const empty = new Uint8Array();

/** Signals a characteristic's value. Notifications and indications reach the browser through this signal. */
export const tellValue = (objects: ObjectTree, path: string, value: Uint8Array): void =>
  objects.set(path, CHARACTERISTIC, { Value: bytes(value) });

const characteristicMethods = (
  characteristic: CharacteristicProfile,
  access: Access,
  signal: { value(value: Uint8Array): void; notifying(on: boolean): void },
): Record<string, Method> => ({
  // Like BlueZ, also signals the value that was read, as if it had changed. Chromium expects this signal: after
  // each read, it ignores one signal.
  ReadValue: async () => {
    const value = await access.read(characteristic.uuid);
    signal.value(value);
    return ['ay', [Buffer.from(value)]];
  },
  WriteValue: async (value, options) => {
    const type = (options as Record<string, Variant>).type?.value as string | undefined;
    await access.write(characteristic, new Uint8Array(value as ArrayLike<number>), type);
    return nothing;
  },
  StartNotify: async () => {
    await access.subscribe(characteristic.uuid, true);
    signal.notifying(true);
    return nothing;
  },
  StopNotify: async () => {
    await access.subscribe(characteristic.uuid, false);
    signal.notifying(false);
    return nothing;
  },
});

/**
 * Adds the services below the device at the path `device`. @returns the object path of each characteristic, by
 * UUID
 */
export const addAttributes = (
  objects: ObjectTree,
  device: string,
  services: readonly ServiceProfile[],
  payload: number,
  access: Access,
): ReadonlyMap<string, string> => {
  const paths = new Map<string, string>();
  let handle = 1;
  const next = (): string => (handle++).toString(16).padStart(4, '0');
  for (const service of services) {
    const servicePath = `${device}/service${next()}`;
    objects.add(servicePath, {
      [SERVICE]: {
        properties: {
          UUID: new Variant('s', service.uuid),
          Device: new Variant('o', device),
          Primary: new Variant('b', true),
          Includes: new Variant('ao', []),
        },
      },
    });
    for (const characteristic of service.characteristics) {
      const path = `${servicePath}/char${next()}`;
      paths.set(characteristic.uuid, path);
      objects.add(path, {
        [CHARACTERISTIC]: {
          properties: {
            UUID: new Variant('s', characteristic.uuid),
            Service: new Variant('o', servicePath),
            Value: bytes(empty),
            Notifying: new Variant('b', false),
            Flags: new Variant('as', [...characteristic.properties]),
            MTU: new Variant('q', payload + 3),
          },
          methods: characteristicMethods(characteristic, access, {
            value: (value) => tellValue(objects, path, value),
            notifying: (on) => objects.set(path, CHARACTERISTIC, { Notifying: new Variant('b', on) }),
          }),
        },
      });
      if (!characteristic.properties.some((property) => property === 'notify' || property === 'indicate'))
        continue;
      objects.add(`${path}/desc${next()}`, {
        [DESCRIPTOR]: {
          properties: {
            UUID: new Variant('s', CONFIGURATION),
            Characteristic: new Variant('o', path),
            Value: bytes(new Uint8Array(2)),
            Flags: new Variant('as', ['read', 'write']),
          },
          methods: { ReadValue: () => ['ay', [Buffer.alloc(2)]], WriteValue: () => nothing },
        },
      });
    }
  }
  return paths;
};
