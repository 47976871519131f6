/**
 * The controller's own check of what it is about to send, against the default column of the limits: what is asked for, and
 * what the air is predicted to do with it. It knows nothing of how the timeline was composed.
 */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { limits, rules } from '../../firmware-protocol/limits.ts';
import type { Mmhg } from '../../firmware-protocol/quantities.ts';
import type { FillModel } from '../air/fill-model.ts';
import { COLD, legsAlike, type OnStep, type Prediction, predict } from '../air/predict.ts';
import { quickestFills, slowestCycle, slowestFills } from '../air/uncertainty.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Problem } from '../program/problem.ts';
import { cyclesOf, gradientProblems, untilRepeated, type WholeCycle } from './cycle-rules.ts';
import { keyframeProblems, orderProblems, zoneName } from './keyframe-rules.ts';
import { type Breach, PressureMonitor } from './monitor.ts';

export interface CheckOptions {
  /** The timeline goes on after what is checked: it need not end. Each cycle must then keep the share by itself. */
  readonly open?: boolean;
}

/** Cycles that are judged for the share by themselves: one of each leg. */
const LOOKED_AT = 2;

/** A vented leg between cycles is kept at about this, mmHg. */
const RESTING = 4;

const wordsOf: Partial<Record<Breach['limit'], string>> = {
  timeAbove30: 'would be squeezed for too long without a full release',
  shareAbove30: 'would be squeezed for too much of the time',
  rise: 'would be filled too fast',
  reverseGradient: 'would stand higher than the zones toward the foot for too long',
  overPressure: 'would stay above what it is asked for',
};

const suggestionsOf: Partial<Record<Breach['limit'], string>> = {
  reverseGradient: `Choose less pressure (${rules.squeezed} mmHg or less always does), keep the zones toward the foot on, or take boots that fill faster.`,
};

function breachProblem(breach: Breach, place: string): Problem {
  const limit = limits[breach.limit];
  const found = `${Math.round(breach.value * 10) / 10} ${limit.unit}`;
  const when = `${Math.round(breach.at)} s after the beginning`;
  return {
    place,
    reason: `It ${wordsOf[breach.limit] ?? `would break the limit "${limit.name}"`}, ${when} (${found}; ${limit.byDefault} at most).`,
    suggestion: suggestionsOf[breach.limit] ?? 'Choose less pressure, or boots that fill faster.',
  };
}

/** Where the zones are before the first keyframe, as far as the keyframes tell. */
function before(keyframes: readonly Keyframe[], boots: BootsShape): number | readonly number[] {
  const first = keyframes[0];
  if (first === undefined || first.at === 0 || !boots.holdsTogether) return COLD;
  return first.cycle
    ? RESTING
    : first.targets.map((target) => (typeof target === 'number' ? target : RESTING));
}

/** Whether a leg is only kept ready in this cycle: it has its turn in another one. */
const waits = (cycle: WholeCycle, first: number, zones: number): boolean => {
  const asked = cycle.keyframes.flatMap(({ targets }) => targets.slice(first, first + zones));
  return (
    asked.some((target) => target !== 'vent') &&
    asked.every((target) => typeof target !== 'number' || target <= rules.sealedReleased)
  );
};

/**
 * How much of a cycle or two each zone is above 30 mmHg, where no 10 minutes are there to judge. Where legs take turns a leg rests
 * in the other's as well.
 */
function shareProblems(
  cycle: WholeCycle,
  above: readonly number[],
  wall: number,
  boots: BootsShape,
): readonly Problem[] {
  const zones = boots.parts.length;
  const turns = boots.sides.some((_, leg) => waits(cycle, leg * zones, zones)) ? boots.sides.length : 1;
  return above.flatMap((time, zone) => {
    const share = (100 * time) / (wall * turns);
    if (!(share > limits.shareAbove30.byDefault)) return [];
    return {
      place: `${cycle.place}, ${zoneName(boots, zone)}`,
      reason: `It would be above ${rules.squeezed} mmHg for ${Math.round(share)} % of the cycle; ${limits.shareAbove30.byDefault} % at most.`,
      suggestion: 'Rest longer between the cycles.',
    };
  });
}

/** What keyframes do on predicted air. */
interface Played {
  readonly problems: readonly Problem[];
  readonly prediction: Prediction;
  /** How long each zone is above 30 mmHg, s; of one leg where legs do alike. */
  readonly above: readonly number[];
}

function play(keyframes: readonly Keyframe[], boots: BootsShape, fills: FillModel, highest: Mmhg): Played {
  const zones = boots.parts.length;
  const alike = legsAlike(keyframes, zones);
  const monitors = (alike ? boots.sides.slice(0, 1) : boots.sides).map(
    () => new PressureMonitor(boots.parts, { highest, predicted: true }),
  );
  const above = new Array<number>(zones * monitors.length).fill(0);
  let last = 0;
  let from = 0;
  const onStep: OnStep = (at, pressures, targets, first) => {
    if (first !== from) last = 0;
    from = first;
    for (let own = 0; own < pressures.length; own += zones) {
      const monitor = monitors[(first + own) / zones];
      if (pressures.length === zones) monitor?.feed(at, pressures, targets);
      else monitor?.feed(at, pressures.subarray(own, own + zones), targets.slice(own, own + zones));
    }
    pressures.forEach((pressure, zone) => {
      if (pressure > rules.squeezed) above[first + zone] = (above[first + zone] ?? 0) + at - last;
    });
    last = at;
    return undefined;
  };
  const prediction = predict(keyframes, boots, fills, before(keyframes, boots), onStep);
  // The knee is judged per whole cycle, below: a part of a cycle does not show its neighbour's peak.
  const problems = monitors.flatMap((monitor, leg) =>
    monitor.breaches
      .filter((breach) => breach.limit !== 'knee' && breach.limit !== 'target')
      .map((breach) => breachProblem(breach, zoneName(boots, leg * zones + breach.zone))),
  );
  return { problems, prediction, above };
}

/** Gates that would be waited at in vain. */
const unreached = (keyframes: readonly Keyframe[], { waits }: Prediction): readonly Problem[] =>
  keyframes.flatMap(({ gate }, index) =>
    gate === 0 || (waits[index] ?? 0) < gate
      ? []
      : {
          place: `keyframe ${index + 1}`,
          reason: `Its pressure would not be reached within ${gate} s.`,
          suggestion: 'Choose less pressure, or boots that fill faster.',
        },
  );

/** How long it lasts as expected, not on the slowest air that it was played on. */
function expectedWall(fills: FillModel, { wall, waits }: Prediction): number {
  const waited = waits.reduce((sum, wait) => sum + wait, 0);
  return wall - waited * (1 - fills.residual / slowestCycle(fills).residual);
}

function lengthProblems(wall: number, boots: BootsShape): readonly Problem[] {
  const longest = Math.min(limits.session.byDefault, boots.longestSession);
  if (wall <= longest) return [];
  return [
    {
      place: 'session',
      reason: `It would last ${Math.round(wall)} s; ${longest} s at most.`,
      suggestion: 'Choose fewer minutes.',
    },
  ];
}

/** The limits on the air as it may be: of a leg and boots that are not known yet, or of those that have been learned. */
function predictedProblems(
  keyframes: readonly Keyframe[],
  boots: BootsShape,
  fills: FillModel,
  highest: Mmhg,
  open: boolean,
): readonly Problem[] {
  const expected = play(keyframes, boots, slowestCycle(fills), highest);
  const others = open ? [] : [...slowestFills(fills), quickestFills(fills)];
  const [first, ...more] = cyclesOf(keyframes);
  const { above, prediction } = expected;
  return [
    ...expected.problems,
    ...(expected.problems.length > 0
      ? []
      : (firstOf(others, (air) => play(untilRepeated(keyframes), boots, air, highest).problems) ?? [])),
    ...unreached(keyframes, prediction),
    ...(open && first !== undefined && more.length < LOOKED_AT && keyframes[0]?.cycle
      ? shareProblems({ ...first, keyframes }, above, prediction.wall, boots)
      : []),
    ...lengthProblems(expectedWall(fills, prediction), boots),
  ];
}

/** What is found in the first of these in which anything is. */
function firstOf<T>(all: readonly T[], find: (one: T) => readonly Problem[]): readonly Problem[] | null {
  for (const one of all) {
    const found = find(one);
    if (found.length > 0) return found;
  }
  return null;
}

/**
 * Everything that stands against sending these keyframes; empty = nothing.
 * @param highest highest target of this session
 */
export function checkTimeline(
  keyframes: readonly Keyframe[],
  boots: BootsShape,
  fills: FillModel,
  highest: Mmhg,
  { open = false }: CheckOptions = {},
): readonly Problem[] {
  const asked = [
    ...orderProblems(keyframes, open),
    ...keyframes.flatMap((keyframe, index) =>
      keyframeProblems(keyframe, `keyframe ${index + 1}`, boots, highest),
    ),
  ];
  // Air is predicted only for what could be played at all.
  if (asked.length > 0) return asked;
  return [
    ...cyclesOf(keyframes).flatMap((cycle) => gradientProblems(cycle, boots)),
    ...predictedProblems(keyframes, boots, fills, highest, open),
  ];
}
