/** Some of the names by which pages may ask for attributes, and some of the attributes that browsers block. */

import { notSupportedError, securityError } from './errors.ts';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const serviceNames: Readonly<Record<string, number>> = {
  generic_access: 0x1800,
  generic_attribute: 0x1801,
  device_information: 0x180a,
  battery_service: 0x180f,
  human_interface_device: 0x1812,
};
const characteristicNames: Readonly<Record<string, number>> = {
  battery_level: 0x2a19,
  model_number_string: 0x2a24,
  serial_number_string: 0x2a25,
  firmware_revision_string: 0x2a26,
  manufacturer_name_string: 0x2a29,
};

/** Some services that browsers block (Web Bluetooth registries): human interface devices, FIDO keys, Nordic's firmware update. */
const blockedServices = new Set([
  '00001812-0000-1000-8000-00805f9b34fb',
  '0000fffd-0000-1000-8000-00805f9b34fb',
  '00001530-1212-efde-1523-785feabcd123',
]);
/** The serial number characteristic, which would identify a person across sites (Web Bluetooth registries). */
const blockedCharacteristics = new Set(['00002a25-0000-1000-8000-00805f9b34fb']);

const fromAlias = (alias: number): string =>
  `${(alias >>> 0).toString(16).padStart(8, '0')}-0000-1000-8000-00805f9b34fb`;

function canonical(name: string | number, names: Readonly<Record<string, number>>, what: string): string {
  if (typeof name === 'number') return fromAlias(name);
  if (uuidPattern.test(name)) return name;
  const alias = Object.hasOwn(names, name) ? names[name] : undefined;
  if (alias !== undefined) return fromAlias(alias);
  throw new TypeError(
    `Invalid ${what} name: '${name}'. It must be a valid UUID alias, UUID (lower case) or known name.`,
  );
}

/** @throws TypeError for an invalid service name */
export const serviceUuid = (name: BluetoothServiceUUID): string => canonical(name, serviceNames, 'Service');
/** @throws TypeError for an invalid characteristic name */
export const characteristicUuid = (name: BluetoothCharacteristicUUID): string =>
  canonical(name, characteristicNames, 'Characteristic');

export const isBlockedCharacteristic = (uuid: string): boolean => blockedCharacteristics.has(uuid);
export const isBlockedService = (uuid: string): boolean => blockedServices.has(uuid);

export const blocklisted = (what: string): DOMException =>
  securityError(`${what} called with blocklisted UUID. https://goo.gl/4NeimX`);

export const notSimulated = (what: string): DOMException => notSupportedError(`${what} is not simulated.`);
