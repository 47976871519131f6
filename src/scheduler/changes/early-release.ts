/**
 * Releases the legs before a cycle is over. If a zone that supports others is switched off, the zones above it may keep more pressure than
 * those below: a reverse gradient. If that would last too long on any leg, all legs are released at once.
 */

import type { Keyframe, Target } from '../../../firmware-protocol/keyframe.ts';
import { rules } from '../../../firmware-protocol/limits.ts';
import {
  inSeconds,
  type Milliseconds,
  milliseconds,
  mmhg,
  seconds,
} from '../../../firmware-protocol/quantities.ts';
import { asPredicted, reverseGradientZone, type Thresholds } from '../../safety/reverse-gradient.ts';
import { firstRelease } from '../../timeline/cycle/margins.ts';
import type { ScriptCycle } from '../../timeline/script.ts';

/** Longest reverse gradient accepted, s: the limit (20 s) less a reserve for gates that wait longer than forecast. */
const LONGEST_REVERSAL = 12;
/** The boots are assumed to wait at least this long at every gate, s. */
const SHORTEST_WAIT = 3;

/** As for predictions, but only a target above 30 mmHg can reverse the gradient. */
const asComposed: Thresholds = { ...asPredicted, squeezed: rules.squeezed };

const asPressure = (target: Target): number => (typeof target === 'number' ? target : 0);

/**
 * Whether a reverse gradient would last too long on any leg if the boots played these keyframes until `boundary`.
 * @param waits forecast wait at each keyframe of the cycle, s
 * @param zones number of zones per leg
 */
export function keepsReverseGradient(
  keyframes: readonly Keyframe[],
  boundary: Milliseconds,
  cycle: ScriptCycle,
  waits: readonly number[],
  zones: number,
): boolean {
  const waitAt = (playhead: Milliseconds): number =>
    Math.max(SHORTEST_WAIT, waits[cycle.keyframes.findIndex(({ at }) => cycle.start + at === playhead)] ?? 0);
  const legs = Array.from({ length: cycle.peaks.length / zones }, (_, leg) => leg * zones);
  return legs.some((first) => {
    const isOn = (zone: number): boolean => (cycle.peaks[first + zone] ?? 0) > 0;
    const isReversed = (pressures: readonly number[]): boolean =>
      reverseGradientZone(pressures, isOn, asComposed) !== null;
    /** How long the reverse gradient has lasted, s. */
    let lasted = 0;
    let before: readonly number[] = [];
    return keyframes.some(({ at, targets, gate }, index) => {
      const reached = targets.slice(first, first + zones).map(asPressure);
      // When the boots begin to wait at a gate, a zone that is to rise still has its earlier pressure, so it does not support the next zone
      // yet.
      const rising = reached.map((pressure, zone) => Math.min(pressure, before[zone] ?? pressure));
      before = reached;
      const isReversedOnceReached = isReversed(reached);
      const wait = gate > 0 ? waitAt(at) : 0;
      lasted = isReversedOnceReached || isReversed(rising) ? lasted + wait : 0;
      const longest = lasted;
      const until = keyframes[index + 1]?.at ?? boundary;
      lasted = isReversedOnceReached ? lasted + inSeconds(milliseconds(until - at)) : 0;
      return Math.max(longest, lasted) > LONGEST_REVERSAL;
    });
  });
}

/**
 * The release at the end of the cycle, moved to `from` and made in two stages, and the playhead time at which the next cycle then begins.
 * Null for a cycle without keyframes.
 */
export function releaseFrom(
  from: Milliseconds,
  inForce: readonly Target[],
  isOff: (zone: number) => boolean,
  cycle: ScriptCycle,
): { readonly keyframes: readonly Keyframe[]; readonly boundary: Milliseconds } | null {
  const last = cycle.keyframes.at(-1);
  if (!last) return null;
  const at = milliseconds(from + 1000 * firstRelease.lasts);
  const targets = last.targets.map((target, zone) => (isOff(zone) ? 'vent' : target));
  const first = targets.map((target, zone) => {
    const now = inForce[zone];
    return typeof target === 'number' && typeof now === 'number'
      ? mmhg(Math.min(now, firstRelease.to))
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
