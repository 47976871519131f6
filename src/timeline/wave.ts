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
  /** Where a single step is held, the one behind it is let go only when the crest has been reached. */
  readonly letsGoLate: boolean;
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
/**
 * A zone above this is let go in two moves, mmHg: a large one empties more slowly than the over-pressure limit, which looks
 * back 5 s for the highest target, would follow a single one.
 */
const STRONG = { above: 45, first: mmhg(25), lasts: 2 };

/** All zones are brought to this before the wave, mmHg. */
export function mouldOf(pattern: Pattern, levels: readonly Level[]): Mmhg {
  const weakest = Math.min(...levels.filter((level) => level.enabled).map((level) => level.peak));
  return onGrid(Math.max(LEAST_TARGET, Math.min(pattern.mould, MOULD_OF_PEAK * weakest)));
}

/** Targets of one leg as a wave climbs it. */
class Climb {
  readonly steps: readonly (readonly number[])[];
  readonly mould: Mmhg;
  /** Until the crest has been reached a single step that is held would stand over an empty one. */
  readonly late: boolean;
  readonly #levels: readonly Level[];
  readonly #stepOf: ReadonlyMap<number, number>;
  readonly #trailing: number;
  readonly #support: number;

  constructor(pattern: Pattern, pace: Pace, levels: readonly Level[], parts: readonly BodyPart[]) {
    const on = levels.flatMap((level, zone) => (level.enabled ? [zone] : []));
    const { trailingHolds } = pace;
    this.#levels = levels;
    this.steps = pattern.onsetDelay === 0 ? [on] : stepsOf(on, parts, pattern.steps);
    this.#stepOf = new Map(this.steps.flatMap((zones, step) => zones.map((zone) => [zone, step] as const)));
    this.mould = mouldOf(pattern, levels);
    this.#trailing =
      trailingHolds === 'all' ? this.steps.length : Math.min(trailingHolds, this.steps.length - 2);
    this.late = pace.letsGoLate && this.#trailing === 1;
    // Where zones let go behind the wave none of those still held may stand above its crest.
    this.#support =
      trailingHolds === 'all'
        ? Number.POSITIVE_INFINITY
        : onGrid(Math.max(LEAST_TARGET, SUPPORT * Math.max(...levels.map((level) => level.peak))));
  }

  /** @param more steps held beyond those that are */
  targets(step: number, crest: (level: Level, zone: number) => Target, more = 0): readonly Target[] {
    return this.#levels.map((level, zone) => {
      const own = this.#stepOf.get(zone);
      if (own === undefined) return 'vent';
      if (own > step) return this.mould;
      if (own === step) return crest(level, zone);
      return own >= step - this.#trailing - more ? mmhg(Math.min(level.held, this.#support)) : REST;
    });
  }

  all(target: Target): readonly Target[] {
    return this.#levels.map((level) => (level.enabled ? target : 'vent'));
  }
}

/** Squeezes in a step: 1 where a pulse would not be felt. */
function squeezesOf(pattern: Pattern, pace: Pace, crest: readonly Level[]): number {
  if (pattern.pulse === null) return 1;
  const weakest = Math.min(...crest.map((level) => level.peak));
  const low = Math.max(LEAST_TARGET, weakest * pattern.pulse.floor);
  return weakest - low >= LEAST_PULSE ? pace.squeezes : 1;
}

/** The beats of one step: the zones of it rise one after the other, then pulse together. */
function stepBeats(
  climb: Climb,
  step: number,
  pattern: Pattern,
  pace: Pace,
  levels: readonly Level[],
): Beat[] {
  const zones = climb.steps[step] ?? [];
  const crest = zones.flatMap((zone) => levels[zone] ?? []);
  const { onsetDelay, pulse } = pattern;
  const waits = onsetDelay === null || step === climb.steps.length - 1;
  const squeeze = pulse === null ? 0 : pace.on;
  const hold = waits ? pace.hold + Math.max(...crest.map((level) => level.longer)) : (onsetDelay ?? 0);
  const squeezes = waits ? squeezesOf(pattern, pace, crest) : 1;
  const more = climb.late ? 1 : 0;
  const beats: Beat[] = [];

  if (onsetDelay !== 0) {
    zones.slice(0, -1).forEach((_, index) => {
      const risen = new Set(zones.slice(0, index + 1));
      const targets = climb.targets(
        step,
        (level, zone) => (risen.has(zone) ? level.peak : climb.mould),
        more,
      );
      beats.push({ targets, gated: true, lasts: 0 });
    });
  }
  const peaks = climb.targets(step, (level) => level.peak);
  const lows = climb.targets(step, (level) =>
    onGrid(Math.max(LEAST_TARGET, level.peak * (pulse?.floor ?? 1))),
  );
  const rising = climb.targets(step, (level) => level.peak, more);
  const once = squeezes === 1;
  if (once && climb.late && squeeze + hold > 0) {
    beats.push({ targets: rising, gated: waits, lasts: 0 });
    beats.push({ targets: peaks, gated: false, lasts: squeeze + hold });
  } else {
    beats.push({ targets: rising, gated: waits, lasts: squeeze + (once ? hold : 0) });
  }
  for (let done = 1; done < squeezes; done++) {
    beats.push({ targets: lows, gated: false, lasts: pulse?.off ?? 0 });
    beats.push({ targets: peaks, gated: true, lasts: squeeze + (done === squeezes - 1 ? hold : 0) });
  }
  return beats;
}

/** Mould, wave, release, rest. */
export function beatsOf(
  pattern: Pattern,
  pace: Pace,
  levels: readonly Level[],
  parts: readonly BodyPart[],
): readonly Beat[] {
  const climb = new Climb(pattern, pace, levels, parts);
  const beats: Beat[] = [{ targets: climb.all(climb.mould), gated: true, lasts: SETTLE }];
  climb.steps.forEach((_, step) => {
    beats.push(...stepBeats(climb, step, pattern, pace, levels));
  });
  const last = beats.at(-1)?.targets ?? [];
  const strong = (target: Target): boolean => typeof target === 'number' && target > STRONG.above;
  if (last.some(strong)) {
    const targets = last.map((target) => (strong(target) ? STRONG.first : target === 'vent' ? target : REST));
    beats.push({ targets, gated: false, lasts: STRONG.lasts });
  }
  beats.push({ targets: climb.all(REST), gated: true, lasts: pace.rest });
  return beats;
}
