/** Asks boots for their session records, and gathers the pieces in which each record comes. */

import type { Request } from '../../../firmware-protocol/command.ts';
import { type Feature, isHub, isLaterMinor } from '../../../firmware-protocol/feature.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { decodeRecord, type RecordFrame } from '../../../firmware-protocol/record.ts';
import type { Cancel, Clock } from '../../clock/clock.ts';
import type { Link } from '../../gatt/link.ts';
import type { CommandOutcome } from '../command-outcome.ts';
import { assembled, type SessionRecord } from './session-record.ts';

/** Pieces follow each other within a few connection events. After this long without a piece, no more are expected. */
const LONGEST_GAP = milliseconds(3000);

export interface Asked {
  readonly link: Link;
  readonly clock: Clock;
  readonly feature: Feature;
  command(request: Request<'reportRecords'>): Promise<CommandOutcome<'reportRecords'>>;
}

/** The complete records, oldest first; empty if the boots store none; null if asking failed. */
export async function readRecords(boots: Asked): Promise<readonly SessionRecord[] | null> {
  const { link, clock, feature } = boots;
  if (!feature.abilities.storesSessions) return [];
  const subscribed = await link.resubscribe(uuids.record);
  if (!subscribed.ok) return null;
  const frames: RecordFrame[] = [];
  let came = (): void => {};
  const hearing = link.notifications(uuids.record).subscribe((bytes) => {
    const decoded = decodeRecord(bytes, isLaterMinor(feature));
    if (decoded.ok) frames.push(decoded.value);
    came();
  });
  const outcome = await boots.command({ op: 'reportRecords', from: 0 });
  const isAcknowledged = outcome.kind === 'acknowledged';
  if (isAcknowledged || outcome.kind === 'unknown') {
    // If the response was lost, the boots may send the pieces all the same, but how many is not known.
    const records = isAcknowledged ? outcome.response.records : Number.POSITIVE_INFINITY;
    const awaited = records * (isHub(feature) ? 3 : 2);
    await new Promise<void>((resolve) => {
      let patience: Cancel = () => {};
      came = () => {
        patience();
        if (frames.length >= awaited) resolve();
        else patience = clock.after(LONGEST_GAP, resolve);
      };
      came();
    });
  }
  hearing.unsubscribe();
  return isAcknowledged || frames.length > 0 ? assembled(frames, isHub(feature)) : null;
}
