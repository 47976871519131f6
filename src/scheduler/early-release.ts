/**
 * A zone that is switched off while it supports others leaves them standing alone: where that would last, the leg lets go at once
 * and the next wave is without the zone.
 */

import type { Keyframe, Target } from '../../firmware-protocol/keyframe.ts';
import { rules } from '../../firmware-protocol/limits.ts';
import {
  inSeconds,
  type Milliseconds,
  milliseconds,
  mmhg,
  seconds,
} from '../../firmware-protocol/quantities.ts';
import { asPredicted, type Exactness, reverseGradientZone } from '../safety/reverse-gradient.ts';
import { letGoFirst } from '../timeline/cycle/margins.ts';
import type { ScriptCycle } from '../timeline/script.ts';

/** Longest that it may stand so, s: the limit (20) less what waits at gates may take more than expected. */
const LONGEST = 12;
/** A gate is taken to wait this long at least, s. */
const GATE = 3;

/** What is asked for is what was composed: at 30 mmHg, where no zone need support another, none stands alone. */
const asAsked: Exactness = { ...asPredicted, squeezed: rules.squeezed };

const asPressure = (target: Target): number => (typeof target === 'number' ? target : 0);

/**
 * Whether these keyframes, played until `boundary`, would have pressure stand higher toward the hip for long.
 * @param waits expected at the gates of the cycle, s: on a slow ramp or a weak pump a zone rises for long
 */
export function standsAlone(
  keyframes: readonly Keyframe[],
  boundary: Milliseconds,
  cycle: ScriptCycle,
  waits: readonly number[],
  zones: number,
): boolean {
  const waitAt = (playhead: Milliseconds): number =>
    Math.max(GATE, waits[cycle.keyframes.findIndex(({ at }) => cycle.start + at === playhead)] ?? 0);
  const legs = Array.from({ length: cycle.peaks.length / zones }, (_, leg) => leg * zones);
  return legs.some((first) => {
    const isOn = (zone: number): boolean => (cycle.peaks[first + zone] ?? 0) > 0;
    const isReversed = (asked: readonly number[]): boolean =>
      reverseGradientZone(asked, isOn, asAsked) !== null;
    let lasted = 0;
    let before: readonly number[] = [];
    return keyframes.some(({ at, targets, gate }, index) => {
      const asked = targets.slice(first, first + zones).map(asPressure);
      // While it is waited for, a zone that rises does not support what stands above it, nor is it above others yet.
      const rising = asked.map((pressure, zone) => Math.min(pressure, before[zone] ?? pressure));
      before = asked;
      const stands = isReversed(asked);
      const wait = gate > 0 ? waitAt(at) : 0;
      lasted = stands || isReversed(rising) ? lasted + wait : 0;
      const longest = lasted;
      const until = keyframes[index + 1]?.at ?? boundary;
      lasted = stands ? lasted + inSeconds(milliseconds(until - at)) : 0;
      return Math.max(longest, lasted) > LONGEST;
    });
  });
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
  const at = milliseconds(from + 1000 * letGoFirst.lasts);
  const targets = last.targets.map((target, zone) => (isOff(zone) ? 'vent' : target));
  const first = targets.map((target, zone) => {
    const now = inForce[zone];
    return typeof target === 'number' && typeof now === 'number'
      ? mmhg(Math.min(now, letGoFirst.to))
      : target;
  });
  return {
    keyframes: [
      { ...last, at: from, targets: first, gate: seconds(0), cycle: false },
      { ...last, at, targets, cycle: false },
    ],
    boundary: milliseconds(at + cycle.length - last.at),
  };
}
