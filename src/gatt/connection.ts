/** Sets up one connection: connects, discovers, writes an urgent value that is pending, subscribes. */

import type { ServiceProfile } from '../../firmware-protocol/profile.ts';
import { elapsed, type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { sleep } from '../clock/sleep.ts';
import { retryingWhileBusy } from './deadline.ts';
import { type Characteristics, discover } from './discovery.ts';
import { during, failure, missing, type Reply, success } from './reply.ts';

/**
 * How long connecting may take. Most connections are up within a few seconds; the others are never signalled, or take 12 to
 * 15 s. So if an attempt has timed out, the next attempt may take longer.
 */
export const connectTimeouts = { usual: milliseconds(10_000), afterSlow: milliseconds(20_000) } as const;
/** The first discovery takes a few seconds, because the platform has not cached the services yet. */
const DISCOVERY_TIMEOUT = milliseconds(10_000);
/**
 * BlueZ may report that services are resolved up to 100 ms before they are there. So discovery is tried again for this long before a
 * service or characteristic counts as missing.
 */
const SEARCH_TIMEOUT = milliseconds(2000);
const SEARCH_INTERVAL = milliseconds(100);

export interface Connection {
  readonly characteristics: Characteristics;
}

export interface ConnectionOptions {
  readonly clock: Clock;
  /** Longest time that each subscription may take. */
  readonly deadline: Milliseconds;
  readonly connectTimeout: Milliseconds;
  readonly profile: readonly ServiceProfile[];
  /** UUIDs of the characteristics to subscribe to. */
  readonly listen: readonly string[];
  /** Called when the link is up. From then on, the loss of the link ends the attempt. */
  readonly linked: () => void;
  /** Runs after discovery, before anything else is asked of the peripheral. If it fails, the connection fails. */
  readonly first: (characteristics: Characteristics) => Promise<Reply<void>>;
  /** Called with each characteristic object before the page subscribes to it. */
  readonly listenTo: (characteristic: BluetoothRemoteGATTCharacteristic) => void;
  /** Whether this attempt still counts: it has neither ended nor been given up. */
  readonly current: () => boolean;
  readonly unwanted: () => boolean;
  /** Ends a connection that came up unwanted, and notes when. */
  readonly leave: () => void;
}

/** A NotFoundError about the adapter says nothing about the device. */
const isNotPermitted = (reason: unknown): boolean =>
  reason instanceof DOMException &&
  (reason.name === 'SecurityError' || (reason.name === 'NotFoundError' && !/adapter/i.test(reason.message)));

/** Chromium goes on connecting after disconnect(), so a connection that nobody wants any more when it comes up is ended. */
async function connectOrEnd(
  server: BluetoothRemoteGATTServer,
  { unwanted, leave }: ConnectionOptions,
): Promise<Reply<void>> {
  try {
    await server.connect();
  } catch (reason) {
    if (isNotPermitted(reason)) return failure('failed', { kind: 'notPermitted' });
    throw reason;
  }
  if (unwanted()) leave();
  return success(undefined);
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
    await sleep(clock, SEARCH_INTERVAL);
    if (!current()) return found;
  }
}

/** Replies within the deadlines. After a failure the server may still be connected; the caller must disconnect it. */
export async function establish(
  server: BluetoothRemoteGATTServer,
  options: ConnectionOptions,
): Promise<Reply<Connection>> {
  const { clock, deadline, connectTimeout, listen, linked, first, listenTo, current } = options;
  const over = failure('notConnected', { kind: 'linkLost' });
  const connected = await retryingWhileBusy(clock, connectTimeout, () => connectOrEnd(server, options));
  if (!connected.ok) return during('connect', connected);
  if (!connected.value.ok) return connected.value;
  if (!current()) return over;
  linked();
  const discovered = await retryingWhileBusy(clock, DISCOVERY_TIMEOUT, () =>
    discoverPatiently(server, options),
  );
  if (!discovered.ok) return during('discover', discovered);
  if (!discovered.value.ok) return during('discover', discovered.value);
  if (!current()) return over;
  const characteristics = discovered.value.value;
  const written = await first(characteristics);
  if (!written.ok) return during('write', written);
  for (const uuid of listen) {
    if (!current()) return over;
    const characteristic = characteristics.get(uuid);
    if (!characteristic) return missing(uuid);
    listenTo(characteristic);
    const subscribed = await retryingWhileBusy(clock, deadline, () => characteristic.startNotifications());
    if (!subscribed.ok) return during('subscribe', subscribed);
  }
  return current() ? success({ characteristics }) : over;
}
