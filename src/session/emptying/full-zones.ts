/** Zones that are to be empty and are not, as measured: since when, and whether they fall. Pure. */

import { rules } from '../../../firmware-protocol/limits.ts';
import { elapsed, type Instant, type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';

export interface FullZone {
  /** As on the wire. */
  readonly zone: number;
  /** Without a break. */
  readonly since: Instant;
  readonly highest: Mmhg;
  readonly pressure: Mmhg;
}

/**
 * The least that counts as falling, in 2 s. Where no air leaves, the bag still gives a little (6 %) and sensors drift (1 mmHg);
 * zones that will be empty within 7 s fall by a third.
 */
const FALL = { share: 0.1, mmhg: 2 } as const;

export function fullZones(
  before: readonly FullZone[],
  pressures: readonly (Mmhg | null)[],
  now: Instant,
): readonly FullZone[] {
  return pressures.flatMap((pressure, zone) => {
    if (pressure === null || pressure < rules.empty) return [];
    const { since, highest } = before.find((full) => full.zone === zone) ?? { since: now, highest: pressure };
    return [{ zone, since, highest: mmhg(Math.max(highest, pressure)), pressure }];
  });
}

export const isFullFor = ({ since }: FullZone, ms: number, now: Instant): boolean =>
  elapsed(since, now) >= ms;

/** @param ms that it is given for it */
export const isFalling = (full: FullZone, ms: number, now: Instant): boolean =>
  !isFullFor(full, ms, now) || full.highest - full.pressure >= Math.max(FALL.mmhg, FALL.share * full.highest);
