/**
 * Finds how the boots sit on the legs by comparing one boot with the other, because a person's two legs are alike. A boot without a leg in
 * it is stiffer, and a loose boot takes more air before it is taut. The air is measured in the first filling, at low pressure, and later in
 * the squeezes of the program (here called a wave).
 */

import type { Side } from '../../firmware-protocol/zones.ts';
import { median, type ZoneFigures } from './figures.ts';

export type FitFinding =
  /** The boot is much stiffer than the other one, as if no leg were in it. `share`: its air as a share of the other boot's. */
  | { readonly kind: 'noLeg'; readonly side: Side; readonly share: number }
  /** The boot is loose: until it was taut, it took `times` as much air as the other boot. */
  | { readonly kind: 'loose'; readonly side: Side; readonly times: number };

/**
 * A boot that takes less than this share of the other boot's air in a wave has no leg in it. With simulated boots the share is 0.6 around a
 * rigid dummy. Between two alike legs it stays above 0.85 in a wave, and above 0.7 in the first filling.
 */
const STIFF_SHARE = 0.75;
/** `STIFF_SHARE` for the first filling, before a wave has been measured. */
const STIFF_SHARE_AT_FIRST = 0.68;
/**
 * Above this ratio of air, a boot is loose. With simulated boots the ratio is 1.3 with an open zip; between boots that sit alike, air left
 * in the bags makes up to 1.2.
 */
const LOOSE_TIMES = 1.25;
const LEAST_ZONES = 3;

const other: Readonly<Record<Side, Side>> = { left: 'right', right: 'left' };

const twinOf = (zone: ZoneFigures, all: readonly ZoneFigures[]): ZoneFigures | undefined =>
  all.find(({ side, zone: at }) => side === other[zone.side] && at === zone.zone);

/** The median, over the zones, of this side's figure divided by the other side's; null if fewer than LEAST_ZONES zones have both. */
function medianRatio(
  side: Side,
  all: readonly ZoneFigures[],
  figure: (zone: ZoneFigures) => number | null,
): number | null {
  const ratios = all.flatMap((zone) => {
    const own = zone.side === side ? figure(zone) : null;
    const twin = twinOf(zone, all);
    const others = twin ? figure(twin) : null;
    return own !== null && others !== null && others > 0 ? [own / others] : [];
  });
  return ratios.length < LEAST_ZONES ? null : median(ratios);
}

/** Air that this side's bags took until they were taut, divided by the other side's; null if fewer than LEAST_ZONES zones have both. */
function slackRatio(side: Side, all: readonly ZoneFigures[]): number | null {
  const pairs = all.flatMap((zone) => {
    const twin = twinOf(zone, all);
    return zone.side === side && zone.slack !== null && twin && twin.slack !== null
      ? [[zone.slack, twin.slack] as const]
      : [];
  });
  if (pairs.length < LEAST_ZONES) return null;
  const sum = (at: 0 | 1): number => pairs.reduce((total, pair) => total + pair[at], 0);
  return sum(0) / sum(1);
}

/**
 * Whether the first filling shows how the boots sit: every zone has become taut, and its pressure has risen far enough to measure the air.
 */
export const isFitKnown = (all: readonly ZoneFigures[]): boolean =>
  all.length > 0 && all.every(({ slack, firstEffort }) => slack !== null && firstEffort !== null);

export function fitOf(all: readonly ZoneFigures[]): readonly FitFinding[] {
  const sides: readonly Side[] = ['left', 'right'];
  return sides.flatMap((side): FitFinding[] => {
    const wave = medianRatio(side, all, ({ effort }) => effort);
    const share = wave ?? medianRatio(side, all, ({ firstEffort }) => firstEffort);
    const stiff = wave === null ? STIFF_SHARE_AT_FIRST : STIFF_SHARE;
    const times = slackRatio(side, all);
    return [
      ...(share !== null && share < stiff ? [{ kind: 'noLeg' as const, side, share }] : []),
      ...(times !== null && times > LOOSE_TIMES ? [{ kind: 'loose' as const, side, times }] : []),
    ];
  });
}
