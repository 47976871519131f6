/** One connection: made, discovered, listened to. Its objects are of no use once it is over, and go with it. */

import type { ServiceProfile } from '../../firmware-protocol/profile.ts';
import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { type Characteristics, discover } from './discovery.ts';
import { copyOf, type Notifications } from './notifications.ts';
import { failure, type Reply, success } from './reply.ts';
import { within } from './within.ts';

/** Platforms scan anew before they connect, and some give up after half a minute: too long to be left waiting. */
const CONNECT_DEADLINE = milliseconds(10_000);
/** The first discovery of a peripheral takes a few seconds where the platform has no cache of it. */
const DISCOVERY_DEADLINE = milliseconds(10_000);

export interface Connection {
  readonly characteristics: Characteristics;
  /** Hears no more. */
  close(): void;
}

export interface ConnectionOptions {
  readonly clock: Clock;
  /** For each request to notify. */
  readonly deadline: Milliseconds;
  readonly profile: readonly ServiceProfile[];
  readonly notifications: Notifications;
  /** The link is up; all that follows can be cut short by losing it. */
  readonly linked: () => void;
  /** False = given up meanwhile. */
  readonly current: () => boolean;
  /** Whether nobody has any use for a connection now. */
  readonly unwanted: () => boolean;
}

function listenTo(
  characteristic: BluetoothRemoteGATTCharacteristic,
  notifications: Notifications,
): () => void {
  const heard = (): void => {
    if (characteristic.value) notifications.heard(characteristic.uuid, copyOf(characteristic.value));
  };
  characteristic.addEventListener('characteristicvaluechanged', heard);
  return () => characteristic.removeEventListener('characteristicvaluechanged', heard);
}

/** Not every platform gives up connecting when it is told to disconnect (Chromium does not): what comes too late is ended. */
async function connectOrEnd(server: BluetoothRemoteGATTServer, unwanted: () => boolean): Promise<void> {
  await server.connect();
  if (unwanted()) server.disconnect();
}

/** Replies in bounded time. After a failure the server may still be connected: the caller ends that. */
export async function establish(
  server: BluetoothRemoteGATTServer,
  { clock, deadline, profile, notifications, linked, current, unwanted }: ConnectionOptions,
): Promise<Reply<Connection>> {
  const over = failure('notConnected', 'the connection ended while it was being set up');
  const connected = await within(clock, CONNECT_DEADLINE, 'connecting', () => connectOrEnd(server, unwanted));
  if (!connected.ok) return connected;
  if (!current()) return over;
  linked();
  const discovered = await within(clock, DISCOVERY_DEADLINE, 'discovery', () =>
    discover(server, profile, current),
  );
  if (!discovered.ok) return discovered;
  if (!discovered.value.ok) return discovered.value;
  if (!current()) return over;
  const characteristics = discovered.value.value;
  const ends: (() => void)[] = [];
  const close = (): void => {
    for (const end of ends) end();
  };
  for (const uuid of notifications.uuids) {
    const characteristic = characteristics.get(uuid);
    if (!characteristic) {
      close();
      return failure('missing', `no characteristic ${uuid} in the profile`);
    }
    ends.push(listenTo(characteristic, notifications));
    const asked = await within(clock, deadline, `asking for notifications of ${uuid}`, () =>
      characteristic.startNotifications(),
    );
    if (!asked.ok || !current()) {
      close();
      return asked.ok ? over : asked;
    }
  }
  return success({ characteristics, close });
}
