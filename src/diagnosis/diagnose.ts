/**
 * Finds the likely causes behind the zones' figures: one for each zone, and causes that affect a whole leg or the pump. Legs and pumps
 * differ more than zones do, so a zone is compared with the other zones on its pump and, if one pump serves both legs, with the same zone
 * of the other leg.
 */

import type { Side } from '../../firmware-protocol/zones.ts';
import { fitOf, type SideFinding } from './boots-fit.ts';
import { median, type ZoneFigures } from './figures.ts';

/**
 * `noRise`: the pressure does not rise although the fill valve is open: the hose is kinked or off, or a valve sticks. `kinked`: the zone fills
 * slowly or not at all, and empties slowly. `fillsSlowly`, `emptiesSlowly`: only one of the two. `stays`: the sensor reads a pressure although
 * the vent is open: air is in the bag or the sensor's zero is far off; only touching the boot can tell. `worn`: the zone loses a little air.
 * `notKnown`: too little was measured.
 */
export type ZoneCause =
  | 'noReading'
  | 'frozen'
  | 'zeroOff'
  | 'stays'
  | 'noRise'
  | 'kinked'
  | 'leak'
  | 'fillsSlowly'
  | 'emptiesSlowly'
  | 'worn'
  | 'noisy'
  | 'fine'
  | 'notKnown';

export type WholeCause = { readonly kind: 'pumpWeak'; readonly times: number } | SideFinding;

/** `notMeasured`: this zone or the others have no figure to compare. */
export type Pace = 'well' | 'slow' | 'notMeasured';

export interface ZoneDiagnosis {
  readonly figures: ZoneFigures;
  readonly cause: ZoneCause;
  readonly compared: { readonly fill: Pace; readonly release: Pace };
}

export interface Diagnosis {
  readonly zones: readonly ZoneDiagnosis[];
  readonly whole: readonly WholeCause[];
}

/** Above this share of samples without a reading, a sensor has failed. */
const MISSING_SHARE = 0.02;
/** Above this difference to the median of the other zones, a sensor's zero is off, mmHg. The sensors of empty bags differ by 1 or 2. */
const ZERO_OFF = 3.5;
/** Above this difference, mmHg, air may be in the bag instead, because its vent valve sticks. */
const STAYING_PRESSURE = 10;
/** Limits of a zone's figures, here and in the next three, as multiples of the other zones' median. */
const SLOW_FILL_TIMES = 1.5;
const SLOW_RELEASE_TIMES = 2.5;
const LONG_OPEN_TIMES = 1.2;
const NOISY_TIMES = 2.5;
/**
 * Noise up to this is acceptable, mmHg. A zone above it is noisy if the median of the other zones is above it too, or if the zone is more
 * than NOISY_TIMES as noisy as that median.
 */
const LEAST_NOISE = 0.35;
/** Above this loss, a zone leaks, L/min per mmHg. */
const LEAK_RATE = 0.008;
/** Above this loss, a zone is worn, L/min per mmHg. */
const WORN_RATE = 0.004;
/**
 * Replaces LEAK_RATE for a zone whose valves never stayed closed for longer than LONG_PIECE, L/min per mmHg. It is higher because cooling
 * air also lowers the pressure then.
 */
const LARGE_LEAK_RATE = 0.02;
/** Valves that stayed closed for longer than this, s, give a reliable leak rate. */
const LONG_PIECE = 3;
/**
 * The pump is weak if, by its stated flow, the zones seem to take more than this many times the air of usual bags. The median of the zones
 * counts.
 */
const WEAK_PUMP_TIMES = 1.6;

type Figure = (figures: ZoneFigures) => number | null;

const medianOfOthers = (zone: ZoneFigures, all: readonly ZoneFigures[], figure: Figure): number | null =>
  median(all.flatMap((other) => (other === zone ? [] : (figure(other) ?? []))));

function timesTheOthers(zone: ZoneFigures, all: readonly ZoneFigures[], figure: Figure): number | null {
  const own = figure(zone);
  const others = medianOfOthers(zone, all, figure);
  return own === null || others === null || others <= 0 ? null : own / others;
}

const paceOf = (times: number | null, slow: number): Pace =>
  times === null ? 'notMeasured' : times > slow ? 'slow' : 'well';

const isOver = (value: number | null, limit: number): boolean => value !== null && value > limit;

/** How far the zone's zero lies above the median of the other zones, mmHg; 0 if this zone has none. */
const zeroOffset = (zone: ZoneFigures, all: readonly ZoneFigures[]): number =>
  zone.zero === null ? 0 : zone.zero - (medianOfOthers(zone, all, ({ zero }) => zero) ?? 0);

const isNoisy = (zone: ZoneFigures, all: readonly ZoneFigures[]): boolean =>
  isOver(zone.noise, LEAST_NOISE) &&
  (isOver(
    timesTheOthers(zone, all, ({ noise }) => noise),
    NOISY_TIMES,
  ) ||
    isOver(
      medianOfOthers(zone, all, ({ noise }) => noise),
      LEAST_NOISE,
    ));

const effortOf: Figure = ({ effort }) => effort;
const releaseEffortOf: Figure = ({ releaseEffort }) => releaseEffort;

/**
 * Whether the zone fills slowly compared with the others. If the same zone of the other leg is on the same pump, the zone must be slow
 * compared with that too, because some pumps fill small zones slowly.
 */
function fillsSlowly(zone: ZoneFigures, all: readonly ZoneFigures[]): boolean {
  const twins = all.filter(
    (other) => other === zone || (other.zone === zone.zone && other.side !== zone.side),
  );
  const times = timesTheOthers(zone, all, effortOf);
  return (
    isOver(times, SLOW_FILL_TIMES) && isOver(timesTheOthers(zone, twins, effortOf) ?? times, SLOW_FILL_TIMES)
  );
}

function zoneCause(zone: ZoneFigures, all: readonly ZoneFigures[]): ZoneCause {
  const slowFill = fillsSlowly(zone, all);
  const slowRelease = isOver(timesTheOthers(zone, all, releaseEffortOf), SLOW_RELEASE_TIMES);
  if (isOver(zone.missing, MISSING_SHARE)) return 'noReading';
  if (zone.isFrozen) return 'frozen';
  if (zeroOffset(zone, all) > STAYING_PRESSURE) return 'stays';
  if (Math.abs(zeroOffset(zone, all)) > ZERO_OFF) return 'zeroOff';
  if (
    zone.inVain !== null &&
    isOver(
      timesTheOthers(zone, all, ({ open }) => open),
      LONG_OPEN_TIMES,
    )
  )
    return slowRelease ? 'kinked' : 'noRise';
  if (slowFill && slowRelease) return 'kinked';
  const isLong = isOver(zone.closed, LONG_PIECE);
  if (isOver(zone.leak, isLong ? LEAK_RATE : LARGE_LEAK_RATE)) return 'leak';
  if (slowFill) return 'fillsSlowly';
  if (slowRelease) return 'emptiesSlowly';
  if (isLong && isOver(zone.leak, WORN_RATE)) return 'worn';
  if (isNoisy(zone, all)) return 'noisy';
  return zone.rise !== null && zone.leak !== null ? 'fine' : 'notKnown';
}

/** @param all the zones on one pump */
function pumpCauses(all: readonly ZoneFigures[]): readonly WholeCause[] {
  const efforts = all.flatMap(({ effort }) => effort ?? []);
  const times = median(efforts);
  return times !== null && efforts.length >= 3 && times > WEAK_PUMP_TIMES
    ? [{ kind: 'pumpWeak', times }]
    : [];
}

const onSide = (all: readonly ZoneFigures[], side: Side): readonly ZoneFigures[] =>
  all.filter((zone) => zone.side === side);

/** Causes that do not change how much air a zone takes. The air of such a zone still tells how the boot sits. */
const harmlessForFit: ReadonlySet<ZoneCause> = new Set<ZoneCause>(['fine', 'notKnown', 'worn', 'noisy']);

/** @param pumps `shared`: one pump for all zones; `each`: one for each leg */
export function diagnose(all: readonly ZoneFigures[], pumps: 'shared' | 'each'): Diagnosis {
  const groups = pumps === 'shared' ? [all] : [onSide(all, 'left'), onSide(all, 'right')];
  const empty = fitOf(all).flatMap(({ kind, side }) => (kind === 'noLeg' ? [side] : []));
  const zones = groups.flatMap((group) =>
    group.map((figures) => {
      // Zones around a leg are not compared with those of a boot without a leg.
      const alike = group.filter(({ side }) => side === figures.side || !empty.includes(side));
      const compared = {
        fill: paceOf(timesTheOthers(figures, alike, effortOf), SLOW_FILL_TIMES),
        release: paceOf(timesTheOthers(figures, alike, releaseEffortOf), SLOW_RELEASE_TIMES),
      };
      return { figures, cause: zoneCause(figures, alike), compared };
    }),
  );
  const fit = fitOf(zones.flatMap(({ figures, cause }) => (harmlessForFit.has(cause) ? [figures] : [])));
  return { zones, whole: [...groups.flatMap(pumpCauses), ...fit] };
}
