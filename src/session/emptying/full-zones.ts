/** Keeps track of zones that should be empty but are measured at 20 mmHg or more: since when, and whether their pressure falls. Pure. */

import { rules } from '../../../firmware-protocol/limits.ts';
import { elapsed, type Instant, type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';

export interface FullZone {
  /** Number of the zone on the wire. */
  readonly zone: number;
  /** Since when the zone has been full without a break. */
  readonly since: Instant;
  /** Highest pressure measured since then. */
  readonly highest: Mmhg;
  readonly pressure: Mmhg;
}

/**
 * A zone counts as falling if it comes at least this far below its highest pressure: by this share of it, and by this many mmHg. Even
 * if no air leaves, the bag stretches (6 %) and sensors drift (1 mmHg).
 */
const SMALLEST_FALL = { share: 0.1, mmhg: 2 } as const;

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

export const isFullSince = ({ since }: FullZone, ms: number, now: Instant): boolean =>
  elapsed(since, now) >= ms;

/** Whether the zone falls, or still has time to. @param ms time within which the zone must fall, ms */
export const isFalling = (full: FullZone, ms: number, now: Instant): boolean =>
  !isFullSince(full, ms, now) ||
  full.highest - full.pressure >= Math.max(SMALLEST_FALL.mmhg, SMALLEST_FALL.share * full.highest);
