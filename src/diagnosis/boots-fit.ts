/**
 * Finds how the boots sit on the legs by comparing one boot with the other, because a person's two legs are alike. A boot without a leg in
 * it is stiffer, and a loose boot takes more air before it is taut. The air is measured in the first filling, at low pressure, and later in
 * the squeezes of the program (here called a wave). Also finds the zones that leak after the first filling, before they are squeezed.
 */

import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import { median, type ZoneFigures } from './figures.ts';
import { usualBag } from './measures/usual-bag.ts';

/** Found by comparing one boot with the other. */
export type SideFinding =
  /** The boot is much stiffer than the other one, as if no leg were in it. `share`: its air as a share of the other boot's. */
  | { readonly kind: 'noLeg'; readonly side: Side; readonly share: number }
  /** The boot is loose: until it was taut, it took `times` as much air as the other boot. */
  | { readonly kind: 'loose'; readonly side: Side; readonly times: number };

export type FitFinding =
  | SideFinding
  /** `rate`: what the zone loses at low pressure while its valves are closed, L/min per mmHg. */
  | { readonly kind: 'leak'; readonly side: Side; readonly part: BodyPart; readonly rate: number };

/**
 * A boot that takes less than this share of the other boot's air in a wave has no leg in it. With simulated boots the share is 0.6 around a
 * rigid dummy. Between two alike legs it stays above 0.85.
 */
const STIFF_SHARE = 0.75;
/**
 * `STIFF_SHARE` for the first filling, before a wave has been measured (`firstShare`). With simulated boots the share is 0.9 to
 * 1.15 between two alike legs, about 0.77 in a boot with an open zip, and at most 0.58 around a rigid dummy.
 */
const STIFF_SHARE_AT_FIRST = 0.65;
/**
 * Above this ratio of air, a boot is loose. With simulated boots the ratio is 1.3 with an open zip, give or take the air left in the bags,
 * which made up to 1.29 between boots that sit alike. So half of the open zips are found.
 */
const LOOSE_TIMES = 1.3;
const LEAST_ZONES = 3;
/**
 * A zone whose air is more than this many times the median zone's counts as losing air, for example through a vent that sticks open: its
 * air says nothing about the leg. With simulated boots the ratio was up to 1.96 in sound zones, and from 3.6 to 9 with a stuck vent.
 */
const LOSES_AIR_TIMES = 2;
/**
 * A zone that loses more than this at low pressure leaks, L/min per mmHg. Boots report a fault from about 0.03. Healthy simulated zones came
 * to 0.029 after 3 s and to 0.024 after 3.3 s, because their air cools and short pieces measure roughly.
 */
const LEAK_AT_FIRST = 0.036;

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
 * This side's air in the first filling once the bags were taut, divided by the other side's, as a multiple of the same for the air before.
 * On a hub it is not known exactly which zone got the pump's air, but a zone that seems to get more gets more before and after. Null if
 * fewer than LEAST_ZONES zones have both figures.
 */
function firstShare(side: Side, all: readonly ZoneFigures[]): number | null {
  const zones = all.filter((zone) => zone.side === side);
  const pairs = zones.flatMap((zone) => {
    const twin = twinOf(zone, all);
    const { stretch } = usualBag(zones.length, zone.zone);
    return zone.firstEffort !== null && twin && twin.firstEffort !== null
      ? [[zone.firstEffort * stretch, twin.firstEffort * stretch] as const]
      : [];
  });
  const slack = slackRatio(side, all);
  if (pairs.length < LEAST_ZONES || slack === null) return null;
  const sum = (at: 0 | 1): number => pairs.reduce((total, pair) => total + pair[at], 0);
  return sum(0) / sum(1) / slack;
}

/**
 * Whether the first filling shows how the boots sit: every zone has become taut, and its pressure has risen far enough to measure the air.
 */
export const isFitKnown = (all: readonly ZoneFigures[]): boolean =>
  all.length > 0 && all.every(({ slack, firstEffort }) => slack !== null && firstEffort !== null);

/** A squeeze would press on nothing. */
export const isPointless = ({ kind }: FitFinding): boolean => kind === 'noLeg';

/** @param all only zones that have not been squeezed yet, and have been measured long enough */
export const leaksOf = (all: readonly ZoneFigures[]): readonly FitFinding[] =>
  all.flatMap(({ side, part, leak }) =>
    leak !== null && leak > LEAK_AT_FIRST ? [{ kind: 'leak', side, part, rate: leak }] : [],
  );

/** The zones whose air in the first filling can have stayed in the bag. */
function holdingAir(all: readonly ZoneFigures[]): readonly ZoneFigures[] {
  const usual = median(all.flatMap(({ firstEffort }) => firstEffort ?? []));
  return usual === null
    ? all
    : all.filter(({ firstEffort }) => (firstEffort ?? 0) <= LOSES_AIR_TIMES * usual);
}

export function fitOf(measured: readonly ZoneFigures[]): readonly SideFinding[] {
  const all = holdingAir(measured);
  const sides: readonly Side[] = ['left', 'right'];
  return sides.flatMap((side): SideFinding[] => {
    const wave = medianRatio(side, all, ({ effort }) => effort);
    const share = wave ?? firstShare(side, all);
    const stiff = wave === null ? STIFF_SHARE_AT_FIRST : STIFF_SHARE;
    const times = slackRatio(side, all);
    return [
      ...(share !== null && share < stiff ? [{ kind: 'noLeg' as const, side, share }] : []),
      ...(times !== null && times > LOOSE_TIMES ? [{ kind: 'loose' as const, side, times }] : []),
    ];
  });
}
