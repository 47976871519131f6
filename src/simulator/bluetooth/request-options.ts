/** Checks the options of requestDevice(), and decides which peripherals match them. */

import type { Peripheral } from '../peripheral.ts';
import { blocklisted, isBlockedService, serviceUuid } from './uuid.ts';

/** Longest device name, in UTF-8 (Bluetooth Core specification, Generic Access Profile). */
const LONGEST_NAME_BYTES = 248;

/** Type of the advertising structure that lists 16-byte service UUIDs (Bluetooth Assigned Numbers). */
const SERVICES_OF_16_BYTES = 0x07;

interface Filter {
  readonly services: readonly string[];
  readonly name: string | null;
  readonly namePrefix: string | null;
}

export interface DeviceRequest {
  /** Null = all devices. */
  readonly filters: readonly Filter[] | null;
  /** UUIDs of the services that this request lets the page use. */
  readonly services: ReadonlySet<string>;
}

function checkedName(name: string, what: string): string {
  if (new TextEncoder().encode(name).length > LONGEST_NAME_BYTES) {
    throw new TypeError(`'${what}' can't be longer than ${LONGEST_NAME_BYTES} bytes.`);
  }
  return name;
}

function checkedService(name: BluetoothServiceUUID): string {
  const uuid = serviceUuid(name);
  if (isBlockedService(uuid)) throw blocklisted('requestDevice()');
  return uuid;
}

function checkedFilter(filter: BluetoothLEScanFilter): Filter {
  const { services, name, namePrefix, manufacturerData, serviceData } = filter;
  if (manufacturerData || serviceData)
    throw new TypeError('Simulated boots advertise services and a name only.');
  if (!services && name === undefined && namePrefix === undefined) {
    throw new TypeError('A filter must restrict the devices in some way.');
  }
  if (services?.length === 0)
    throw new TypeError("'services', if present, must contain at least one service.");
  if (namePrefix === '') throw new TypeError("'namePrefix', if present, must be non-empty.");
  return {
    services: (services ?? []).map(checkedService),
    name: name === undefined ? null : checkedName(name, 'name'),
    namePrefix: namePrefix === undefined ? null : checkedName(namePrefix, 'namePrefix'),
  };
}

/**
 * Leaves out optional services that are blocked.
 * @throws TypeError for invalid or contradictory options, SecurityError for a filter with a blocked service
 */
export function deviceRequest(options: RequestDeviceOptions | undefined): DeviceRequest {
  const filters = options && 'filters' in options ? options.filters : undefined;
  const all = options && 'acceptAllDevices' in options ? options.acceptAllDevices : false;
  if (!options || (filters !== undefined) === all) {
    throw new TypeError(
      "Either 'filters' should be present or 'acceptAllDevices' should be true, but not both.",
    );
  }
  if (filters?.length === 0) throw new TypeError("'filters' member must be non-empty to find any devices.");
  const checked = filters?.map(checkedFilter) ?? null;
  const optional = (options.optionalServices ?? [])
    .map(serviceUuid)
    .filter((uuid) => !isBlockedService(uuid));
  return {
    filters: checked,
    services: new Set([...(checked ?? []).flatMap((filter) => filter.services), ...optional]),
  };
}

/** Reads the 16-byte service UUIDs in advertising data, which is a sequence of structures: length, type, content. */
function servicesIn(advertised: Uint8Array): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < advertised.length; at += (advertised[at] ?? 0) + 1) {
    const [length = 0, type] = advertised.subarray(at);
    if (type !== SERVICES_OF_16_BYTES) continue;
    const hex = [...advertised.subarray(at + 2, at + 1 + length)]
      .reverse()
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
    found.push(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
  }
  return found;
}

/**
 * Whether a scan with these filters finds the peripheral. The scan sees the services that `advertisement` lists, or
 * all services of a peripheral without an `advertisement`.
 */
export function matches(
  { name: own, advertisement, services }: Peripheral,
  { filters }: DeviceRequest,
): boolean {
  if (filters === null) return true;
  const carried = new Set(
    advertisement ? servicesIn(advertisement.advertised) : services.map((service) => service.uuid),
  );
  return filters.some(
    ({ services: wanted, name, namePrefix }) =>
      wanted.every((uuid) => carried.has(uuid)) &&
      (name === null || name === own) &&
      (namePrefix === null || own.startsWith(namePrefix)),
  );
}
