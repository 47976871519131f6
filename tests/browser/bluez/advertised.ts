/** The properties that BlueZ shows for a device that it has heard but not connected to. */

import { Variant } from 'dbus-next';
import type { Properties } from '../../../src/radio/object-tree.ts';
import type { Served } from './served.ts';

let lastDevice = 0;
/** @returns a new address from the range reserved for documentation (RFC 7042) */
export const unusedAddress = (): string =>
  `00:00:5E:00:53:${(++lastDevice + 0x10).toString(16).toUpperCase()}`;

export const flag = (value: boolean): Variant => new Variant('b', value);

export const advertised = ({ name, services }: Served, address: string, adapter: string): Properties => ({
  Address: new Variant('s', address),
  AddressType: new Variant('s', 'random'),
  Name: new Variant('s', name),
  Alias: new Variant('s', name),
  Paired: flag(false),
  Trusted: flag(false),
  Blocked: flag(false),
  LegacyPairing: flag(false),
  Connected: flag(false),
  ServicesResolved: flag(false),
  // Before a connection, BlueZ knows the advertised services alone: here, the first one.
  UUIDs: new Variant(
    'as',
    services.slice(0, 1).map(({ uuid }) => uuid),
  ),
  Adapter: new Variant('o', adapter),
  RSSI: new Variant('n', -50),
  AdvertisingFlags: new Variant('ay', Buffer.from([0x06])),
});
