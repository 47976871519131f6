/**
 * Fits one cycle of a pattern into the limits, on the boots at hand; docs/composer.md explains how. Plays the wave on predicted air at ever
 * quicker paces (fewer squeezes, shorter holds) until one fits, and adds the rest.
 */

import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import { emptyingTime } from '../../air/emptying-time.ts';
import type { FillModel } from '../../air/fill-model.ts';
import { type FillModels, quickestFills, slowestCycle, slowestFills } from '../../air/uncertainty.ts';
import type { Pattern } from '../../program/program.ts';
import { memoized } from '../memoized.ts';
import { isSameTurn, roundOf } from '../turns.ts';
import type { Beat } from './beat.ts';
import { highestPeak, type LevelInput, type Levels, levelsOf } from './levels.ts';
import { type Bounds, bounds, planning, releaseTime } from './margins.ts';
import { fullestPace, type Pace, paceAsMeant, quickestPace } from './pace.ts';
import { beatsOf } from './pulse-pattern.ts';
import { type Rehearsal, rehearse } from './rehearsal.ts';
import { Rehearsals } from './rehearsals.ts';
import type { WaveSpec } from './wave-targets.ts';

/** The input of `fitCycle`, and the key under which its wave is memoized. */
export interface FitInput extends LevelInput {
  readonly fills: FillModel;
}

/** The wave of a cycle before the length of its rest is known. */
interface FittedWave {
  readonly levels: Levels;
  readonly meant: Pace;
  /** The fullest pace that fits, or the quickest one if none fits. */
  readonly pace: Pace;
  /** Whether the pace keeps within the bounds of one of the `reserves`. */
  readonly fits: boolean;
  readonly beats: readonly Beat[];
  /** Rehearsal (a play on predicted air) with the air as expected. */
  readonly expected: Rehearsal;
  /** The worst figures of the rehearsals on the slow airs for which the wave was fitted. */
  readonly slow: Rehearsal;
  /** Rehearsal on the quickest air there may be. */
  readonly quick: Rehearsal;
}

export interface FittedCycle extends FittedWave {
  /**
   * For the zone that is squeezed for longest, the expected time for which it is not squeezed, s: in this cycle and, where legs alternate,
   * in the other leg's turn.
   */
  readonly unsqueezed: number;
}

interface Reserve {
  readonly airs: FillModels;
  readonly within: Bounds;
}

/**
 * The reserves to try in turn, from the largest to the smallest. The last one trusts the fill model, and allows only for variation from
 * cycle to cycle.
 */
const reserves = (slow: FillModels, slowCycle: FillModel): readonly Reserve[] => [
  { airs: slow, within: bounds.ample },
  { airs: slow, within: bounds.least },
  { airs: [slowCycle], within: bounds.least },
];

const fitWave = memoized((input: FitInput): FittedWave => {
  const { boots, fills, program } = input;
  const { pattern } = program;
  const levels = levelsOf(input);
  const spec: WaveSpec = { pattern, levels, boots };
  const slow = slowestFills(fills);
  const quick = quickestFills(fills);
  const meant = withStepTimes(paceAsMeant(pattern, leastRest(pattern, levels)), spec, fills);
  const rehearsals = new Rehearsals(spec, (targets) =>
    emptyingTime(targets, planning.nearlyEmpty, boots, slow[0]),
  );
  const fittedAs = (pace: Pace, airs: FillModels, fits: boolean): FittedWave => ({
    levels,
    meant,
    pace,
    fits,
    beats: rehearsals.beats(pace),
    expected: rehearsals.worst(pace, [fills]),
    slow: rehearsals.worst(pace, airs),
    quick: rehearsals.worst(pace, [quick]),
  });
  for (const { airs, within } of reserves(slow, slowestCycle(fills))) {
    // Breaths have no gates, so a zone that fills sooner is squeezed for longer: quick air must be tried. Other steps at set times are
    // tried on it too, to be safe.
    const tried: FillModels = beginsAtSetTimes(pattern) ? [...airs, quick] : airs;
    const pace = fullestPace(meant, within, (each, extent) =>
      rehearsals.worstUntilMisfit(each, tried, within, extent),
    );
    if (pace) return fittedAs(pace, airs, true);
  }
  return fittedAs(quickestPace(meant), slow, false);
});

/** If no pace fits, the cycle has the quickest one, and `fits` is false. */
export function fitCycle(input: FitInput): FittedCycle {
  const { boots, fills, program } = input;
  const wave = fitWave(input);
  const other = otherLegs(input);
  const rest = restAfter(wave, other, input);
  const last = wave.beats.at(-1);
  const beats = last ? [...wave.beats.slice(0, -1), { ...last, lasts: rest }] : [];
  // The longer vented zones rest, the emptier they become. So on boots that vent zones between squeezes, the wave is rehearsed again with
  // its rest.
  const expected = boots.holdsTogether
    ? wave.expected
    : rehearse({ beats, ramp: program.pattern.ramp, boots, air: fills }, 'whole');
  return {
    ...wave,
    beats,
    pace: { ...wave.pace, rest },
    expected,
    unsqueezed: expected.wall + rest + (other?.wall ?? 0) - Math.max(...expected.squeezed),
  };
}

/** The expected rehearsal of the other leg's turn; null if legs do not alternate. */
function otherLegs(input: FitInput): Rehearsal | null {
  const { turn, boots } = input;
  const other = roundOf(input, boots).find(
    (each) => each.section === turn.section && !isSameTurn(each, turn),
  );
  return other ? fitWave({ ...input, turn: other }).expected : null;
}

/**
 * How long a cycle rests, s: long enough for the pattern's rest, a full release, the share of time above 30 mmHg and, on a pair of boots,
 * for one to wait for the other. The other leg's turn counts toward the first three.
 * @param other the other leg's turn, which comes between two turns of this leg; null if legs do not alternate
 */
function restAfter(
  { levels, expected, slow }: FittedWave,
  other: Rehearsal | null,
  { program: { pattern }, boots }: FitInput,
): number {
  const meanwhile = other?.wall ?? 0;
  const forShare = [expected, slow].map(
    ({ squeezed, wall }) => Math.max(...squeezed) / planning.shareAbove30 - wall - meanwhile,
  );
  // Where legs alternate, each leg also rests during the rest of the other leg's turn.
  const own = other === null ? forShare : forShare.map((rest) => rest / 2);
  // On a pair, even a leg that is not squeezed needs a rest, which can be lengthened until the other leg has finished.
  const forOtherLeg = boots.pumps === 'each' && boots.sides.length > 1 ? planning.restOfPair : 0;
  return Math.max(forOtherLeg, leastRest(pattern, levels) - meanwhile, ...own);
}

/** s. A full release is needed only after a squeeze above 28 mmHg (`planning.unsqueezed`). */
function leastRest({ rest }: Pattern, levels: Levels): number {
  const highest = highestPeak(levels);
  return Math.max(rest, highest > planning.unsqueezed ? releaseTime(highest) : 0);
}

const beginsAtSetTimes = ({ onsetDelay }: Pattern): boolean => onsetDelay !== null && onsetDelay > 0;

/** The fills of a step may be predicted to take at most this share of its breaths, so that they do not run into the next breath. */
const BREATH_SHARE = 0.85;

/**
 * Adds to a pace the predicted waits of each step or, if steps are breaths, how many breaths a step takes. Only steps at set times need
 * either.
 */
function withStepTimes(pace: Pace, spec: WaveSpec, air: FillModel): Pace {
  const { pattern, boots } = spec;
  if (pattern.onsetDelay === null || pattern.onsetDelay === 0) return pace;
  // Rehearsed with gates instead of breaths, the steps show how long each one needs.
  const beats = beatsOf({ ...spec, pattern: { ...pattern, breathing: false } }, pace, () => 0);
  const { waits } = rehearse({ beats, ramp: pattern.ramp, boots, air }, 'whole');
  const stepWaits = waitsByStep(beats, waits);
  if (!pattern.breathing) return { ...pace, stepWaits };
  const longest = Math.max(...stepWaits.map((own) => own.reduce((sum, wait) => sum + wait, 0)));
  return { ...pace, breaths: Math.max(1, Math.ceil(longest / (BREATH_SHARE * pattern.onsetDelay))) };
}

/** Predicted waits at the gates of each step, s. */
function waitsByStep(beats: readonly Beat[], waits: readonly Seconds[]): readonly (readonly number[])[] {
  const steps: number[][] = [];
  beats.forEach(({ step, gated }, index) => {
    if (step === null) return;
    const own = steps[step] ?? [];
    steps[step] = own;
    if (gated) own.push(waits[index] ?? 0);
  });
  return steps;
}
