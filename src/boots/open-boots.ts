/** Turns a chosen device into open boots. */

import type { Feature } from '../../firmware-protocol/feature.ts';
import { profile, uuids } from '../../firmware-protocol/profile.ts';
import {
  elapsed,
  type Instant,
  type Milliseconds,
  milliseconds,
} from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { Clock } from '../clock/clock.ts';
import { sleep } from '../clock/sleep.ts';
import { openLink } from '../gatt/gatt-link.ts';
import type { Link } from '../gatt/link.ts';
import { type Tap, tappedLink } from '../gatt/tapped-link.ts';
import type { FeedingOptions, OpenFailure } from './boots.ts';
import { fromGatt, readFeature, readStatus } from './read-boots.ts';
import { SingleBoots } from './single-boots.ts';

export type { Frame, Tap } from '../gatt/tapped-link.ts';

export type Opened =
  | { readonly ok: true; readonly boots: SingleBoots }
  | { readonly ok: false; readonly failure: OpenFailure };

/**
 * A browser may report a connection and then its loss, or refuse notifications, and hand out the same broken
 * link for as long as it lives: after a page reload, or when BlueZ never signals the loss. So each link gets
 * two tries, of which the second mostly succeeds; the next try waits until the link is certainly gone.
 */
const TRIES = 5;
/** No further try begins after this: a person has waited long enough, ms. */
const LONGEST = 28_000;
const TRY_AGAIN = milliseconds(250);
/** Margin for a loaded computer, where a link lives longer. */
const SURELY_GONE = milliseconds(1000);

const restAfter = (tries: number, lingers: Milliseconds): Milliseconds =>
  tries % 2 === 1 || lingers === 0 ? TRY_AGAIN : milliseconds(lingers + SURELY_GONE);

/**
 * Connects to a device and reads what the boots are and their status. On failure, disconnects.
 * @param tokenOf the control token that the boots with this serial number granted on an earlier link; 0 = none
 */
export async function openBoots(
  device: BluetoothDevice,
  clock: Clock,
  random: () => number,
  tokenOf: (serial: string) => number = () => 0,
  feeding: FeedingOptions = {},
  /** When an earlier page may have left them. */
  leftAt?: Instant,
  /** Told of every frame. */
  tap?: Tap,
): Promise<Opened> {
  const listen = [uuids.controlPoint, uuids.status, uuids.telemetry];
  // Nothing else is needed, and some platforms hide the standard services of other kinds.
  const needed = profile.filter(({ uuid }) => uuid === uuids.bootsService);
  const bare = openLink(device, { clock, profile: needed, listen, onDemand: [uuids.record], random, leftAt });
  const link = tap ? tappedLink(bare, [...listen, uuids.record], clock, tap) : bare;
  const since = clock.now();
  const giveUp = (failure: OpenFailure): Opened => {
    link.disconnect();
    return { ok: false, failure };
  };
  for (let tries = 1; ; tries++) {
    const reached = await reach(link);
    if ('feature' in reached) {
      const { feature, status } = reached;
      const token = tokenOf(feature.serial);
      return { ok: true, boots: new SingleBoots(link, clock, feature, status, token, feeding) };
    }
    const isOver = tries === TRIES || elapsed(since, clock.now()) > LONGEST;
    if (isOver || !reached.passing) return giveUp(reached.failure);
    await sleep(clock, restAfter(tries, link.lingers));
  }
}

type Reached =
  | { readonly feature: Feature; readonly status: Status }
  | { readonly failure: OpenFailure /** Trying again may help. */; readonly passing: boolean };

async function reach(link: Link): Promise<Reached> {
  const connected = await link.connect();
  if (!connected.ok) {
    const { kind } = connected.failure;
    return { failure: fromGatt(connected.failure), passing: kind === 'failed' || kind === 'timedOut' };
  }
  const feature = await readFeature(link);
  if ('failure' in feature) return unread(feature.failure);
  const status = await readStatus(link, feature.feature);
  return 'failure' in status ? unread(status.failure) : { feature: feature.feature, status: status.status };
}

const unread = (failure: OpenFailure): Reached => ({
  failure,
  passing: failure.kind === 'couldNotConnect',
});
