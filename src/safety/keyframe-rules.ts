/** Rules for single keyframes and for their order: those that need no prediction of the air. */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { limits, rules } from '../../firmware-protocol/limits.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { SafetyProblem, ZoneOfLeg } from './problem.ts';

/** @param target index of a target in a keyframe */
export const zoneOf = (boots: BootsShape, target: number): ZoneOfLeg => {
  const zones = boots.parts.length;
  return {
    side: boots.sides[Math.floor(target / zones)] ?? null,
    part: boots.parts[target % zones] ?? null,
  };
};

const squeezes = (keyframe: Keyframe): boolean =>
  keyframe.targets.some((target) => typeof target === 'number' && target > rules.squeezed);

/** Targets that these boots refuse (PROTOCOL.md 3): several zones of a leg at once (FEA-3), or unlike targets on one valve (FEA-4). */
function capabilityProblems(
  { targets }: Keyframe,
  keyframe: number,
  boots: BootsShape,
): readonly SafetyProblem[] {
  const zones = boots.parts.length;
  return boots.sides.flatMap((side, leg): readonly SafetyProblem[] => {
    const own = targets.slice(leg * zones, (leg + 1) * zones);
    const problems: SafetyProblem[] = [];
    if (!boots.holdsTogether && own.filter((target) => target !== 'vent').length > 1) {
      problems.push({ kind: 'severalZonesAtOnce', keyframe, side });
    }
    const unlike = boots.sharedValves
      ? own.findIndex((target, zone) => zone % 2 === 1 && target !== own[zone - 1])
      : -1;
    if (unlike >= 0) {
      problems.push({ kind: 'sharedValve', keyframe, zone: zoneOf(boots, leg * zones + unlike) });
    }
    return problems;
  });
}

/**
 * The rules are the default column of PROTOCOL.md 8: targets up to `highest`, for the knee up to 80 mmHg (limit 7); a ramp of 45 mmHg/s at
 * most (limit 6), and not unlimited where a zone fills; a wait of 60 s at most with any target above 30 mmHg (limit 9), of 600 s otherwise
 * (limit 10).
 * @param number the keyframe's number, counted from 1
 * @param highest highest target allowed in this session, mmHg
 */
export function keyframeProblems(
  keyframe: Keyframe,
  number: number,
  boots: BootsShape,
  highest: number,
): readonly SafetyProblem[] {
  const problems: SafetyProblem[] = [];
  const zones = boots.parts.length * boots.sides.length;
  if (keyframe.targets.length !== zones) {
    problems.push({ kind: 'zonesMissing', keyframe: number, named: keyframe.targets.length, zones });
  }
  const knee = boots.parts.indexOf('knee');
  keyframe.targets.forEach((target, zone) => {
    if (typeof target !== 'number') return;
    const isKnee = knee >= 0 && zone % boots.parts.length === knee;
    const most = mmhg(isKnee ? Math.min(highest, limits.knee.byDefault) : highest);
    if (target >= 0 && target <= most) return;
    problems.push({ kind: 'targetOutside', keyframe: number, zone: zoneOf(boots, zone), target, most });
  });
  problems.push(...capabilityProblems(keyframe, number, boots));
  const fills = keyframe.targets.some((target) => typeof target === 'number');
  const fastest = mmhgPerSecond(limits.rise.byDefault);
  if (!(keyframe.ramp <= fastest && (keyframe.ramp > 0 || !fills))) {
    problems.push({ kind: 'rampTooFast', keyframe: number, ramp: keyframe.ramp, most: fastest });
  }
  const longest = seconds(squeezes(keyframe) ? limits.gateSqueezing.byDefault : limits.gate.byDefault);
  if (!(keyframe.gate >= 0 && keyframe.gate <= longest)) {
    problems.push({ kind: 'gateTooLong', keyframe: number, gate: keyframe.gate, longest });
  }
  return problems;
}

/** @param open whether the timeline continues, so that it need not end */
export function orderProblems(keyframes: readonly Keyframe[], open: boolean): readonly SafetyProblem[] {
  const problems: SafetyProblem[] = [];
  keyframes.forEach(({ at, end, targets }, index) => {
    const keyframe = index + 1;
    const before = keyframes[index - 1]?.at ?? milliseconds(0);
    if (!(at >= before)) problems.push({ kind: 'outOfOrder', keyframe, at, before });
    if (end && targets.some((target) => target !== 'vent')) problems.push({ kind: 'endNotVented', keyframe });
    if (end && index < keyframes.length - 1) problems.push({ kind: 'afterTheEnd', keyframe });
  });
  if (!open && keyframes.at(-1)?.end !== true) problems.push({ kind: 'endMissing' });
  return problems;
}
