/** Turns one cycle of a pattern into beats: prefill, wave, release and rest. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { Pattern } from '../../program/program.ts';
import { LEAST_TARGET } from '../../program/ranges.ts';
import { type Beat, lengthenLast, type Step, type StepBeat } from './beat.ts';
import { type Level, roundTarget } from './levels.ts';
import { firstRelease, RESTING_PRESSURE } from './margins.ts';
import { overlapping } from './overlap.ts';
import type { Pace } from './pace.ts';
import { type WaveSpec, WaveTargets } from './wave-targets.ts';

/** A pulse that drops by less than this between its squeezes is not felt and only costs air, mmHg. */
const SMALLEST_PULSE = 4;
/** The wave begins this long after the prefill has been reached, s. */
const SETTLING_TIME = 0.5;
/**
 * Zones that take longer than `slowly` s to empty are released in two stages; so are zones above `above` mmHg on boots that hold several.
 * For zones that empty slowly, the first stage lasts until they need only `spare` s more. That is less than the 5 s for which the
 * over-pressure limit remembers targets.
 */
const TWO_STAGES = { above: 45, slowly: 4.5, spare: 3 };

/** How long zones that are released from these targets take until they are nearly empty, s. */
export type Emptying = (targets: readonly Target[]) => number;

/** Number of squeezes in a step: 1 if the pattern has no pulse, or a pulse that would not be felt. */
export function squeezesOf(pattern: Pattern, squeezes: number, crest: readonly Level[]): number {
  if (pattern.pulse === null) return 1;
  const weakest = Math.min(...crest.map((level) => level.peak));
  const low = Math.max(LEAST_TARGET, weakest * pattern.pulse.floor);
  return weakest - low >= SMALLEST_PULSE ? squeezes : 1;
}

/**
 * The beats of one step: its valve groups rise one after the other, then pulse and are held together. If steps are breaths, or all steps
 * begin at once, the groups also rise together.
 */
function stepOf(wave: WaveTargets, step: number, pattern: Pattern, pace: Pace): Step {
  const groups = wave.steps[step] ?? [];
  const crest = wave.crest(step);
  const { onsetDelay, pulse, breathing } = pattern;
  const squeeze = pulse === null ? 0 : pulse.on * pace.holdShare;
  const hold = (pattern.hold + Math.max(0, ...crest.map(({ longerHold }) => longerHold))) * pace.holdShare;
  const squeezes = breathing ? 1 : squeezesOf(pattern, pace.squeezes, crest);
  const late = wave.releasesLate && !breathing;
  const alsoHeld = late ? 1 : 0;
  const beats: StepBeat[] = [];
  const beat = (gated: boolean, lasts: number, crestOf: (level: Level, zone: number) => Target, more = 0) => {
    beats.push({ targets: (atCrest) => wave.during(step, crestOf, more, atCrest), gated, lasts });
  };
  const peak = (level: Level): Target => level.peak;
  const low = (level: Level): Target => roundTarget(Math.max(LEAST_TARGET, level.peak * (pulse?.floor ?? 1)));

  if (onsetDelay !== 0 && !breathing) {
    groups.slice(0, -1).forEach((_, index) => {
      const risen = new Set(groups.slice(0, index + 1).flat());
      beat(true, 0, (level, zone) => (risen.has(zone) ? level.peak : wave.prefill), alsoHeld);
    });
  }
  beat(!breathing, squeezes === 1 ? 0 : squeeze, peak, alsoHeld);
  for (let done = 1; done < squeezes; done++) {
    beat(false, pulse?.off ?? 0, low);
    beat(true, done < squeezes - 1 ? squeeze : 0, peak);
  }

  const isLast = step === wave.steps.length - 1;
  const waited = (pace.stepWaits[step] ?? []).reduce((sum, wait) => sum + wait, 0);
  const taken = beats.reduce((sum, { lasts }) => sum + lasts, waited);
  const onset = breathing ? (onsetDelay ?? 0) * pace.breaths : (onsetDelay ?? 0);
  const untilNext = onset > 0 && (!isLast || breathing) ? Math.max(0, onset - taken) : squeeze + hold;
  if (squeezes === 1 && late && untilNext > 0) beat(false, untilNext, peak);
  else lengthenLast(beats, untilNext);
  return { beats, stays: onset > 0 && !isLast ? squeeze + hold - untilNext : 0 };
}

/**
 * The first of two stages of release.
 * @param strongAbove above this pressure a release takes two stages, mmHg
 * @returns null if one stage is enough
 */
function firstStage(
  targets: readonly Target[],
  strongAbove: number,
  emptying: Emptying,
): Omit<Beat, 'step'> | null {
  const isAboveFirst = (target: Target): boolean => typeof target === 'number' && target > firstRelease.to;
  if (!targets.some(isAboveFirst)) return null;
  const takes = emptying(targets);
  const isStrong = targets.some((target) => typeof target === 'number' && target > strongAbove);
  if (!isStrong && takes <= TWO_STAGES.slowly) return null;
  const above = takes > TWO_STAGES.slowly ? firstRelease.to : TWO_STAGES.above;
  return {
    targets: targets.map((target) => {
      if (typeof target !== 'number') return target;
      return target > above ? firstRelease.to : RESTING_PRESSURE;
    }),
    gated: false,
    lasts: Math.max(firstRelease.lasts, takes - TWO_STAGES.spare),
  };
}

/** For boots that hold one zone at a time: releases a zone that empties slowly in two stages before the next zone is filled. */
const withReleasesBetween = (beats: readonly Beat[], emptying: Emptying): readonly Beat[] =>
  beats.flatMap((beat, index) => {
    const isEndOfStep = beats[index + 1]?.step !== beat.step;
    const stage = isEndOfStep ? firstStage(beat.targets, Number.POSITIVE_INFINITY, emptying) : null;
    return stage === null ? [beat] : [beat, { ...stage, step: beat.step }];
  });

export function beatsOf(spec: WaveSpec, pace: Pace, emptying: Emptying): readonly Beat[] {
  const { pattern, boots } = spec;
  const wave = new WaveTargets(spec, pace);
  const steps = wave.steps.map((_, step) => stepOf(wave, step, pattern, pace));
  const release: Beat = { targets: wave.all(RESTING_PRESSURE), gated: true, lasts: pace.rest, step: null };
  const climb = overlapping(steps, pace.stepWaits);
  if (!boots.holdsTogether) return [...withReleasesBetween(climb, emptying), release];
  const prefill: Beat = { targets: wave.all(wave.prefill), gated: true, lasts: SETTLING_TIME, step: null };
  const stage = firstStage(climb.at(-1)?.targets ?? [], TWO_STAGES.above, emptying);
  return [prefill, ...climb, ...(stage === null ? [] : [{ ...stage, step: null }]), release];
}
