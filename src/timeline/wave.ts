/**
 * One cycle of a pattern as beats: targets of all legs, and how long until the next beat counted from targets reached. Every
 * pattern is the same few lines with other figures.
 */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import { mmhg } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Pattern } from '../program/program.ts';
import { Climb } from './climb.ts';
import { LEAST_TARGET, REST } from './margins.ts';
import { overlapping } from './overlap.ts';
import { type Level, onGrid } from './peaks.ts';

export interface Beat {
  /** Of all legs, in the order of a keyframe. */
  readonly targets: readonly Target[];
  /** The next beat counts from these targets being reached. */
  readonly gated: boolean;
  /** Playhead time until the next beat, s. */
  readonly lasts: number;
  /** Step of the wave it belongs to; null for mould and release. */
  readonly step: number | null;
}

/** What of a pattern may give way when filling is slow, and what is known of that. */
export interface Pace {
  readonly squeezes: number;
  /** Share of its holds and squeezes that is kept, 0 to 1. */
  readonly holds: number;
  /** Steps held behind the wave; Infinity = all of them, until the end. */
  readonly trailingHolds: number;
  /** Where a single step is held, the one behind it is let go only when the crest has been reached. */
  readonly letsGoLate: boolean;
  readonly rest: number;
  /** Breaths that a step takes, where a step is a breath. */
  readonly breaths: number;
  /** Predicted waits of the gates of each step, s; where steps begin at set times. */
  readonly waits: readonly (readonly number[])[];
}

/** A pulse that lets down by less is not felt and only costs air, mmHg. */
const LEAST_PULSE = 4;
/** The mould settles for this long before the wave, s. */
const SETTLE = 0.5;
/**
 * A zone above this is let go in two moves, mmHg: a large one empties more slowly than the over-pressure limit, which looks
 * back 5 s for the highest target, would follow a single one.
 */
const STRONG = { above: 45, first: mmhg(25), lasts: 2 };

/** A beat of a step, not yet knowing which steps before it are still at their crest. */
export interface StepBeat {
  readonly targets: (still: ReadonlySet<number>) => readonly Target[];
  readonly gated: boolean;
  readonly lasts: number;
}

/** The beats of one step, and how long its crest stays after them while the next step begins, s. */
export interface Step {
  readonly beats: readonly StepBeat[];
  readonly stays: number;
}

/** Squeezes in a step: 1 where a pulse would not be felt. */
export function squeezesOf(pattern: Pattern, squeezes: number, crest: readonly Level[]): number {
  if (pattern.pulse === null) return 1;
  const weakest = Math.min(...crest.map((level) => level.peak));
  const low = Math.max(LEAST_TARGET, weakest * pattern.pulse.floor);
  return weakest - low >= LEAST_PULSE ? squeezes : 1;
}

/** The beats of one step: the units of it rise one after the other, then pulse together. */
function stepOf(climb: Climb, step: number, pattern: Pattern, pace: Pace): Step {
  const units = climb.steps[step] ?? [];
  const crest = climb.levels(step);
  const { onsetDelay, pulse, breathing } = pattern;
  const squeeze = pulse === null ? 0 : pulse.on * pace.holds;
  const hold = (pattern.hold + Math.max(0, ...crest.map((level) => level.longer))) * pace.holds;
  const squeezes = breathing ? 1 : squeezesOf(pattern, pace.squeezes, crest);
  const late = climb.late && !breathing;
  const more = late ? 1 : 0;
  const beats: StepBeat[] = [];
  const beat = (gated: boolean, lasts: number, crestOf: (level: Level, zone: number) => Target, of = 0) => {
    beats.push({ targets: (still) => climb.targets(step, crestOf, of, still), gated, lasts });
  };
  const peak = (level: Level): Target => level.peak;
  const low = (level: Level): Target => onGrid(Math.max(LEAST_TARGET, level.peak * (pulse?.floor ?? 1)));

  if (onsetDelay !== 0 && !breathing) {
    units.slice(0, -1).forEach((_, index) => {
      const risen = new Set(units.slice(0, index + 1).flat());
      beat(true, 0, (level, zone) => (risen.has(zone) ? level.peak : climb.mould), more);
    });
  }
  beat(!breathing, squeezes === 1 ? 0 : squeeze, peak, more);
  for (let done = 1; done < squeezes; done++) {
    beat(false, pulse?.off ?? 0, low);
    beat(true, done < squeezes - 1 ? squeeze : 0, peak);
  }

  const last = step === climb.steps.length - 1;
  const waited = (pace.waits[step] ?? []).reduce((sum, wait) => sum + wait, 0);
  const taken = beats.reduce((sum, { lasts }) => sum + lasts, waited);
  const onset = breathing ? (onsetDelay ?? 0) * pace.breaths : (onsetDelay ?? 0);
  const untilNext = onset > 0 && (!last || breathing) ? Math.max(0, onset - taken) : squeeze + hold;
  if (squeezes === 1 && late && untilNext > 0) beat(false, untilNext, peak);
  else lengthenLast(beats, untilNext);
  return { beats, stays: onset > 0 && !last ? squeeze + hold - untilNext : 0 };
}

function lengthenLast(beats: StepBeat[], by: number): void {
  const last = beats.pop();
  if (last) beats.push({ ...last, lasts: last.lasts + by });
}

/** Targets that are let go in two moves on their way to rest; null where one will do. */
function halfway(targets: readonly Target[]): readonly Target[] | null {
  const strong = (target: Target): boolean => typeof target === 'number' && target > STRONG.above;
  if (!targets.some(strong)) return null;
  return targets.map((target) => (strong(target) ? STRONG.first : target === 'vent' ? target : REST));
}

/** Mould, wave, release, rest. */
export function beatsOf(
  pattern: Pattern,
  pace: Pace,
  legs: readonly (readonly Level[])[],
  boots: BootsShape,
): readonly Beat[] {
  const climb = new Climb(pattern, pace.trailingHolds, pace.letsGoLate, legs, boots);
  const steps = climb.steps.map((_, step) => stepOf(climb, step, pattern, pace));
  const beats: Beat[] = [];
  // Boots that hold one zone at a time have no mould.
  if (boots.holdsTogether) {
    beats.push({ targets: climb.all(climb.mould), gated: true, lasts: SETTLE, step: null });
  }
  beats.push(...overlapping(steps, pace.waits));
  const release = boots.holdsTogether ? halfway(beats.at(-1)?.targets ?? []) : null;
  if (release !== null) beats.push({ targets: release, gated: false, lasts: STRONG.lasts, step: null });
  beats.push({ targets: climb.all(REST), gated: true, lasts: pace.rest, step: null });
  return beats;
}
