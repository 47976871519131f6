/**
 * Presents a peripheral's services as the D-Bus objects that BlueZ expects of an application (org.bluez.GattManager1), plus its
 * advertisement.
 */

import { Variant } from 'dbus-next';
import type { CharacteristicProfile, ServiceProfile } from '../../firmware-protocol/profile.ts';
import type { CentralLinks, Requester } from './central-links.ts';
import { type Method, nothing, type ObjectTree, Refusal } from './object-tree.ts';

const SERVICE = 'org.bluez.GattService1';
const CHARACTERISTIC = 'org.bluez.GattCharacteristic1';
const ADVERTISEMENT = 'org.bluez.LEAdvertisement1';

export const APPLICATION_PATH = '/heartward/boots';
export const ADVERTISEMENT_PATH = '/heartward/advertisement';

/** Longest name that fits the 31-byte scan response beside its length and type, bytes. */
const LONGEST_NAME = 29;

const option = (options: unknown, name: string): unknown =>
  (options as Readonly<Record<string, Variant | undefined>>)[name]?.value;

const requesterOf = (options: unknown): Requester => {
  const device = option(options, 'device');
  const mtu = option(options, 'mtu');
  return {
    device: typeof device === 'string' ? device : '',
    mtu: typeof mtu === 'number' ? mtu : undefined,
  };
};

const noFurtherLink = (): Refusal => new Refusal('org.bluez.Error.NotPermitted', 'no further link is taken');

const methodsOf = (
  { uuid, properties }: CharacteristicProfile,
  links: CentralLinks,
): Record<string, Method> => ({
  ReadValue: (options) => {
    const value = links.read(requesterOf(options), uuid, Number(option(options, 'offset') ?? 0));
    if (!value) throw noFurtherLink();
    return ['ay', [Buffer.from(value)]];
  },
  WriteValue: (value, options) => {
    // If a characteristic allows both kinds of write, BlueZ may not say which one this was. Then the write counts as one with response.
    const withResponse = option(options, 'type') !== 'command' && properties.includes('write');
    const bytes = new Uint8Array(value as ArrayLike<number>);
    // Answer the write first, then handle it: handling may send an indication.
    return ['', [], () => void links.write(requesterOf(options), uuid, bytes, withResponse)];
  },
  StartNotify: () => {
    links.subscribe(uuid, true);
    return nothing;
  },
  StopNotify: () => {
    links.subscribe(uuid, false);
    return nothing;
  },
  Confirm: () => nothing,
});

/** The part of a name that fits a scan response, in whole characters. */
export const advertisedName = (name: string): string => {
  let carried = '';
  for (const character of name) {
    if (Buffer.byteLength(carried + character) > LONGEST_NAME) break;
    carried += character;
  }
  return carried.trimEnd();
};

/** @returns a function that notifies subscribers of a characteristic's new value */
export const addServices = (
  objects: ObjectTree,
  services: readonly ServiceProfile[],
  links: CentralLinks,
): ((characteristic: string, value: Uint8Array) => void) => {
  const paths = new Map<string, string>();
  for (const [index, service] of services.entries()) {
    const path = `${APPLICATION_PATH}/service${index}`;
    objects.add(path, {
      [SERVICE]: { properties: { UUID: new Variant('s', service.uuid), Primary: new Variant('b', true) } },
    });
    for (const [place, characteristic] of service.characteristics.entries()) {
      const below = `${path}/characteristic${place}`;
      paths.set(characteristic.uuid, below);
      objects.add(below, {
        [CHARACTERISTIC]: {
          properties: {
            UUID: new Variant('s', characteristic.uuid),
            Service: new Variant('o', path),
            Flags: new Variant('as', [...characteristic.properties]),
          },
          methods: methodsOf(characteristic, links),
        },
      });
    }
  }
  return (characteristic, value) => {
    const path = paths.get(characteristic);
    if (path !== undefined)
      objects.signalChanged(path, CHARACTERISTIC, { Value: new Variant('ay', Buffer.from(value)) });
  };
};

/** The advertisement has the first service, as PROTOCOL.md 2 requires, and the name. */
export const addAdvertisement = (
  objects: ObjectTree,
  { name, services }: { readonly name: string; readonly services: readonly ServiceProfile[] },
): void =>
  objects.add(ADVERTISEMENT_PATH, {
    [ADVERTISEMENT]: {
      properties: {
        Type: new Variant('s', 'peripheral'),
        ServiceUUIDs: new Variant(
          'as',
          services.slice(0, 1).map(({ uuid }) => uuid),
        ),
        LocalName: new Variant('s', advertisedName(name)),
        // Otherwise the advertisement may lack the discoverable flag, and a BlueZ that scans without a filter drops it.
        Discoverable: new Variant('b', true),
      },
      methods: { Release: () => nothing },
    },
  });
