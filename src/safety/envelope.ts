/**
 * The controller's own check of what it is about to send, against the default column of the limits: what is asked for, and
 * what the air is predicted to do with it. It knows nothing of how the timeline was composed.
 */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { limits, rules } from '../../firmware-protocol/limits.ts';
import { type Mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import { learnedAir, quickAir, slowAirs } from './air-unknown.ts';
import { cyclesOf, gradientProblems, untilRepeated, type WholeCycle } from './cycle-rules.ts';
import type { FillModel } from './fill-model.ts';
import { keyframeProblems, orderProblems, zoneOf } from './keyframe-rules.ts';
import { type Breach, PressureMonitor } from './monitor.ts';
import { COLD, legsAlike, type Prediction, predict, type Watch } from './prediction.ts';
import type { SafetyProblem, ZoneOfLeg } from './problem.ts';

export interface CheckOptions {
  /** The timeline goes on after what is checked: it need not end. Each cycle must then keep the share by itself. */
  readonly open?: boolean;
}

/** Cycles that are judged for the share by themselves: one of each leg. */
const LOOKED_AT = 2;

/** A vented leg between cycles is kept at about this, mmHg. */
const RESTING = 4;

const breachProblem = ({ limit, value, at }: Breach, zone: ZoneOfLeg): SafetyProblem => ({
  kind: 'breach',
  limit,
  zone,
  value,
  at: seconds(at),
});

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
): readonly SafetyProblem[] {
  const zones = boots.parts.length;
  const turns = boots.sides.some((_, leg) => waits(cycle, leg * zones, zones)) ? boots.sides.length : 1;
  return above.flatMap((time, zone) => {
    const share = (100 * time) / (wall * turns);
    if (!(share > limits.shareAbove30.byDefault)) return [];
    return { kind: 'shareOfCycle', cycle: cycle.number, zone: zoneOf(boots, zone), share };
  });
}

/** What keyframes do on predicted air. */
interface Played {
  readonly problems: readonly SafetyProblem[];
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
  const watch: Watch = (at, pressures, targets, first) => {
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
  const prediction = predict(keyframes, boots, fills, before(keyframes, boots), watch);
  // The knee is judged per whole cycle, below: a part of a cycle does not show its neighbour's peak.
  const problems = monitors.flatMap((monitor, leg) =>
    monitor.breaches
      .filter((breach) => breach.limit !== 'knee' && breach.limit !== 'target')
      .map((breach) => breachProblem(breach, zoneOf(boots, leg * zones + breach.zone))),
  );
  return { problems, prediction, above };
}

/** Gates that would be waited at in vain. */
const unreached = (keyframes: readonly Keyframe[], { waits }: Prediction): readonly SafetyProblem[] =>
  keyframes.flatMap(({ gate }, index) =>
    gate === 0 || (waits[index] ?? 0) < gate ? [] : { kind: 'gateUnreached', keyframe: index + 1, gate },
  );

/** How long it lasts as expected, not on the slowest air that it was played on. */
function expectedWall(fills: FillModel, { wall, waits }: Prediction): number {
  const waited = waits.reduce((sum, wait) => sum + wait, 0);
  return wall - waited * (1 - fills.residual / learnedAir(fills).residual);
}

function lengthProblems(wall: number, boots: BootsShape): readonly SafetyProblem[] {
  const longest = Math.min(limits.session.byDefault, boots.longestSession);
  return wall <= longest ? [] : [{ kind: 'sessionTooLong', wall: seconds(wall), longest: seconds(longest) }];
}

/** The limits on the air as it may be: of a leg and boots that are not known yet, or of those that have been learned. */
function predictedProblems(
  keyframes: readonly Keyframe[],
  boots: BootsShape,
  fills: FillModel,
  highest: Mmhg,
  open: boolean,
): readonly SafetyProblem[] {
  const expected = play(keyframes, boots, learnedAir(fills), highest);
  const others = open ? [] : [...slowAirs(fills), quickAir(fills)];
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
function firstOf<T>(
  all: readonly T[],
  find: (one: T) => readonly SafetyProblem[],
): readonly SafetyProblem[] | null {
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
): readonly SafetyProblem[] {
  const asked = [
    ...orderProblems(keyframes, open),
    ...keyframes.flatMap((keyframe, index) => keyframeProblems(keyframe, index + 1, boots, highest)),
  ];
  // Air is predicted only for what could be played at all.
  if (asked.length > 0) return asked;
  return [
    ...cyclesOf(keyframes).flatMap((cycle) => gradientProblems(cycle, boots)),
    ...predictedProblems(keyframes, boots, fills, highest, open),
  ];
}
