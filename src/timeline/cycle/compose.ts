/** A program becomes keyframes: one cycle of it. */

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
import { COLD, predict } from '../../air/predict.ts';
import { FLAT } from '../../air/predicted-air.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import type { Settings } from '../../program/program.ts';
import { LEAST_TARGET } from '../../program/ranges.ts';
import { Remembered } from '../remembered.ts';
import { adaptationsOf } from './adapt.ts';
import type { Adaptation } from './adaptation.ts';
import type { Beat } from './beat.ts';
import { mouldOf } from './climb.ts';
import { planOf } from './compose-plan.ts';
import { gateLimits } from './gates.ts';
import { releaseTime } from './margins.ts';
import { keyframesOf, playheadOf } from './rehearsal.ts';
import { type Turn, turnOf } from './turns.ts';

/** Which cycle of a session. */
export interface Position {
  /** 0 = the first, whose slack must be filled. Says also whose turn it is, where legs or sections take turns. */
  readonly index: number;
  /** It follows a pause: it first lets go fully, then begins gently. */
  readonly afterPause?: boolean;
}

export interface Cycle {
  /** Times from 0; the first carries the cycle mark. */
  readonly keyframes: readonly Keyframe[];
  /** Playhead time until the next cycle begins. */
  readonly length: Milliseconds;
  /** Predicted waits at its gates, of the mould in the first cycle too. */
  readonly expectedWaits: Seconds;
  /** Of which at the mould; 0 on boots that have none. */
  readonly mouldWait: Seconds;
  /** Predicted wait at each keyframe. */
  readonly waits: readonly Seconds[];
  /** Pressure of each target before it, mmHg. */
  readonly before: readonly number[];
  /** Highest pressure asked of each target, in the order of the targets. */
  readonly peaks: readonly Mmhg[];
  /** What the cycle begins with and waiting zones are kept at; no zone is squeezed less. */
  readonly mould: Mmhg;
  readonly turn: Turn;
  /** It leaves room to every limit on the air as it may be, not only as it is expected. */
  readonly fits: boolean;
  /** What is done otherwise than the program means it. */
  readonly adaptations: readonly Adaptation[];
}

/** A session is the same few cycles over and over. */
const composed = new Remembered<Cycle>();

const WARM_UP_FROM = 0.6;
const GENTLE = 0.7;

/** The intensity of one cycle: warm-up grows, a cycle after a pause is gentle. */
function intensityOf({ program, intensity }: Settings, { index, afterPause }: Position): number {
  const { warmUpCycles } = program.pattern;
  const grown = warmUpCycles > 1 ? Math.min(1, index / (warmUpCycles - 1)) : 1;
  const warmUp = WARM_UP_FROM + (1 - WARM_UP_FROM) * grown;
  return intensity * Math.min(warmUp, afterPause ? GENTLE : 1);
}

/** The highest that is asked of each target. */
export const peaksOf = (keyframes: readonly Keyframe[]): readonly Mmhg[] =>
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

/** Whether a turn comes after another one on boots that vent zones between squeezes: then its own were vented for long. */
function isEmptied(settings: Settings, boots: BootsShape, { index }: Position, turn: Turn): boolean {
  if (boots.holdsTogether || index === 0) return false;
  const before = turnOf(settings, boots, index - 1);
  return before.section !== turn.section || before.sides.join() !== turn.sides.join();
}

/** One cycle of a session, from mould to rest. */
export function composeCycle(
  settings: Settings,
  boots: BootsShape,
  fills: FillModel,
  position: Position,
): Cycle {
  const intensity = intensityOf(settings, position);
  const { afterPause = false } = position;
  const turn = turnOf(settings, boots, position.index);
  const key = [
    intensity,
    position.index === 0,
    isEmptied(settings, boots, position, turn),
    afterPause && settings.intensity,
    settings.confirmed,
    turn.sides.join(),
    turn.section,
  ].join(' ');
  return composed.of([settings.program, settings.zones, boots, fills], key, () =>
    compose(settings, intensity, boots, fills, position, turn),
  );
}

function compose(
  settings: Settings,
  intensity: number,
  boots: BootsShape,
  fills: FillModel,
  position: Position,
  turn: Turn,
): Cycle {
  const { pattern } = settings.program;
  const plan = planOf(settings, intensity, boots, fills, turn);
  const letGo: Beat = {
    // Not a target of the rest: bags that were emptied all the way would have to be filled to reach it.
    targets: (plan.beats[0]?.targets ?? []).map(() => 'vent'),
    gated: true,
    // What was squeezed before the pause may have been as high as the person's own setting.
    lasts: releaseTime(settings.intensity),
    step: null,
  };
  const beats = position.afterPause ? [letGo, ...plan.beats] : plan.beats;
  const open = keyframesOf(beats, pattern.ramp);
  const fromCold = position.index === 0 || position.afterPause === true;
  const emptied = fromCold || isEmptied(settings, boots, position, turn);
  const before = emptied ? letGo.targets.map(() => (fromCold ? COLD : FLAT)) : plan.before;
  const waits = emptied ? predict(open, boots, fills, before).waits : plan.waits;
  const { waits: slowWaits, squeezedBy, reversed } = plan.slow;
  const longest = gateLimits(
    open,
    waits,
    {
      waits: position.afterPause ? [seconds(0), ...slowWaits] : slowWaits,
      squeezedBy,
      reversed,
    },
    {
      waits: position.afterPause ? [seconds(0), ...plan.quick.waits] : plan.quick.waits,
      reversed: plan.quick.reversed,
    },
    plan.unsqueezed,
    boots.parts.length,
  );
  const keyframes = open.map((keyframe, index) => ({ ...keyframe, gate: longest[index] ?? seconds(0) }));
  const length = (open.at(-1)?.at ?? 0) + playheadOf(beats.at(-1) ?? letGo);
  const cycle = {
    keyframes,
    length: milliseconds(length),
    expectedWaits: seconds(waits.reduce((sum, wait) => sum + wait, 0)),
    mouldWait: seconds(boots.holdsTogether ? (waits[position.afterPause ? 1 : 0] ?? 0) : 0),
    waits,
    before,
    peaks: peaksOf(keyframes),
    mould: boots.holdsTogether ? mouldOf(pattern, plan.levels) : mmhg(LEAST_TARGET),
    turn,
    fits: plan.fits,
  };
  const lasts = ({ length, expectedWaits }: Pick<Cycle, 'length' | 'expectedWaits'>): Seconds =>
    seconds(inSeconds(length) + expectedWaits);
  const otherwise = (shape: BootsShape): Seconds => lasts(composeCycle(settings, shape, fills, position));
  return { ...cycle, adaptations: adaptationsOf(settings, boots, plan, lasts(cycle), otherwise) };
}
