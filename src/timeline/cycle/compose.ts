/**
 * Composes one cycle of a program as keyframes. fit-cycle.ts fits the wave into the limits; this file adds the cycle's place in the session
 * (warm-up, empty zones, a pause before it) and the longest wait at each gate.
 */

import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import {
  inSeconds,
  type Milliseconds,
  type Mmhg,
  milliseconds,
  mmhg,
  type Seconds,
  seconds,
} from '../../../firmware-protocol/quantities.ts';
import type { FillModel } from '../../air/fill-model.ts';
import { COLD_PRESSURE, predict } from '../../air/predict.ts';
import { FLAT_PRESSURE } from '../../air/predicted-air.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import type { Settings } from '../../program/program.ts';
import { LEAST_TARGET } from '../../program/ranges.ts';
import { memoized } from '../memoized.ts';
import { isSameTurn, type Turn, turnOf } from '../turns.ts';
import type { Adaptation } from './adaptation.ts';
import type { Beat } from './beat.ts';
import { adaptationsOf } from './find-adaptations.ts';
import { type FitInput, fitCycle } from './fit-cycle.ts';
import { gateLimits } from './gates.ts';
import { highestPeak, levelsOf } from './levels.ts';
import { releaseTime } from './margins.ts';
import { keyframesOf, playheadOf } from './rehearsal.ts';
import { prefillOf } from './wave-targets.ts';

export interface PlaceInSession {
  /** From 0. */
  readonly index: number;
  /** Whether the cycle follows a pause. If so, it begins with a full release and is gentler. */
  readonly afterPause?: boolean;
}

export interface Cycle {
  /** Times count from the beginning of the cycle. The first keyframe has the cycle mark. */
  readonly keyframes: readonly Keyframe[];
  /** Time to the beginning of the next cycle, without waits at gates. */
  readonly length: Milliseconds;
  readonly expectedWaits: Seconds;
  /** Predicted wait at the prefill; 0 on boots that have none. */
  readonly prefillWait: Seconds;
  /** Predicted wait at each keyframe; 0 without a gate. */
  readonly waits: readonly Seconds[];
  /** Predicted zone pressures as the cycle begins, mmHg, in the order of a keyframe's targets. */
  readonly before: readonly number[];
  /** Highest target of each zone, in the order of a keyframe's targets; 0 for a zone that is only vented. */
  readonly peaks: readonly Mmhg[];
  /**
   * The pressure to which the cycle first fills the zones that it squeezes, and at which they wait for their step. Boots that hold one zone
   * at a time have no prefill; for them this is the lowest target that squeezes.
   */
  readonly prefill: Mmhg;
  readonly turn: Turn;
  /** Whether the cycle keeps the limits with a margin: within one of the `reserves` in fit-cycle.ts. */
  readonly fits: boolean;
  readonly adaptations: readonly Adaptation[];
}

/** The input of `compose`, and the key under which the cycle is memoized. */
export interface CycleInput extends FitInput {
  /**
   * How full zones are before the cycle: `rested`, as between cycles; `flat`, vented for long; `cold`, as before a session or in a pause.
   */
  readonly begins: 'rested' | 'flat' | 'cold';
  /** For a cycle after a pause: the pressure from which its first release lets zones down. Null = no pause came before the cycle. */
  readonly releasesFrom: Mmhg | null;
}

/** Intensity of the first cycle of a warm-up, as a share of the intensity in the settings. */
const WARM_UP_SHARE = 0.6;
/** Intensity of the cycle after a pause, as a share of the intensity in the settings. */
const GENTLE_SHARE = 0.7;

export function composeCycle(
  settings: Settings,
  boots: BootsShape,
  fills: FillModel,
  position: PlaceInSession,
): Cycle {
  const { program, zones, confirmed } = settings;
  const { index, afterPause = false } = position;
  return compose({
    program,
    zones,
    confirmed,
    intensity: intensityOf(settings, position),
    turn: turnOf(settings, boots, index),
    boots,
    fills,
    begins: index === 0 || afterPause ? 'cold' : isFlat(settings, boots, index) ? 'flat' : 'rested',
    releasesFrom: afterPause ? highestInSession(settings, boots) : null,
  });
}

/** The highest pressure to which these settings squeeze a zone in any turn, but at least the intensity. */
function highestInSession({ program, zones, confirmed, intensity }: Settings, boots: BootsShape): Mmhg {
  const turn: Turn = { sides: boots.sides, section: null };
  return mmhg(
    Math.max(intensity, highestPeak(levelsOf({ program, zones, confirmed, intensity, turn, boots }))),
  );
}

/** A session repeats the same few cycles, so each is composed once. */
const compose = memoized((input: CycleInput): Cycle => {
  const { begins, releasesFrom, ...fitted } = input;
  const { program, boots, fills, turn } = fitted;
  const { pattern } = program;
  const fit = fitCycle(fitted);
  const targets = fit.beats[0]?.targets ?? [];
  // The release after a pause asks for `vent`. To hold the resting pressure, the boots would have to fill bags that the pause has emptied.
  const release = (peak: Mmhg): Beat => ({
    targets: targets.map(() => 'vent'),
    gated: true,
    lasts: releaseTime(peak),
    step: null,
  });
  const first = releasesFrom === null ? [] : [release(releasesFrom)];
  const beats = [...first, ...fit.beats];
  const withFirst = (waits: readonly Seconds[]): readonly Seconds[] => [
    ...first.map(() => seconds(0)),
    ...waits,
  ];

  const open = keyframesOf(beats, pattern.ramp);
  const before =
    begins === 'rested'
      ? fit.expected.before
      : targets.map(() => (begins === 'cold' ? COLD_PRESSURE : FLAT_PRESSURE));
  const waits = begins === 'rested' ? fit.expected.waits : predict(open, boots, fills, before).waits;
  const { squeezedBy, reversed, tighter } = fit.slow;
  const gates = gateLimits({
    keyframes: open,
    waits,
    slow: { waits: withFirst(fit.slow.waits), squeezedBy, reversed, tighter },
    quick: { waits: withFirst(fit.quick.waits), reversed: fit.quick.reversed },
    unsqueezed: fit.unsqueezed,
    zones: boots.parts.length,
  });
  const keyframes = open.map((keyframe, index) => ({ ...keyframe, gate: gates[index] ?? seconds(0) }));
  const last = beats.at(-1);
  const length = milliseconds((open.at(-1)?.at ?? 0) + (last ? playheadOf(last) : 0));
  const expectedWaits = seconds(waits.reduce((sum, wait) => sum + wait, 0));
  const lasts = wallTimeOf({ length, expectedWaits });
  const lastsOn = (other: BootsShape): Seconds =>
    wallTimeOf(compose({ ...input, boots: other, begins: begins === 'cold' ? 'cold' : 'rested' }));
  return {
    keyframes,
    length,
    expectedWaits,
    prefillWait: seconds(boots.holdsTogether ? (waits[first.length] ?? 0) : 0),
    waits,
    before,
    peaks: highestTargets(keyframes),
    prefill: boots.holdsTogether ? prefillOf({ pattern, levels: fit.levels }) : mmhg(LEAST_TARGET),
    turn,
    fits: fit.fits,
    adaptations: adaptationsOf({ ...fitted, fit, lasts, lastsOn }),
  };
});

export const wallTimeOf = ({ length, expectedWaits }: Pick<Cycle, 'length' | 'expectedWaits'>): Seconds =>
  seconds(inSeconds(length) + expectedWaits);

/** The highest target of each zone, in the order of a keyframe's targets; 0 for a zone that is only vented or sealed. */
export const highestTargets = (keyframes: readonly Keyframe[]): readonly Mmhg[] =>
  (keyframes[0]?.targets ?? []).map((_, zone) =>
    mmhg(
      Math.max(
        0,
        ...keyframes.map(({ targets }) => {
          const target = targets[zone];
          return typeof target === 'number' ? target : 0;
        }),
      ),
    ),
  );

/** The intensity of one cycle, mmHg. It grows during the warm-up, and is lower after a pause. */
function intensityOf({ program, intensity }: Settings, { index, afterPause }: PlaceInSession): number {
  const { warmUpCycles } = program.pattern;
  const grown = warmUpCycles > 1 ? Math.min(1, index / (warmUpCycles - 1)) : 1;
  const warmUp = WARM_UP_SHARE + (1 - WARM_UP_SHARE) * grown;
  return intensity * Math.min(warmUp, afterPause ? GENTLE_SHARE : 1);
}

/**
 * Whether the zones of this turn have been vented for longer than a rest: the boots vent zones between squeezes, and the cycle before was
 * another turn.
 */
function isFlat(settings: Settings, boots: BootsShape, index: number): boolean {
  if (boots.holdsTogether) return false;
  return !isSameTurn(turnOf(settings, boots, index - 1), turnOf(settings, boots, index));
}
