/** Opens boots: connects to a chosen device, and reads the boots' Feature and status. */

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
import { type IsSwapped, swappedLink } from './swapped-link.ts';

export type { BrowserBluetooth } from '../gatt/browser-bluetooth.ts';
export type { Frame, Tap } from '../gatt/tapped-link.ts';
export type { IsSwapped } from './swapped-link.ts';

export type Opened =
  | { readonly ok: true; readonly boots: SingleBoots }
  | { readonly ok: false; readonly failure: OpenFailure };

/**
 * After a page reload, or when BlueZ does not signal a loss, the browser may return the old, broken link for as long as that
 * link lives. A second try often succeeds all the same; after each second failure, the page waits until the old link should
 * be gone.
 */
const MOST_TRIES = 5;
/** If a try fails later than this after the first one began, ms, it is the last: the person has waited long enough. */
const LONGEST_OPENING = 28_000;
const RETRY_DELAY = milliseconds(250);
/** Added to the link's `lingerTime`, because on a busy computer the old link may stay for longer than that. */
const LINGER_MARGIN = milliseconds(1000);

const pauseAfter = (tries: number, lingers: Milliseconds): Milliseconds =>
  tries % 2 === 1 || lingers === 0 ? RETRY_DELAY : milliseconds(lingers + LINGER_MARGIN);

export interface OpeningOptions {
  readonly clock: Clock;
  /** Uniform in [0, 1), for jitter when reconnecting. */
  readonly random: () => number;
  /** The control token that the boots with this serial number granted on an earlier link; 0 = none. By default there is none. */
  readonly tokenOf?: (serial: string) => number | Promise<number>;
  readonly feeding?: FeedingOptions;
  /** When an earlier page may have disconnected from the device; left out = never. */
  readonly leftAt?: Instant | undefined;
  /** Called with every frame and every state of the link; left and right are as the person wears the boots. */
  readonly tap?: Tap | undefined;
  readonly isSwapped?: IsSwapped | undefined;
}

/** Tries several times if trying again may help. Disconnects if all tries fail. */
export async function openBoots(
  device: BluetoothDevice,
  { clock, random, tokenOf = () => 0, feeding = {}, leftAt, tap, isSwapped }: OpeningOptions,
): Promise<Opened> {
  const listen = [uuids.controlPoint, uuids.status, uuids.telemetry];
  // The page needs no other service, and some platforms hide the standard ones.
  const needed = profile.filter(({ uuid }) => uuid === uuids.bootsService);
  const bare = openLink(device, { clock, profile: needed, listen, onDemand: [uuids.record], random, leftAt });
  const asWorn = isSwapped ? swappedLink(bare, isSwapped) : bare;
  const link = tap ? tappedLink(asWorn, [...listen, uuids.record], clock, tap) : asWorn;
  const since = clock.now();
  const giveUp = (failure: OpenFailure): Opened => {
    link.disconnect();
    return { ok: false, failure };
  };
  for (let tries = 1; ; tries++) {
    const reached = await reach(link);
    if ('feature' in reached) {
      const { feature, status } = reached;
      const token = await tokenOf(feature.serial);
      return { ok: true, boots: new SingleBoots(link, clock, feature, status, token, feeding) };
    }
    const isOver = tries === MOST_TRIES || elapsed(since, clock.now()) > LONGEST_OPENING;
    if (isOver || !reached.isTransient) return giveUp(reached.failure);
    await sleep(clock, pauseAfter(tries, link.lingerTime));
  }
}

type ReachResult =
  | { readonly feature: Feature; readonly status: Status }
  | { readonly failure: OpenFailure; readonly isTransient: boolean };

async function reach(link: Link): Promise<ReachResult> {
  const connected = await link.connect();
  if (!connected.ok) {
    const { kind, cause } = connected.failure;
    const isTransient = (kind === 'failed' && cause.kind !== 'notPermitted') || kind === 'timedOut';
    return { failure: fromGatt(connected.failure), isTransient };
  }
  const feature = await readFeature(link);
  if ('failure' in feature) return unreadable(feature.failure);
  const status = await readStatus(link, feature.feature);
  return 'failure' in status
    ? unreadable(status.failure)
    : { feature: feature.feature, status: status.status };
}

const unreadable = (failure: OpenFailure): ReachResult => ({
  failure,
  isTransient: failure.kind === 'couldNotConnect',
});
