/**
 * Fits one cycle of a pattern into the limits, on the boots at hand; docs/composer.md draws how. Begin here to read about composing:
 *
 * 1. `levelsOf` says to which pressure each zone is squeezed (levels.ts).
 * 2. `paceAsMeant` is the pattern as its program asks for it (pace.ts); `beatsOf` turns it into targets and times (pulse-pattern.ts).
 * 3. `rehearse` plays the beats on predicted air and measures how much of each limit they take (rehearsal.ts). The leg and the wear of
 *    the boots are unknown, so the wave is rehearsed on the slowest air they may have; steps at set times on quick air too.
 * 4. `fits` compares the result with the bounds (margins.ts). If a pace does not fit, the pattern gives way step by step: fewer squeezes in
 *    a pulse, shorter holds, fewer steps held behind the wave (`fullestPace` in pace.ts).
 * 5. `reserves` lists on which air and within which bounds this is tried, with less and less reserve. If nothing fits, the cycle has the
 *    quickest pace and says `fits: false`.
 * 6. `restAfter` adds the rest: as long as the pattern asks for, or longer for a full release, for the share of time above 30 mmHg, or for
 *    the other boot of a pair.
 *
 * compose.ts then sets how long gates may wait, and makes the keyframes.
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

/** What a fitted cycle depends on. These fields are the key under which the result is memoized. */
export interface FitInput extends LevelInput {
  /** The air (how fast zones fill and empty) as expected. */
  readonly fills: FillModel;
}

/** The wave of a cycle, fitted into the limits, before the length of its rest is known. */
interface FittedWave {
  readonly levels: Levels;
  /** The pace that the pattern asks for. */
  readonly meant: Pace;
  /** The pace that is played: the fullest one that fits, or the quickest one if none fits. */
  readonly pace: Pace;
  /** Whether the pace keeps within the bounds of one of the `reserves`. */
  readonly fits: boolean;
  readonly beats: readonly Beat[];
  /** Rehearsal on the expected air. */
  readonly expected: Rehearsal;
  /** The worst figures on the slowest airs for which the wave was fitted. */
  readonly slow: Rehearsal;
  /** Rehearsal on the quickest air there may be. */
  readonly quick: Rehearsal;
}

export interface FittedCycle extends FittedWave {
  /**
   * For the zone that is squeezed for longest, the time for which it is not squeezed, s, as expected: from the beginning of this cycle to the
   * next cycle with the same turn. Where legs alternate, the turn of the other leg lies in between and counts too.
   */
  readonly unsqueezed: number;
}

/** Airs on which to fit the wave, and the bounds to keep on each of them. */
interface Reserve {
  readonly airs: FillModels;
  readonly within: Bounds;
}

/**
 * The reserves to try in turn, from the largest to the smallest. The last one trusts the fill model and allows only for variation from cycle to
 * cycle.
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
    // Breaths have no gates, so a zone that fills sooner is squeezed for longer: quick air must be tried. Other steps at set times are tried on
    // it too, to be safe.
    const tried: FillModels = beginsAtSetTimes(pattern) ? [...airs, quick] : airs;
    const pace = fullestPace(meant, within, (each, extent) =>
      rehearsals.worstUntilMisfit(each, tried, within, extent),
    );
    if (pace) return fittedAs(pace, airs, true);
  }
  return fittedAs(quickestPace(meant), slow, false);
});

/** Fits a cycle into the limits, at the fullest pace that these boots can follow, or at the quickest if they can follow none. */
export function fitCycle(input: FitInput): FittedCycle {
  const { boots, fills, program } = input;
  const wave = fitWave(input);
  const other = otherLegs(input);
  const rest = restAfter(wave, other, input);
  const last = wave.beats.at(-1);
  const beats = last ? [...wave.beats.slice(0, -1), { ...last, lasts: rest }] : [];
  // The longer vented zones rest, the emptier they become. So on boots that vent zones between squeezes, the wave is rehearsed again with its
  // rest.
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

/** Where legs alternate, the rehearsal of the other leg's turn on the expected air; otherwise null. */
function otherLegs(input: FitInput): Rehearsal | null {
  const { turn, boots } = input;
  const other = roundOf(input, boots).find(
    (each) => each.section === turn.section && !isSameTurn(each, turn),
  );
  return other ? fitWave({ ...input, turn: other }).expected : null;
}

/**
 * How long a cycle rests, s: at least as long as the pattern says, as a full release takes, as the share of time above 30 mmHg requires,
 * and as one boot of a pair may have to wait for the other.
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
  // Where legs alternate, each leg rests during the rest of the other leg's turn too.
  const own = other === null ? forShare : forShare.map((rest) => rest / 2);
  // On a pair, even a leg that is not squeezed needs a rest, which can be lengthened until the other leg has finished.
  const forOtherLeg = boots.pumps === 'each' && boots.sides.length > 1 ? planning.restOfPair : 0;
  return Math.max(forOtherLeg, leastRest(pattern, levels) - meanwhile, ...own);
}

/** The pattern's own rest, or a full release if that takes longer, s. */
function leastRest({ rest }: Pattern, levels: Levels): number {
  const highest = highestPeak(levels);
  return Math.max(rest, highest > planning.unsqueezed ? releaseTime(highest) : 0);
}

const beginsAtSetTimes = ({ onsetDelay }: Pattern): boolean => onsetDelay !== null && onsetDelay > 0;

/** The fills of a step may be predicted to take at most this share of its breaths, so that they do not run into the next breath. */
const BREATH_SHARE = 0.85;

/** Adds to a pace what steps at set times need: the predicted waits of each step or, if steps are breaths, how many breaths a step takes. */
function withStepTimes(pace: Pace, spec: WaveSpec, air: FillModel): Pace {
  const { pattern, boots } = spec;
  if (pattern.onsetDelay === null || pattern.onsetDelay === 0) return pace;
  // The steps are rehearsed with gates instead of breaths, which shows how long each one needs.
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
