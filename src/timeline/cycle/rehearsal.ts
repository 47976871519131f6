/** A cycle played on predicted air, judged by what limits look at. */

import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { limits } from '../../../firmware-protocol/limits.ts';
import { milliseconds, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { FillModel } from '../../air/fill-model.ts';
import { COLD, legsAlike, predict } from '../../air/predict.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import type { Pattern } from '../../program/program.ts';
import { asPredicted, reverseGradientZone } from '../../safety/reverse-gradient.ts';
import type { Beat } from './beat.ts';
import { gates, isSqueezed, planned, REST, type Room } from './margins.ts';

export interface Rehearsal {
  /** Pressure of each target before it, mmHg. */
  readonly before: readonly number[];
  /** Predicted wait at each beat, s. */
  readonly waits: readonly Seconds[];
  /** Until its rest begins, s. */
  readonly wall: number;
  /** How long each target's zone is squeezed, s. */
  readonly squeezedBy: readonly number[];
  /** Longest that a zone is squeezed, s, by leg. */
  readonly squeezed: readonly number[];
  /** Longest that a zone is squeezed when every gate is waited at to the next step of a gate on the wire, s. */
  readonly toGrid: number;
  /** Longest wait at a gate while anything is squeezed, s. */
  readonly longestWait: number;
  /** Longest that pressure stands reversed, s. */
  readonly reversed: number;
}

/** Keyframes are told apart by their time: a change in the middle of a cycle begins at one of them, ms. */
const LEAST_APART = 100;

export const playheadOf = (beat: Beat): number => Math.max(LEAST_APART, Math.round(beat.lasts * 100) * 10);

/** Beats as keyframes whose gates wait as long as it takes. */
export function keyframesOf(beats: readonly Beat[], ramp: Pattern['ramp']): readonly Keyframe[] {
  let at = 0;
  return beats.map((beat, index) => {
    const keyframe: Keyframe = {
      at: milliseconds(at),
      targets: beat.targets,
      ramp,
      gate: seconds(beat.gated ? gates.longest : 0),
      cycle: index === 0,
      end: false,
    };
    at += playheadOf(beat);
    return keyframe;
  });
}

/**
 * Pressure of each target before a cycle that follows another, mmHg. Zones at rest are where they are asked to be; those that are
 * vented are as empty as they have become meanwhile.
 */
function restingAt(
  beats: readonly Beat[],
  ramp: Pattern['ramp'],
  boots: BootsShape,
  fills: FillModel,
): readonly number[] {
  const last = beats.at(-1);
  const asked = (last?.targets ?? []).map((target) => (typeof target === 'number' ? REST : COLD));
  if (boots.holdsTogether || last === undefined) return asked;
  const after: Beat = { ...last, gated: false, lasts: 0 };
  return predict(keyframesOf([...beats, after], ramp), boots, fills, asked).left;
}

/** Reversed pressure that is gone for less than this may not have been gone for the second that ends it, s. */
const INTERRUPTION = 2.5;

/** Counts time while something is so, and the longest of it; a short interruption does not end it. */
class Stretch {
  longest = 0;
  total = 0;
  #now = 0;
  #gone = 0;

  take(so: boolean, passed: number): void {
    if (so) {
      this.#gone = 0;
      this.#now += passed;
      this.total += passed;
      this.longest = Math.max(this.longest, this.#now);
      return;
    }
    this.#gone += passed;
    if (this.#gone >= INTERRUPTION) this.#now = 0;
  }
}

/** @param toTheEnd else it is broken off once it cannot fit */
export function rehearse(
  beats: readonly Beat[],
  ramp: Pattern['ramp'],
  boots: BootsShape,
  fills: FillModel,
  toTheEnd = true,
): Rehearsal {
  const zones = boots.parts.length;
  const keyframes = keyframesOf(beats, ramp);
  const before = restingAt(beats, ramp, boots, fills);
  const above = Array.from({ length: zones * boots.sides.length }, () => new Stretch());
  const reversed = boots.sides.map(() => new Stretch());
  const on = (beats[0]?.targets ?? []).map((_, zone) =>
    beats.some(({ targets }) => typeof targets[zone] === 'number'),
  );
  let last = 0;
  let from = 0;
  const { waits, wall } = predict(keyframes, boots, fills, before, (at, pressures, _, first) => {
    if (first !== from) last = 0;
    from = first;
    const passed = at - last;
    last = at;
    let longest = 0;
    for (let zone = 0; zone < pressures.length; zone++) {
      const own = above[first + zone];
      own?.take((pressures[zone] ?? 0) > planned.squeezed, passed);
      longest = Math.max(longest, own?.total ?? 0);
    }
    for (let leg = 0; leg * zones < pressures.length; leg++) {
      const own = pressures.length === zones ? pressures : pressures.subarray(leg * zones, (leg + 1) * zones);
      const start = first + leg * zones;
      const so = reverseGradientZone(own, (zone) => on[start + zone] === true, asPredicted) !== null;
      reversed[start / zones]?.take(so, passed);
    }
    return !toTheEnd && longest > limits.timeAbove30.byDefault;
  });
  // Where legs do alike one was shown for both.
  const alike = legsAlike(keyframes, zones);
  const squeezedBy = above.map(({ total }, zone) => (alike ? (above[zone % zones]?.total ?? 0) : total));
  const rounded = squeezedBy.map((time, zone) => {
    let more = 0;
    beats.forEach(({ targets }, index) => {
      const wait = waits[index] ?? 0;
      if (isSqueezed(targets[zone] ?? 'vent')) more += Math.ceil(wait / gates.grid) * gates.grid - wait;
    });
    return time + more;
  });
  return {
    before,
    waits,
    squeezedBy,
    toGrid: Math.max(...rounded),
    wall,
    squeezed: boots.sides.map((_, leg) => Math.max(...squeezedBy.slice(leg * zones, (leg + 1) * zones))),
    longestWait: Math.max(0, ...waits.filter((_, index) => beats[index]?.targets.some(isSqueezed))),
    reversed: Math.max(...reversed.map(({ longest }) => longest)),
  };
}

/** All gates are hardly ever waited at to their ends at once: for that the limit itself is kept. */
export const fits = (
  { squeezed, toGrid, longestWait, reversed }: Rehearsal,
  { timeAbove, squeezingWait, reversed: longestReversed }: Room,
): boolean =>
  Math.max(...squeezed) <= timeAbove &&
  toGrid <= limits.timeAbove30.byDefault &&
  longestWait <= squeezingWait &&
  reversed <= longestReversed;
