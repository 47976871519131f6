/**
 * The knee is never squeezed more than the zone below it. Where the two take turns in different cycles, the last turn of the lower zone
 * counts, so a rise (the warm-up's, or one that a person asks for) reaches the zone below before it reaches the knee.
 */

import { type Mmhg, mmhg } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Settings } from '../program/program.ts';
import { isOn } from '../program/zones.ts';
import type { Cycle } from './cycle/compose.ts';
import { RESTING } from './cycle/margins.ts';

/** The peak of each target in the last of these cycles that squeezed it; 0 if none did. */
export function lastPeaks(cycles: readonly Pick<Cycle, 'peaks'>[]): readonly Mmhg[] {
  return cycles.reduce<readonly Mmhg[]>((last, { peaks }) => withPeaks(last, peaks), []);
}

/** Last peaks after one more cycle. */
export const withPeaks = (last: readonly Mmhg[], peaks: readonly Mmhg[]): readonly Mmhg[] =>
  peaks.map((peak, target) => (peak > RESTING ? peak : (last[target] ?? mmhg(0))));

/**
 * The share of a cycle's intensity at which no knee gets more than the zone below it last got.
 * @param last peak of each target in the last cycle that squeezed it (`lastPeaks`)
 * @returns 0 to 1
 */
export function shareAllowedByKnee(
  settings: Settings,
  { parts, sides }: BootsShape,
  { peaks }: Pick<Cycle, 'peaks'>,
  last: readonly Mmhg[],
): number {
  const knee = parts.indexOf('knee');
  const shares = sides.map((side, leg) => {
    const first = leg * parts.length;
    const own = peaks[first + knee] ?? 0;
    const below = parts.findLastIndex((part, zone) => zone < knee && isOn(settings, side, zone, part));
    if (knee < 0 || own <= RESTING || below < 0 || (peaks[first + below] ?? 0) > RESTING) return 1;
    const most = last[first + below] ?? 0;
    return most === 0 ? 1 : Math.min(1, most / own);
  });
  return Math.min(...shares);
}
