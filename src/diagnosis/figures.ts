/** The figures of one zone that a person compares: with the other leg, and with the last sessions. Pure. */

import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import type { Fill } from './measures/fills.ts';
import { EMPTYING_FROM, EMPTYING_TO } from './measures/releases.ts';
import { airForRise, usualBag } from './measures/usual-bag.ts';
import { usualRelease } from './measures/usual-release.ts';
import type { ZoneMeasures } from './measures/zone-measures.ts';

/** A leak is told from this much time with closed valves on, s. */
const ENOUGH_CLOSED = 3;
/** Fills to less than this are the prefill, which the boots share out slowly, mmHg. */
const SQUEEZE = 24;
/** A fill that never got above this did not rise, mmHg, … */
const NO_RISE = 6;
/** … although its valve was open for so long, s. */
const LONG_OPEN = 12;

/** Null = not measured. */
export interface ZoneFigures {
  readonly side: Side;
  /** From 0 at the foot. */
  readonly zone: number;
  readonly part: BodyPart;
  /** Median time to its pressure in a wave, and that pressure, s and mmHg; without a wave, of the first filling. */
  readonly rise: { readonly seconds: number; readonly to: number } | null;
  /** Air it took until its bag was taut, by the pump's stated flow, L. */
  readonly slack: number | null;
  /** Air that its taut bag took in a wave, as a multiple of what a usual one takes. */
  readonly effort: number | null;
  /** The same in the first low filling, which is less exact. */
  readonly firstEffort: number | null;
  /** Air it loses while closed, L/min per mmHg: 0.0004 in good boots, 0.002 in worn ones, 0.01 and more is a leak. */
  readonly leak: number | null;
  /** The longest piece that it was measured in, s. */
  readonly closed: number | null;
  /** What that does to its pressure, mmHg/s. */
  readonly falls: number | null;
  /** Median time from 15 to 8 mmHg with the vent open, s. */
  readonly release: number | null;
  /** The same as a multiple of what a usual bag takes; also of a release that never came that far, at least so much. */
  readonly releaseEffort: number | null;
  /** mmHg. */
  readonly noise: number | null;
  readonly zero: number | null;
  /** Share of the samples without a reading. */
  readonly missing: number | null;
  readonly isFrozen: boolean;
  /** How long its valve was open in a fill that did not raise it, s; null = there was none. */
  readonly inVain: number | null;
  /** How long its valve was open in its last fill, s. */
  readonly open: number | null;
}

export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper;
}

const riseOf = (fills: readonly Fill[]): ZoneFigures['rise'] => {
  const arrived = fills.filter((fill) => fill.arrived);
  const waves = arrived.filter(({ to }) => to >= SQUEEZE);
  const telling = waves.length > 0 ? waves : arrived;
  const seconds = median(telling.map((fill) => fill.seconds));
  const to = median(telling.map((fill) => fill.to));
  return seconds === null || to === null ? null : { seconds, to };
};

const effortOf = (fills: readonly Fill[], isWave: boolean): number | null =>
  median(fills.flatMap(({ to, effort }) => (effort !== null && to >= SQUEEZE === isWave ? [effort] : [])));

/** @param zonesPerLeg how many zones the leg has */
export function figuresOf(measures: ZoneMeasures, zonesPerLeg: number): ZoneFigures {
  const { side, zone, part, fills, filling, loss, releases, unreleased, still } = measures;
  const bag = usualBag(zonesPerLeg, zone);
  const effort = effortOf(fills, true);
  const first = fills.length === 0 && filling ? [filling] : fills;
  const slacks = first.flatMap(({ slack }) => slack ?? []);
  const closed = loss !== null && loss.seconds >= ENOUGH_CLOSED ? loss : null;
  const own = { ...bag, stretch: bag.stretch * Math.min(2, Math.max(0.5, effort ?? 1)) };
  const softness = closed && airForRise(own, closed.pressure, closed.pressure + 1);
  const release = median(releases);
  const usual = usualRelease(bag, EMPTYING_FROM, EMPTYING_TO);
  const slowest = Math.max(release ?? 0, unreleased > usual ? unreleased : 0);
  const last = fills.at(-1);
  const isVain = last !== undefined && !last.arrived && last.to < NO_RISE && last.open >= LONG_OPEN;
  return {
    side,
    zone,
    part,
    rise: riseOf(fills),
    slack: slacks.length > 0 ? Math.max(...slacks) : null,
    effort,
    firstEffort: effortOf(first, false),
    leak: closed && softness !== null ? (Math.max(0, closed.rate) * 60 * softness) / closed.pressure : null,
    closed: closed?.longest ?? null,
    falls: closed && Math.max(0, closed.rate),
    release,
    releaseEffort: slowest > 0 ? slowest / usual : null,
    noise: still.noise,
    zero: still.zero,
    missing: still.samples > 0 ? still.missing / still.samples : null,
    isFrozen: still.isFrozen,
    inVain: isVain ? last.open : null,
    open: last?.open ?? null,
  };
}
