/** Sets up one connection: connects, discovers, subscribes. */

import type { ServiceProfile } from '../../firmware-protocol/profile.ts';
import { elapsed, type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { sleep } from '../clock/sleep.ts';
import { retryingWhileBusy } from './deadline.ts';
import { type Characteristics, discover } from './discovery.ts';
import { failure, type Reply, success } from './reply.ts';

/**
 * How long a connection may take. Most are up within a few seconds, and a platform that has not signalled one
 * by then never will; some links take 12 to 15 s, so the attempt after one that took too long may take longer.
 */
export const connectTimeouts = { usual: milliseconds(10_000), afterSlow: milliseconds(20_000) } as const;
/** The first discovery of a peripheral takes a few seconds if the platform has no cache of it. */
const DISCOVERY_TIMEOUT = milliseconds(10_000);
/**
 * BlueZ reports services as resolved up to 100 ms before they are there, so discovery retries for this long
 * before something counts as missing.
 */
const SEARCH_TIMEOUT = milliseconds(2000);
const SEARCH_AGAIN_AFTER = milliseconds(100);

export interface Connection {
  readonly characteristics: Characteristics;
}

export interface ConnectionOptions {
  readonly clock: Clock;
  /** Limit for each subscription. */
  readonly deadline: Milliseconds;
  /** Limit for connecting. */
  readonly connectTimeout: Milliseconds;
  readonly profile: readonly ServiceProfile[];
  /** Characteristics to subscribe to. */
  readonly listen: readonly string[];
  /** Called when the link is up; from then on, losing it aborts the setup. */
  readonly linked: () => void;
  /** Runs before anything else is asked of the peripheral. If it fails, the connection fails. */
  readonly first: (characteristics: Characteristics) => Promise<Reply<void>>;
  /** Starts listening to an object that may deliver notifications. */
  readonly listenTo: (characteristic: BluetoothRemoteGATTCharacteristic) => void;
  /** False once the attempt has been given up. */
  readonly current: () => boolean;
  /** Whether the connection is no longer wanted. */
  readonly unwanted: () => boolean;
  /** Disconnects. */
  readonly leave: () => void;
}

/** Some platforms (Chromium) go on connecting after disconnect(), so a connection that comes up too late is ended. */
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
    if (isFinal || elapsed(since, clock.now()) >= SEARCH_TIMEOUT) return found;
    await sleep(clock, SEARCH_AGAIN_AFTER);
    if (!current()) return found;
  }
}

/**
 * Replies within its deadlines. After a failure the server may still be connected; the caller must disconnect
 * it.
 */
export async function establish(
  server: BluetoothRemoteGATTServer,
  options: ConnectionOptions,
): Promise<Reply<Connection>> {
  const { clock, deadline, connectTimeout, listen, linked, first, listenTo, current } = options;
  const over = failure('notConnected', 'the connection ended while it was being set up');
  const connected = await retryingWhileBusy(clock, connectTimeout, 'connecting', () =>
    connectOrEnd(server, options),
  );
  if (!connected.ok) return connected;
  if (!current()) return over;
  linked();
  const discovered = await retryingWhileBusy(clock, DISCOVERY_TIMEOUT, 'discovery', () =>
    discoverPatiently(server, options),
  );
  if (!discovered.ok) return discovered;
  if (!discovered.value.ok) return discovered.value;
  if (!current()) return over;
  const characteristics = discovered.value.value;
  const written = await first(characteristics);
  if (!written.ok) return written;
  for (const uuid of listen) {
    if (!current()) return over;
    const characteristic = characteristics.get(uuid);
    if (!characteristic) return failure('missing', `no characteristic ${uuid} in the profile`);
    listenTo(characteristic);
    const subscribed = await retryingWhileBusy(clock, deadline, `subscribing to ${uuid}`, () =>
      characteristic.startNotifications(),
    );
    if (!subscribed.ok) return subscribed;
  }
  return current() ? success({ characteristics }) : over;
}
