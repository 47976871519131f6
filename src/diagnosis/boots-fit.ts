/**
 * Finds how the boots sit on the legs. Compares each boot with the boot of the other leg, because a person's legs are alike: a boot without a leg is
 * stiffer, and a loose boot takes more air before it is taut. The air is measured in the first filling at low pressure, and later in the wave.
 */

import type { Side } from '../../firmware-protocol/zones.ts';
import { median, type ZoneFigures } from './figures.ts';

export type FitFinding =
  /** No leg in the boot, which is much stiffer than the other boot. `share`: air that it takes, as a share of what the other takes. */
  | { readonly kind: 'noLeg'; readonly side: Side; readonly share: number }
  /** The boot is loose: it took `times` as much air as the other boot until it was taut. */
  | { readonly kind: 'loose'; readonly side: Side; readonly times: number };

/**
 * A boot that takes less than this share of the other boot's air in a wave has no leg in it. A boot around a rigid dummy takes 0.6 of the air of a
 * boot around a leg. Between a person's two legs the share stays above 0.85 in a wave, and above 0.7 in the first filling.
 */
const STIFF_SHARE = 0.75;
/** `STIFF_SHARE` for the first filling, before a wave has been measured. */
const STIFF_SHARE_AT_FIRST = 0.68;
/** Above this ratio of air, a boot is loose. With an open zip it is 1.3; between boots that sit alike, air left in the bags makes up to 1.2. */
const LOOSE_TIMES = 1.25;
/** Least number of zones that must have been measured on both legs. */
const LEAST_ZONES = 3;

const other: Readonly<Record<Side, Side>> = { left: 'right', right: 'left' };

const twinOf = (zone: ZoneFigures, all: readonly ZoneFigures[]): ZoneFigures | undefined =>
  all.find(({ side, zone: at }) => side === other[zone.side] && at === zone.zone);

/** The median, over the zones, of this leg's figure divided by the other leg's; null if too few were measured. */
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

/** This leg's air until the bags were taut divided by the other leg's, over the zones measured on both; null if too few were. */
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

/** Whether the first filling at low pressure shows how the boots sit: every zone has become taut, and has risen far enough to be measured. */
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
