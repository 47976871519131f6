/** Rules for single keyframes and for their order, as far as they need no prediction of air. */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { limits, rules } from '../../firmware-protocol/limits.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Problem } from '../program/problem.ts';

/** The name of a target of a keyframe: "left calf". */
export const zoneName = (boots: BootsShape, target: number): string => {
  const zones = boots.parts.length;
  return `${boots.sides[Math.floor(target / zones)] ?? 'unknown'} ${boots.parts[target % zones] ?? 'zone'}`;
};

const squeezes = (keyframe: Keyframe): boolean =>
  keyframe.targets.some((target) => typeof target === 'number' && target > rules.squeezed);

/** Targets that boots of this build refuse (PROTOCOL.md 3). */
function capabilityProblems({ targets }: Keyframe, place: string, boots: BootsShape): readonly Problem[] {
  const zones = boots.parts.length;
  return boots.sides.flatMap((side, leg): readonly Problem[] => {
    const own = targets.slice(leg * zones, (leg + 1) * zones);
    const problems: Problem[] = [];
    if (!boots.holdsTogether && own.filter((target) => target !== 'vent').length > 1) {
      problems.push({
        place: `${place}, ${side}`,
        reason: 'It asks several zones for pressure; these boots hold one at a time.',
        suggestion: 'Vent all but one zone of each leg.',
      });
    }
    const unlike = boots.sharedValves
      ? own.findIndex((target, zone) => zone % 2 === 1 && target !== own[zone - 1])
      : -1;
    if (unlike >= 0) {
      problems.push({
        place: `${place}, ${zoneName(boots, leg * zones + unlike)}`,
        reason: 'It shares a valve with the zone below it and is asked for something else.',
        suggestion: 'Ask both zones for the same.',
      });
    }
    return problems;
  });
}

/**
 * Every rule that one keyframe breaks.
 * @param highest highest target allowed in this session, mmHg
 */
export function keyframeProblems(
  keyframe: Keyframe,
  place: string,
  boots: BootsShape,
  highest: number,
): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (reason: string, suggestion: string, where = place): void => {
    problems.push({ place: where, reason, suggestion });
  };
  const zones = boots.parts.length * boots.sides.length;
  if (keyframe.targets.length !== zones) {
    add(
      `It names ${keyframe.targets.length} of ${zones} zones.`,
      'Name every zone: a keyframe is never a change.',
    );
  }
  const knee = boots.parts.indexOf('knee');
  keyframe.targets.forEach((target, zone) => {
    if (typeof target !== 'number') return;
    const isKnee = knee >= 0 && zone % boots.parts.length === knee;
    const most = isKnee ? Math.min(highest, limits.knee.byDefault) : highest;
    if (target >= 0 && target <= most) return;
    add(`${target} mmHg is outside 0 to ${most}.`, 'Lower it.', `${place}, ${zoneName(boots, zone)}`);
  });
  problems.push(...capabilityProblems(keyframe, place, boots));
  const fills = keyframe.targets.some((target) => typeof target === 'number');
  if (!(keyframe.ramp <= limits.rise.byDefault && (keyframe.ramp > 0 || !fills))) {
    add(
      keyframe.ramp === 0
        ? `It fills as fast as the boots let; ${limits.rise.byDefault} mmHg/s is the most.`
        : `Its ramp is ${keyframe.ramp} mmHg/s; ${limits.rise.byDefault} is the most.`,
      'Choose a slower ramp.',
    );
  }
  const longest = squeezes(keyframe) ? limits.gateSqueezing.byDefault : limits.gate.byDefault;
  if (!(keyframe.gate >= 0 && keyframe.gate <= longest)) {
    add(`Its gate may wait ${keyframe.gate} s; ${longest} s is the longest here.`, 'Shorten the gate.');
  }
  return problems;
}

/** Every rule that the order of the keyframes breaks. @param open whether the timeline continues, so that it need not end */
export function orderProblems(keyframes: readonly Keyframe[], open: boolean): readonly Problem[] {
  const problems: Problem[] = [];
  keyframes.forEach((keyframe, index) => {
    const before = keyframes[index - 1]?.at ?? 0;
    if (!(keyframe.at >= before)) {
      problems.push({
        place: `keyframe ${index + 1}`,
        reason: `Its time of ${keyframe.at} ms comes before ${before} ms.`,
        suggestion: 'Put keyframes in the order of their times.',
      });
    }
    if (keyframe.end && keyframe.targets.some((target) => target !== 'vent')) {
      problems.push({
        place: `keyframe ${index + 1}`,
        reason: 'It ends the session without venting every zone.',
        suggestion: 'Vent every zone at the end.',
      });
    }
    if (keyframe.end && index < keyframes.length - 1) {
      problems.push({
        place: `keyframe ${index + 1}`,
        reason: 'Keyframes follow the end of the session.',
        suggestion: 'End with the last keyframe.',
      });
    }
  });
  if (!open && keyframes.at(-1)?.end !== true) {
    problems.push({
      place: 'end',
      reason: 'The last keyframe does not end the session.',
      suggestion: 'Close with a keyframe that is marked end and vents every zone.',
    });
  }
  return problems;
}
