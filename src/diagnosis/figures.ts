/** Computes a zone's figures, which are compared with those of other zones and of earlier sessions. */

import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import type { Fill } from './measures/fills.ts';
import { EMPTYING_FROM, EMPTYING_TO } from './measures/releases.ts';
import { airForRise, usualBag } from './measures/usual-bag.ts';
import { usualRelease } from './measures/usual-release.ts';
import type { ZoneMeasures } from './measures/zone-measures.ts';

/** Leak rates are given only if the valves were closed for at least this long in all, s. */
const LEAST_CLOSED = 3;
/**
 * A fill that ends at a lower pressure, mmHg, is taken for a first filling (prefill) and not for part of the wave, the squeezes of the
 * program.
 */
export const LOWEST_SQUEEZE = 24;
/** A fill was in vain if its valve was open for LONG_OPEN and the pressure stayed below this, mmHg. */
const HIGHEST_NO_RISE = 6;
/** Time, s, in which an open fill valve raises the pressure if nothing is wrong. */
const LONG_OPEN = 12;

/** What was measured of a zone. Null = not measured. */
export interface ZoneFigures {
  readonly side: Side;
  /** 0 at the foot. */
  readonly zone: number;
  readonly part: BodyPart;
  /**
   * In a wave, or in the first filling if there was no wave. `seconds`: median time in which the zone reached its pressure. `to`: median of
   * the highest pressure, mmHg.
   */
  readonly rise: { readonly seconds: number; readonly to: number } | null;
  /** Air that went into the empty bag until it was taut, by the pump's stated flow, L; the most of the latest fills. */
  readonly slack: number | null;
  /** Air that went into the taut bag in a wave, as a multiple of what a usual bag takes. */
  readonly effort: number | null;
  /** Like `effort`, but from fills to less than 24 mmHg: the first filling and other prefills. Less exact. */
  readonly firstEffort: number | null;
  /** Air that the zone loses while its valves are closed, L/min per mmHg: 0.0004 in good boots, 0.002 in worn ones; above 0.008 is a leak. */
  readonly leak: number | null;
  /** Longest time for which the valves stayed closed while the leak was measured, s. */
  readonly closed: number | null;
  /** How fast the pressure falls while the valves are closed, mmHg/s; 0 if it rises. */
  readonly falls: number | null;
  /** Median time from 15 to 8 mmHg with the vent open, s. */
  readonly release: number | null;
  /**
   * Release time as a multiple of a usual bag's. A release that has not reached 8 mmHg counts with its time so far, if that is longer than
   * the median and than a usual release.
   */
  readonly releaseEffort: number | null;
  /** Standard deviation of the readings, mmHg. */
  readonly noise: number | null;
  /** Mean reading of the empty bag, mmHg. */
  readonly zero: number | null;
  /** Share of the samples without a reading, 0 to 1. */
  readonly missing: number | null;
  readonly isFrozen: boolean;
  /** As `open`, if the last fill did not raise the pressure although its valve was open for long. Otherwise null. */
  readonly inVain: number | null;
  /** How long the fill valve was open in the last fill, s. */
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
  const waves = arrived.filter(({ to }) => to >= LOWEST_SQUEEZE);
  const used = waves.length > 0 ? waves : arrived;
  const seconds = median(used.map((fill) => fill.seconds));
  const to = median(used.map((fill) => fill.to));
  return seconds === null || to === null ? null : { seconds, to };
};

const effortOf = (fills: readonly Fill[], isWave: boolean): number | null =>
  median(
    fills.flatMap(({ to, effort }) => (effort !== null && to >= LOWEST_SQUEEZE === isWave ? [effort] : [])),
  );

export function figuresOf(measures: ZoneMeasures, zonesPerLeg: number): ZoneFigures {
  const { side, zone, part, fills, filling, loss, releases, unreleased, still } = measures;
  const bag = usualBag(zonesPerLeg, zone);
  const effort = effortOf(fills, true);
  const first = fills.length === 0 && filling ? [filling] : fills;
  const slacks = first.flatMap(({ slack }) => slack ?? []);
  const closed = loss !== null && loss.seconds >= LEAST_CLOSED ? loss : null;
  const own = { ...bag, stretch: bag.stretch * Math.min(2, Math.max(0.5, effort ?? 1)) };
  const softness = closed && airForRise(own, closed.pressure, closed.pressure + 1);
  const release = median(releases);
  const usual = usualRelease(bag, EMPTYING_FROM, EMPTYING_TO);
  const slowest = Math.max(release ?? 0, unreleased > usual ? unreleased : 0);
  const last = fills.at(-1);
  const isVain = last !== undefined && !last.arrived && last.to < HIGHEST_NO_RISE && last.open >= LONG_OPEN;
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
