/**
 * A zone that is switched off while it supports others leaves them standing alone: where that would last, the leg lets go at once
 * and the next wave is without the zone.
 */

import type { Keyframe, Target } from '../../firmware-protocol/keyframe.ts';
import {
  inSeconds,
  type Milliseconds,
  type Mmhg,
  milliseconds,
  mmhg,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import { asPredicted, reverseGradientZone } from '../safety/reverse-gradient.ts';
import type { ScriptCycle } from '../timeline/script.ts';

/** Longest that it may stand so, s: the limit (20) less what waits at gates may take more than expected. */
export const LONGEST_ALONE = 12;
/** A gate is taken to wait this long at least, s. */
const GATE = 3;
/** Strong zones are let go in two moves, so that over-pressure is not mistaken for what is still leaving. */
const FIRST: { readonly most: Mmhg; readonly lasts: Milliseconds } = {
  most: mmhg(25),
  lasts: milliseconds(2000),
};

const asPressure = (target: Target): number => (typeof target === 'number' ? target : 0);

/**
 * For how long these keyframes, played until `boundary`, would have pressure stand higher toward the hip at a time, s.
 * @param waits expected at the gates of the cycle, s: on a slow ramp or a weak pump a zone rises for long
 */
export function aloneFor(
  keyframes: readonly Keyframe[],
  boundary: Milliseconds,
  cycle: ScriptCycle,
  waits: readonly number[],
  zones: number,
): number {
  const waitAt = (playhead: Milliseconds): number =>
    Math.max(GATE, waits[cycle.keyframes.findIndex(({ at }) => cycle.start + at === playhead)] ?? 0);
  let longest = 0;
  for (let first = 0; first < cycle.peaks.length; first += zones) {
    const isOn = (zone: number): boolean => (cycle.peaks[first + zone] ?? 0) > 0;
    let lasted = 0;
    keyframes.forEach(({ at, targets, gate }, index) => {
      const asked = targets.slice(first, first + zones).map(asPressure);
      const until = keyframes[index + 1]?.at ?? boundary;
      const lasts = inSeconds(milliseconds(until - at)) + (gate > 0 ? waitAt(at) : 0);
      lasted = reverseGradientZone(asked, isOn, asPredicted) === null ? 0 : lasted + lasts;
      longest = Math.max(longest, lasted);
    });
  }
  return longest;
}

/** Letting go from `from` on, as the cycle would have at its end; and when the next one may begin. */
export function lettingGo(
  from: Milliseconds,
  inForce: readonly Target[],
  isOff: (zone: number) => boolean,
  cycle: ScriptCycle,
): { readonly keyframes: readonly Keyframe[]; readonly boundary: Milliseconds } | null {
  const last = cycle.keyframes.at(-1);
  if (!last) return null;
  const at = milliseconds(from + FIRST.lasts);
  const targets = last.targets.map((target, zone) => (isOff(zone) ? 'vent' : target));
  const first = targets.map((target, zone) => {
    const now = inForce[zone];
    return typeof target === 'number' && typeof now === 'number' ? mmhg(Math.min(now, FIRST.most)) : target;
  });
  return {
    keyframes: [
      { ...last, at: from, targets: first, gate: seconds(0), cycle: false },
      { ...last, at, targets, cycle: false },
    ],
    boundary: milliseconds(at + cycle.length - last.at),
  };
}
