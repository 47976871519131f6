/**
 * The controller's own check of a timeline before it is sent, against the default column of the limits (PROTOCOL.md 8): first the targets,
 * then the pressures predicted for them. It is independent of the composer, except that both predict the air in the same way.
 */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { limits, rules } from '../../firmware-protocol/limits.ts';
import { type Mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import type { FillModel } from '../air/fill-model.ts';
import { COLD_PRESSURE, legsAlike, type OnStep, type Prediction, predict } from '../air/predict.ts';
import { quickestFills, slowestCycle, slowestFills } from '../air/uncertainty.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import { cyclesOf, gradientProblems, untilRepeated, type WholeCycle } from './cycle-rules.ts';
import { keyframeProblems, orderProblems, zoneOf } from './keyframe-rules.ts';
import { type Breach, PressureMonitor } from './monitor.ts';
import type { SafetyProblem, ZoneOfLeg } from './problem.ts';

export interface CheckOptions {
  /**
   * A session is running, and the timeline goes on after these keyframes: it need not end, and only the estimated air counts. One or two
   * whole cycles must by themselves keep the share of time above 30 mmHg (60 %, limit 5).
   */
  readonly open?: boolean;
}

/**
 * With fewer cycles than this after the first, the ten minutes of limit 5 are too long to judge by, so the share above 30 mmHg is checked
 * over the keyframes.
 */
const FEW_CYCLES = 2;

/** Zones that rest between cycles are kept at about this pressure, mmHg. */
const RESTING_PRESSURE = 4;

const breachProblem = ({ limit, value, at }: Breach, zone: ZoneOfLeg): SafetyProblem => ({
  kind: 'breach',
  limit,
  zone,
  value,
  at: seconds(at),
});

/** Zone pressures before the first keyframe, as far as the keyframes tell, mmHg: one for all zones, or one for each. */
function startPressures(keyframes: readonly Keyframe[], boots: BootsShape): number | readonly number[] {
  const first = keyframes[0];
  if (first === undefined || first.at === 0 || !boots.holdsTogether) return COLD_PRESSURE;
  return first.cycle
    ? RESTING_PRESSURE
    : first.targets.map((target) => (typeof target === 'number' ? target : RESTING_PRESSURE));
}

/** Whether a leg is only kept ready in this cycle, because its turn comes in another cycle. */
const isKeptReady = (cycle: WholeCycle, first: number, zones: number): boolean => {
  const targets = cycle.keyframes.flatMap((keyframe) => keyframe.targets.slice(first, first + zones));
  return (
    targets.some((target) => target !== 'vent') &&
    targets.every((target) => typeof target !== 'number' || target <= rules.sealedReleased)
  );
};

/**
 * Checks the share of time above 30 mmHg (60 %) over one or two cycles. Where legs take turns, a leg also rests during the other leg's
 * turn.
 * @param cycle the first cycle, with all keyframes that are checked
 * @param above how long each zone is above 30 mmHg, s
 * @param wall wall time of the keyframes, s
 */
function shareProblems(
  cycle: WholeCycle,
  above: readonly number[],
  wall: number,
  boots: BootsShape,
): readonly SafetyProblem[] {
  const zones = boots.parts.length;
  const turns = boots.sides.some((_, leg) => isKeptReady(cycle, leg * zones, zones)) ? boots.sides.length : 1;
  return above.flatMap((time, zone) => {
    const share = (100 * time) / (wall * turns);
    if (!(share > limits.shareAbove30.byDefault)) return [];
    return { kind: 'shareOfCycle', cycle: cycle.number, zone: zoneOf(boots, zone), share };
  });
}

interface Simulated {
  readonly problems: readonly SafetyProblem[];
  readonly prediction: Prediction;
  /** How long each zone is above 30 mmHg, s. Only the zones of one leg if all legs have the same targets. */
  readonly above: readonly number[];
}

function simulate(
  keyframes: readonly Keyframe[],
  boots: BootsShape,
  fills: FillModel,
  highest: Mmhg,
): Simulated {
  const zones = boots.parts.length;
  const alike = legsAlike(keyframes, zones);
  const monitors = (alike ? boots.sides.slice(0, 1) : boots.sides).map(
    () =>
      new PressureMonitor(boots.parts, { highest, longestAbove30: boots.longestAbove30, predicted: true }),
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
  const prediction = predict(keyframes, boots, fills, startPressures(keyframes, boots), onStep);
  // The knee is checked by cycle-rules.ts, for whole cycles only: in a part of a cycle the peak of its neighbour may be missing.
  const problems = monitors.flatMap((monitor, leg) =>
    monitor.breaches
      .filter((breach) => breach.limit !== 'knee' && breach.limit !== 'target')
      .map((breach) => breachProblem(breach, zoneOf(boots, leg * zones + breach.zone))),
  );
  return { problems, prediction, above };
}

/** Gates at which the longest wait would pass before the targets are reached. */
const unreached = (keyframes: readonly Keyframe[], { waits }: Prediction): readonly SafetyProblem[] =>
  keyframes.flatMap(({ gate }, index) =>
    gate === 0 || (waits[index] ?? 0) < gate ? [] : { kind: 'gateUnreached', keyframe: index + 1, gate },
  );

/** Wall time on the expected air, s, computed from a prediction on the slightly slower air of `slowestCycle`. */
function expectedWall(fills: FillModel, { wall, waits }: Prediction): number {
  const waited = waits.reduce((sum, wait) => sum + wait, 0);
  return wall - waited * (1 - fills.residual / slowestCycle(fills).residual);
}

/** A session that lasts longer than 60 min (limit 3), or than the boots allow. @param wall s */
function lengthProblems(wall: number, boots: BootsShape): readonly SafetyProblem[] {
  const longest = Math.min(limits.session.byDefault, boots.longestSession);
  return wall <= longest ? [] : [{ kind: 'sessionTooLong', wall: seconds(wall), longest: seconds(longest) }];
}

/**
 * Breaches of limits, gates not reached, too large a share above 30 mmHg, too long a session. Before a session, the air may be that of any
 * leg in any boots; during one (`open`), it is the estimated air. If several airs break a limit, only the breaches on the first of them are
 * reported.
 */
function predictedProblems(
  keyframes: readonly Keyframe[],
  boots: BootsShape,
  fills: FillModel,
  highest: Mmhg,
  open: boolean,
): readonly SafetyProblem[] {
  const expected = simulate(keyframes, boots, slowestCycle(fills), highest);
  const others = open ? [] : [...slowestFills(fills), quickestFills(fills)];
  const [first, ...more] = cyclesOf(keyframes);
  const { above, prediction } = expected;
  return [
    ...expected.problems,
    ...(expected.problems.length > 0
      ? []
      : (firstOf(others, (air) => simulate(untilRepeated(keyframes), boots, air, highest).problems) ?? [])),
    ...unreached(keyframes, prediction),
    ...(open && first !== undefined && more.length < FEW_CYCLES && keyframes[0]?.cycle
      ? shareProblems({ ...first, keyframes }, above, prediction.wall, boots)
      : []),
    ...lengthProblems(expectedWall(fills, prediction), boots),
  ];
}

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
 * The reasons not to send these keyframes; empty if they may be sent. Problems of single keyframes or of their order come alone: then
 * cycles and predicted pressures are not checked.
 * @param fills the air as estimated, or as assumed before a session
 * @param highest highest target allowed in this session
 */
export function checkTimeline(
  keyframes: readonly Keyframe[],
  boots: BootsShape,
  fills: FillModel,
  highest: Mmhg,
  { open = false }: CheckOptions = {},
): readonly SafetyProblem[] {
  const problems = [
    ...orderProblems(keyframes, open),
    ...keyframes.flatMap((keyframe, index) => keyframeProblems(keyframe, index + 1, boots, highest)),
  ];
  if (problems.length > 0) return problems;
  return [
    ...cyclesOf(keyframes).flatMap((cycle) => gradientProblems(cycle, boots)),
    ...predictedProblems(keyframes, boots, fills, highest, open),
  ];
}
