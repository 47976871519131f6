/**
 * What the figures of all zones likely mean: one cause for each zone, and what concerns a whole leg or the pump. A zone is compared with
 * the others on its pump and with the same zone of the other leg, because legs and pumps differ more than zones do. Pure.
 */

import type { Side } from '../../firmware-protocol/zones.ts';
import { median, type ZoneFigures } from './figures.ts';
import { type FitFinding, fitOf } from './fit.ts';

/**
 * `noRise`: air goes in, and the pressure does not rise: its hose is kinked or off, or a valve sticks. `kinked`: it fills and empties
 * slowly. `fillsSlowly`, `emptiesSlowly`: only one of them. `stays`: open to the room it still reads much; either air is in it or its
 * sensor's zero is far off, and only a hand can tell. `worn`: it loses a little. `notKnown`: too little was measured to tell.
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

export type WholeCause = { readonly kind: 'pumpWeak'; readonly times: number } | FitFinding;

export interface ZoneMeaning {
  readonly figures: ZoneFigures;
  readonly cause: ZoneCause;
}

export interface Meaning {
  readonly zones: readonly ZoneMeaning[];
  readonly whole: readonly WholeCause[];
}

/** Share of samples without a reading. */
const MISSING = 0.02;
/** Next to the other zones, mmHg: emptied bags differ by 1 or 2. */
const ZERO_OFF = 3.5;
/** A valve that sticks leaves this much, and so may a sensor, mmHg. */
const STAYS = 10;
/** A multiple of the other zones' … */
const SLOW_FILL = 1.5;
const SLOW_RELEASE = 2.5;
const VAIN = 1.2;
const NOISY = 2.5;
/** … and of what is told at all, mmHg. */
const LEAST_NOISE = 0.35;
/** L/min per mmHg. What is measured in short pieces only, s, has cooling air in it and must be more. */
const LEAK = 0.008;
const WORN = 0.004;
const LARGE_LEAK = 0.02;
const LONG_PIECE = 3;
/** All zones together take this many times the air that the stated flow of the pump should need. Legs vary by a third at most. */
const WEAK_PUMP = 1.6;

type Figure = (figures: ZoneFigures) => number | null;

/** The median of the other zones of these. */
const othersOf = (zone: ZoneFigures, all: readonly ZoneFigures[], figure: Figure): number | null =>
  median(all.flatMap((other) => (other === zone ? [] : (figure(other) ?? []))));

/** How many times the others' figure this zone's is; null = not known. */
function against(zone: ZoneFigures, all: readonly ZoneFigures[], figure: Figure): number | null {
  const own = figure(zone);
  const others = othersOf(zone, all, figure);
  return own === null || others === null || others <= 0 ? null : own / others;
}

const isOver = (value: number | null, limit: number): boolean => value !== null && value > limit;

/** How far from the other zones it reads when it is open to the room, mmHg. */
const zeroOffset = (zone: ZoneFigures, all: readonly ZoneFigures[]): number =>
  zone.zero === null ? 0 : zone.zero - (othersOf(zone, all, ({ zero }) => zero) ?? 0);

const isNoisy = (zone: ZoneFigures, all: readonly ZoneFigures[]): boolean =>
  isOver(zone.noise, LEAST_NOISE) &&
  (isOver(
    against(zone, all, ({ noise }) => noise),
    NOISY,
  ) ||
    isOver(
      othersOf(zone, all, ({ noise }) => noise),
      LEAST_NOISE,
    ));

const effortOf: Figure = ({ effort }) => effort;

/** Against the others, and against the same zone of the other leg: small zones take more than their share of some pumps. */
function fillsSlowly(zone: ZoneFigures, all: readonly ZoneFigures[]): boolean {
  const twins = all.filter(
    (other) => other === zone || (other.zone === zone.zone && other.side !== zone.side),
  );
  const times = against(zone, all, effortOf);
  return isOver(times, SLOW_FILL) && isOver(against(zone, twins, effortOf) ?? times, SLOW_FILL);
}

function causeOf(zone: ZoneFigures, all: readonly ZoneFigures[]): ZoneCause {
  const slowFill = fillsSlowly(zone, all);
  const slowRelease = isOver(
    against(zone, all, ({ releaseEffort }) => releaseEffort),
    SLOW_RELEASE,
  );
  if (isOver(zone.missing, MISSING)) return 'noReading';
  if (zone.isFrozen) return 'frozen';
  if (zeroOffset(zone, all) > STAYS) return 'stays';
  if (Math.abs(zeroOffset(zone, all)) > ZERO_OFF) return 'zeroOff';
  if (
    zone.inVain !== null &&
    isOver(
      against(zone, all, ({ open }) => open),
      VAIN,
    )
  )
    return slowRelease ? 'kinked' : 'noRise';
  if (slowFill && slowRelease) return 'kinked';
  const isLong = isOver(zone.closed, LONG_PIECE);
  if (isOver(zone.leak, isLong ? LEAK : LARGE_LEAK)) return 'leak';
  if (slowFill) return 'fillsSlowly';
  if (slowRelease) return 'emptiesSlowly';
  if (isLong && isOver(zone.leak, WORN)) return 'worn';
  if (isNoisy(zone, all)) return 'noisy';
  return zone.rise !== null && zone.leak !== null ? 'fine' : 'notKnown';
}

/** Whether the pump gives less than the boots state. @param all of one pump */
function pumpOf(all: readonly ZoneFigures[]): readonly WholeCause[] {
  const efforts = all.flatMap(({ effort }) => effort ?? []);
  const times = median(efforts);
  return times !== null && efforts.length >= 3 && times > WEAK_PUMP ? [{ kind: 'pumpWeak', times }] : [];
}

const onSide = (all: readonly ZoneFigures[], side: Side): readonly ZoneFigures[] =>
  all.filter((zone) => zone.side === side);

/** Causes that leave what a leg takes as it is. */
const sound: ReadonlySet<ZoneCause> = new Set<ZoneCause>(['fine', 'notKnown', 'worn', 'noisy']);

/** @param pumps `shared`: one for both legs */
export function meaningOf(all: readonly ZoneFigures[], pumps: 'shared' | 'each'): Meaning {
  const groups = pumps === 'shared' ? [all] : [onSide(all, 'left'), onSide(all, 'right')];
  const empty = fitOf(all).flatMap(({ kind, side }) => (kind === 'noLeg' ? [side] : []));
  const zones = groups.flatMap((group) =>
    group.map((figures) => {
      // What an empty boot takes says nothing about the zones of a leg.
      const alike = group.filter(({ side }) => side === figures.side || !empty.includes(side));
      return { figures, cause: causeOf(figures, alike) };
    }),
  );
  const fit = fitOf(zones.flatMap(({ figures, cause }) => (sound.has(cause) ? [figures] : [])));
  return { zones, whole: [...groups.flatMap(pumpOf), ...fit] };
}
