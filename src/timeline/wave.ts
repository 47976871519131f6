/**
 * One cycle of a pattern on one leg, as beats: targets, and how long until the next beat counted from targets reached. Every
 * pattern is the same few lines with other figures.
 */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import { type Mmhg, mmhg } from '../../firmware-protocol/quantities.ts';
import type { BodyPart } from '../../firmware-protocol/zones.ts';
import type { Pattern } from '../program/program.ts';
import { LEAST_TARGET, REST } from './margins.ts';
import { type Level, onGrid } from './peaks.ts';
import { stepsOf } from './steps.ts';

export interface Beat {
  /** Of one leg, foot first. */
  readonly targets: readonly Target[];
  /** The next beat counts from these targets being reached. */
  readonly gated: boolean;
  /** Playhead time until the next beat, s. */
  readonly lasts: number;
}

/** What of a pattern may give way when filling is slow. */
export interface Pace {
  readonly squeezes: number;
  /** How long a squeeze of a pulse lasts, s. */
  readonly on: number;
  readonly hold: number;
  /** Steps held behind the wave. */
  readonly trailingHolds: number | 'all';
  readonly rest: number;
}

/** A pulse that lets down by less is not felt and only costs air, mmHg. */
const LEAST_PULSE = 4;
/** Held behind the wave where zones let go behind it, as a share of the highest peak: half of it as measured, and a margin. */
const SUPPORT = 0.58;
/** The mould settles for this long before the wave, s. */
const SETTLE = 0.5;
/** A mould that reaches this share of the weakest peak would leave nothing of the wave. */
const MOULD_OF_PEAK = 0.65;

/** All zones are brought to this before the wave, mmHg. */
export function mouldOf(pattern: Pattern, levels: readonly Level[]): Mmhg {
  const weakest = Math.min(...levels.filter((level) => level.enabled).map((level) => level.peak));
  return onGrid(Math.max(LEAST_TARGET, Math.min(pattern.mould, MOULD_OF_PEAK * weakest)));
}

export function beatsOf(
  pattern: Pattern,
  pace: Pace,
  levels: readonly Level[],
  parts: readonly BodyPart[],
): readonly Beat[] {
  const on = levels.flatMap((level, zone) => (level.enabled ? [zone] : []));
  const steps = pattern.onsetDelay === 0 ? [on] : stepsOf(on, parts, pattern.steps);
  const stepOf = new Map(steps.flatMap((zones, step) => zones.map((zone) => [zone, step] as const)));
  const mould = mouldOf(pattern, levels);
  const { trailingHolds } = pace;
  const trailing = trailingHolds === 'all' ? steps.length : Math.min(trailingHolds, steps.length - 2);
  // Where zones let go behind the wave none of those still held may stand above its crest.
  const support = onGrid(SUPPORT * Math.max(...levels.map((level) => level.peak)));
  const heldAt = (level: Level): Mmhg =>
    trailingHolds === 'all' ? level.held : mmhg(Math.min(level.held, Math.max(LEAST_TARGET, support)));

  /** Targets in a step, with `atCrest` for the zones of it. */
  const targetsIn = (step: number, atCrest: (level: Level, zone: number) => Target): readonly Target[] =>
    levels.map((level, zone) => {
      const own = stepOf.get(zone);
      if (own === undefined) return 'vent';
      if (own > step) return mould;
      if (own === step) return atCrest(level, zone);
      return own >= step - trailing ? heldAt(level) : REST;
    });
  const all = (target: Target): readonly Target[] => levels.map((level) => (level.enabled ? target : 'vent'));

  const beats: Beat[] = [{ targets: all(mould), gated: true, lasts: SETTLE }];
  steps.forEach((zones, step) => {
    const last = step === steps.length - 1;
    const waits = pattern.onsetDelay === null || last;
    const crest = zones.flatMap((zone) => levels[zone] ?? []);
    const longer = Math.max(...crest.map((level) => level.longer));
    const weakest = Math.min(...crest.map((level) => level.peak));
    const low = (level: Level): number => Math.max(LEAST_TARGET, level.peak * (pattern.pulse?.floor ?? 1));
    const pulses =
      pattern.pulse !== null &&
      waits &&
      weakest - LEAST_PULSE >= Math.max(LEAST_TARGET, weakest * pattern.pulse.floor)
        ? pace.squeezes - 1
        : 0;
    const squeeze = pattern.pulse === null ? 0 : pace.on;

    // The distal one of a pair reaches its peak before the proximal one begins.
    zones.slice(0, -1).forEach((_, index) => {
      if (pattern.onsetDelay === 0) return;
      const risen = new Set(zones.slice(0, index + 1));
      const targets = targetsIn(step, (level, zone) => (risen.has(zone) ? level.peak : mould));
      beats.push({ targets, gated: true, lasts: 0 });
    });
    const peaks = targetsIn(step, (level) => level.peak);
    const lows = targetsIn(step, (level) => onGrid(low(level)));
    const after = waits ? pace.hold + longer : (pattern.onsetDelay ?? 0);
    beats.push({ targets: peaks, gated: waits, lasts: squeeze + (pulses > 0 ? 0 : after) });
    for (let pulse = 1; pulse <= pulses; pulse++) {
      beats.push({ targets: lows, gated: false, lasts: pattern.pulse?.off ?? 0 });
      beats.push({ targets: peaks, gated: true, lasts: squeeze + (pulse === pulses ? after : 0) });
    }
  });
  beats.push({ targets: all(REST), gated: true, lasts: pace.rest });
  return beats;
}
