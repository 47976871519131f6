/** One connection: made, discovered, listened to. */

import type { ServiceProfile } from '../../firmware-protocol/profile.ts';
import { elapsed, type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { rest } from '../clock/rest.ts';
import { type Characteristics, discover } from './discovery.ts';
import { failure, type Reply, success } from './reply.ts';
import { patiently } from './within.ts';

/** Platforms scan anew before they connect, and some give up after half a minute: too long to be left waiting. */
const CONNECT_DEADLINE = milliseconds(10_000);
/** The first discovery of a peripheral takes a few seconds where the platform has no cache of it. */
const DISCOVERY_DEADLINE = milliseconds(10_000);
/** BlueZ says that services are resolved up to 100 ms before they are there: what is missing is looked for again for so long. */
const MISSING_FOR_GOOD = milliseconds(2000);
const LOOK_AGAIN = milliseconds(100);

export interface Connection {
  readonly characteristics: Characteristics;
}

export interface ConnectionOptions {
  readonly clock: Clock;
  /** For each request to notify. */
  readonly deadline: Milliseconds;
  readonly profile: readonly ServiceProfile[];
  /** Whose notifications are wanted. */
  readonly listen: readonly string[];
  /** The link is up; all that follows can be cut short by losing it. */
  readonly linked: () => void;
  /** What goes before all else that is asked of the peripheral. A failure ends the attempt. */
  readonly first: (characteristics: Characteristics) => Promise<Reply<void>>;
  /** An object that will tell of notifications. */
  readonly listenTo: (characteristic: BluetoothRemoteGATTCharacteristic) => void;
  /** False = given up meanwhile. */
  readonly current: () => boolean;
  /** Whether nobody has any use for a connection now. */
  readonly unwanted: () => boolean;
  /** Ends what is connected. */
  readonly leave: () => void;
}

/** Not every platform gives up connecting when it is told to disconnect (Chromium does not): what comes too late is ended. */
async function connectOrEnd(
  server: BluetoothRemoteGATTServer,
  { unwanted, leave }: ConnectionOptions,
): Promise<void> {
  await server.connect();
  if (unwanted()) leave();
}

async function discoverPatiently(
  server: BluetoothRemoteGATTServer,
  { clock, profile, current }: ConnectionOptions,
): Promise<Reply<Characteristics>> {
  const since = clock.now();
  for (;;) {
    const found = await discover(server, profile, current);
    const isFinal = found.ok || found.failure.kind !== 'missing';
    if (isFinal || elapsed(since, clock.now()) >= MISSING_FOR_GOOD) return found;
    await rest(clock, LOOK_AGAIN);
    if (!current()) return found;
  }
}

/** Replies in bounded time. After a failure the server may still be connected: the caller ends that. */
export async function establish(
  server: BluetoothRemoteGATTServer,
  options: ConnectionOptions,
): Promise<Reply<Connection>> {
  const { clock, deadline, listen, linked, first, listenTo, current } = options;
  const over = failure('notConnected', 'the connection ended while it was being set up');
  const connected = await patiently(clock, CONNECT_DEADLINE, 'connecting', () =>
    connectOrEnd(server, options),
  );
  if (!connected.ok) return connected;
  if (!current()) return over;
  linked();
  const discovered = await patiently(clock, DISCOVERY_DEADLINE, 'discovery', () =>
    discoverPatiently(server, options),
  );
  if (!discovered.ok) return discovered;
  if (!discovered.value.ok) return discovered.value;
  if (!current()) return over;
  const characteristics = discovered.value.value;
  const gone = await first(characteristics);
  if (!gone.ok) return gone;
  for (const uuid of listen) {
    if (!current()) return over;
    const characteristic = characteristics.get(uuid);
    if (!characteristic) return failure('missing', `no characteristic ${uuid} in the profile`);
    listenTo(characteristic);
    const asked = await patiently(clock, deadline, `asking for notifications of ${uuid}`, () =>
      characteristic.startNotifications(),
    );
    if (!asked.ok) return asked;
  }
  return current() ? success({ characteristics }) : over;
}
