/**
 * Keeps the knee from being squeezed more than the zone below it (PROTOCOL.md 8, limit 7), in programs where the two have their turns in
 * different cycles. The last turn of the zone below counts. The zone below is the next one toward the foot that is switched on.
 */

import { type Mmhg, mmhg } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Settings } from '../program/program.ts';
import { isOn } from '../program/zones.ts';
import type { Cycle } from './cycle/compose.ts';
import { RESTING_PRESSURE } from './cycle/margins.ts';

/** For each zone, in the order of a keyframe's targets: its peak in the last of these cycles that squeezed it; 0 if none did. */
export function lastPeaks(cycles: readonly Pick<Cycle, 'peaks'>[]): readonly Mmhg[] {
  return cycles.reduce<readonly Mmhg[]>((last, { peaks }) => withPeaks(last, peaks), []);
}

export const withPeaks = (last: readonly Mmhg[], peaks: readonly Mmhg[]): readonly Mmhg[] =>
  peaks.map((peak, target) => (peak > RESTING_PRESSURE ? peak : (last[target] ?? mmhg(0))));

/**
 * The share of this cycle's intensity with which no knee gets more than the zone below it got in its last turn. A knee does not count if
 * this cycle squeezes the zone below too, or if no cycle has squeezed that zone yet.
 * @param last `lastPeaks` of the cycles before this one
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
    if (knee < 0 || own <= RESTING_PRESSURE || below < 0 || (peaks[first + below] ?? 0) > RESTING_PRESSURE)
      return 1;
    const most = last[first + below] ?? 0;
    return most === 0 ? 1 : Math.min(1, most / own);
  });
  return Math.min(...shares);
}
