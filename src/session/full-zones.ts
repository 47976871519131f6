/** Zones that are to be empty and are not, as measured: since when, and whether they fall. Pure. */

import { rules } from '../../firmware-protocol/limits.ts';
import { elapsed, type Instant, type Mmhg, mmhg } from '../../firmware-protocol/quantities.ts';

export interface FullZone {
  /** As on the wire. */
  readonly zone: number;
  /** Without a break. */
  readonly since: Instant;
  readonly highest: Mmhg;
  readonly pressure: Mmhg;
}

/**
 * Where nothing leaves, the bag still gives a little (6 % in 2 s) and sensors move (1 mmHg). Zones that are empty within 7 s fall
 * by a third in 2 s.
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
