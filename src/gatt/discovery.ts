/** Finds the services and characteristics of a profile on a connected server, and reports what is missing. */

import type { CharacteristicProperty, ServiceProfile } from '../../firmware-protocol/profile.ts';
import { isBusy } from './deadline.ts';
import { failure, missing, type Reply, refusedByPlatform, success } from './reply.ts';

export type Characteristics = ReadonlyMap<string, BluetoothRemoteGATTCharacteristic>;

const platformNames: Readonly<Record<CharacteristicProperty, keyof BluetoothCharacteristicProperties>> = {
  read: 'read',
  write: 'write',
  'write-without-response': 'writeWithoutResponse',
  notify: 'notify',
  indicate: 'indicate',
};

const isNotFound = (reason: unknown): boolean =>
  reason instanceof DOMException && reason.name === 'NotFoundError';

/**
 * Turns the platform's answer into a reply. Rejects only if the platform is busy.
 * @param uuid the service that is searched for, or in which characteristics are searched for
 */
async function found<T>(request: Promise<T>, uuid: string): Promise<Reply<T>> {
  try {
    return success(await request);
  } catch (reason) {
    if (isBusy(reason)) throw reason;
    return isNotFound(reason) ? missing(uuid) : refusedByPlatform(reason);
  }
}

/**
 * Finds every characteristic of the profile, whose UUIDs must be in lower case. Rejects only if the platform is busy.
 * @param current called after each answer; false = this connection is gone, so discovery ends
 */
export async function discover(
  server: BluetoothRemoteGATTServer,
  profile: readonly ServiceProfile[],
  current: () => boolean,
): Promise<Reply<Characteristics>> {
  const all = new Map<string, BluetoothRemoteGATTCharacteristic>();
  for (const { uuid, characteristics } of profile) {
    const service = await found(server.getPrimaryService(uuid), uuid);
    if (!service.ok) return service;
    if (!current()) return failure('notConnected', { kind: 'linkLost' });
    const present = await found(service.value.getCharacteristics(), uuid);
    if (!present.ok) return present;
    if (!current()) return failure('notConnected', { kind: 'linkLost' });
    for (const wanted of characteristics) {
      const characteristic = present.value.find((candidate) => candidate.uuid === wanted.uuid);
      if (!characteristic) return missing(wanted.uuid);
      const unable = wanted.properties.find(
        (property) => !characteristic.properties[platformNames[property]],
      );
      if (unable) return missing(wanted.uuid, unable);
      all.set(wanted.uuid, characteristic);
    }
  }
  return success(all);
}
