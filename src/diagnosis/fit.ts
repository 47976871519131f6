/**
 * How the boots sit, from the first low filling, before any real squeeze. Both legs of a person are alike, so each leg is the other's
 * measure: an empty boot is stiffer, and a loose one takes more air before it is taut. With one leg alone, neither is known. Pure.
 */

import type { Side } from '../../firmware-protocol/zones.ts';
import { median, type ZoneFigures } from './figures.ts';

export type FitFinding =
  /** Much stiffer than the other one: `share` of the air for the same rise. */
  | { readonly kind: 'noLeg'; readonly side: Side; readonly share: number }
  /** `times` the air until it was taut. */
  | { readonly kind: 'loose'; readonly side: Side; readonly times: number };

/** A rigid dummy takes 0.6 of the air; in a wave healthy legs of one person stay within 0.85, in the first filling within 0.7. */
const STIFF = 0.75;
const STIFF_AT_FIRST = 0.68;
/** An open zip takes 1.3 times the air. What was left in the bags makes up to 1.2 between legs that sit alike. */
const LOOSE = 1.25;
/** So many zones of a leg must be known. */
const ENOUGH = 3;

const other: Readonly<Record<Side, Side>> = { left: 'right', right: 'left' };

/** The same zone of the other leg. */
const twinOf = (zone: ZoneFigures, all: readonly ZoneFigures[]): ZoneFigures | undefined =>
  all.find(({ side, zone: at }) => side === other[zone.side] && at === zone.zone);

/** This leg's figure for each zone as a multiple of the other leg's; median. */
function ratio(
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
  return ratios.length < ENOUGH ? null : median(ratios);
}

/** Of both legs, the air until they were taut, zones that both know. */
function slackTimes(side: Side, all: readonly ZoneFigures[]): number | null {
  const pairs = all.flatMap((zone) => {
    const twin = twinOf(zone, all);
    return zone.side === side && zone.slack !== null && twin && twin.slack !== null
      ? [[zone.slack, twin.slack] as const]
      : [];
  });
  if (pairs.length < ENOUGH) return null;
  const sum = (at: 0 | 1): number => pairs.reduce((total, pair) => total + pair[at], 0);
  return sum(0) / sum(1);
}

/** Whether the first low filling has told all it can: every zone has become taut and risen. */
export const isFitKnown = (all: readonly ZoneFigures[]): boolean =>
  all.length > 0 && all.every(({ slack, firstEffort }) => slack !== null && firstEffort !== null);

export function fitOf(all: readonly ZoneFigures[]): readonly FitFinding[] {
  const sides: readonly Side[] = ['left', 'right'];
  return sides.flatMap((side): FitFinding[] => {
    const wave = ratio(side, all, ({ effort }) => effort);
    const share = wave ?? ratio(side, all, ({ firstEffort }) => firstEffort);
    const stiff = wave === null ? STIFF_AT_FIRST : STIFF;
    const times = slackTimes(side, all);
    return [
      ...(share !== null && share < stiff ? [{ kind: 'noLeg' as const, side, share }] : []),
      ...(times !== null && times > LOOSE ? [{ kind: 'loose' as const, side, times }] : []),
    ];
  });
}
