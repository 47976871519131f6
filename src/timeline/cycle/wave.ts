/**
 * One cycle of a pattern as beats: targets of all legs, and how long until the next beat counted from targets reached. Every
 * pattern is the same few lines with other figures.
 */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import type { Pattern } from '../../program/program.ts';
import { LEAST_TARGET } from '../../program/ranges.ts';
import { type Beat, lengthenLast, type Step, type StepBeat } from './beat.ts';
import { Climb } from './climb.ts';
import { letGoFirst, REST } from './margins.ts';
import { overlapping } from './overlap.ts';
import { type Level, onGrid } from './peaks.ts';

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
 * Zones above this are let go in two moves, mmHg. The first lasts longer where they empty slowly: until a zone that takes `slowly` s
 * to empty has `spare` s left of the over-pressure limit's look back.
 */
const STRONG = { above: 45, slowly: 4.5, spare: 3 };

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

/** How long zones that are let go from these targets take until they are nearly empty, s. */
export type Emptying = (targets: readonly Target[]) => number;

/** The first of two moves in which strong or large zones are let go on their way to rest; null where one move will do. */
function firstMove(targets: readonly Target[], least: number, emptying: Emptying): Omit<Beat, 'step'> | null {
  const squeezed = (target: Target): boolean => typeof target === 'number' && target > letGoFirst.to;
  if (!targets.some(squeezed)) return null;
  const takes = emptying(targets);
  const strong = targets.some((target) => typeof target === 'number' && target > least);
  if (!strong && takes <= STRONG.slowly) return null;
  const above = takes > STRONG.slowly ? letGoFirst.to : STRONG.above;
  return {
    targets: targets.map((target) => {
      if (typeof target !== 'number') return target;
      return target > above ? letGoFirst.to : REST;
    }),
    gated: false,
    lasts: Math.max(letGoFirst.lasts, takes - STRONG.spare),
  };
}

/** Beats of boots that hold one zone at a time: a zone that empties slowly is let down before the next one is filled. */
const letDownBetween = (beats: readonly Beat[], emptying: Emptying): readonly Beat[] =>
  beats.flatMap((beat, index) => {
    const ends = beats[index + 1]?.step !== beat.step;
    const move = ends ? firstMove(beat.targets, Number.POSITIVE_INFINITY, emptying) : null;
    return move === null ? [beat] : [beat, { ...move, step: beat.step }];
  });

/** Mould, wave, release, rest. */
export function beatsOf(
  pattern: Pattern,
  pace: Pace,
  legs: readonly (readonly Level[])[],
  boots: BootsShape,
  emptying: Emptying,
): readonly Beat[] {
  const climb = new Climb(pattern, pace.trailingHolds, pace.letsGoLate, legs, boots);
  const steps = climb.steps.map((_, step) => stepOf(climb, step, pattern, pace));
  const release: Beat = { targets: climb.all(REST), gated: true, lasts: pace.rest, step: null };
  const wave = overlapping(steps, pace.waits);
  // Boots that hold one zone at a time have no mould.
  if (!boots.holdsTogether) return [...letDownBetween(wave, emptying), release];
  const mould: Beat = { targets: climb.all(climb.mould), gated: true, lasts: SETTLE, step: null };
  const move = firstMove(wave.at(-1)?.targets ?? [], STRONG.above, emptying);
  return [mould, ...wave, ...(move === null ? [] : [{ ...move, step: null }]), release];
}
