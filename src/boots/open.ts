/** From a device that was chosen to boots that can be spoken to. */

import type { Feature } from '../../firmware-protocol/feature.ts';
import { profile, uuids } from '../../firmware-protocol/profile.ts';
import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { Clock } from '../clock/clock.ts';
import { rest } from '../clock/rest.ts';
import { openLink } from '../gatt/gatt-link.ts';
import type { Link } from '../gatt/link.ts';
import type { FeedingOptions, OpenFailure } from './boots.ts';
import { fromGatt, readFeature, readStatus } from './reading.ts';
import { SingleBoots } from './single-boots.ts';

export type Opened =
  | { readonly ok: true; readonly boots: SingleBoots }
  | { readonly ok: false; readonly failure: OpenFailure };

/**
 * A browser may say that it is connected and then that it is not, or refuse notifications, and be given the same link again for as long
 * as that lives: from a page that was loaded anew, or one that BlueZ never signals. So there are two tries on a link, the second of which
 * works mostly, and then one that waits until it is gone.
 */
const TRIES = 5;
const TRY_AGAIN = milliseconds(250);
/** On a loaded computer a link lives that much longer. */
const SURELY_GONE = milliseconds(1000);

const restAfter = (tries: number, lingers: Milliseconds): Milliseconds =>
  tries % 2 === 1 || lingers === 0 ? TRY_AGAIN : milliseconds(lingers + SURELY_GONE);

/**
 * Connects to a device, reads what the boots are and how they are. On failure the link is given up.
 * @param token of control that they granted on an earlier link, 0 = none
 */
export async function openBoots(
  device: BluetoothDevice,
  clock: Clock,
  random: () => number,
  token = 0,
  feeding: FeedingOptions = {},
): Promise<Opened> {
  const listen = [uuids.controlPoint, uuids.status, uuids.telemetry];
  const link = openLink(device, { clock, profile, listen, random });
  const giveUp = (failure: OpenFailure): Opened => {
    link.disconnect();
    return { ok: false, failure };
  };
  for (let tries = 1; ; tries++) {
    const reached = await reach(link);
    if ('feature' in reached) {
      const { feature, status } = reached;
      return { ok: true, boots: new SingleBoots(link, clock, feature, status, token, feeding) };
    }
    if (tries === TRIES || !reached.passing) return giveUp(reached.failure);
    await rest(clock, restAfter(tries, link.lingers));
  }
}

type Reached =
  | { readonly feature: Feature; readonly status: Status }
  | { readonly failure: OpenFailure /** It may be otherwise in a moment. */; readonly passing: boolean };

async function reach(link: Link): Promise<Reached> {
  const connected = await link.connect();
  if (!connected.ok) {
    return { failure: fromGatt(connected.failure), passing: connected.failure.kind === 'failed' };
  }
  const feature = await readFeature(link);
  if ('failure' in feature) return unread(feature.failure);
  const status = await readStatus(link);
  return 'failure' in status ? unread(status.failure) : { feature: feature.feature, status: status.status };
}

const unread = (failure: OpenFailure): Reached => ({
  failure,
  passing: failure.kind === 'couldNotConnect',
});
