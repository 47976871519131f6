/** A rehearsal plays a cycle on predicted air (how fast zones fill and empty), and measures how much of each limit the cycle takes. */

import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { limits } from '../../../firmware-protocol/limits.ts';
import { milliseconds, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { FillModel } from '../../air/fill-model.ts';
import { COLD_PRESSURE, legsAlike, predict } from '../../air/predict.ts';
import { type BootsShape, tighterAbove30 } from '../../program/boots-shape.ts';
import type { Pattern } from '../../program/program.ts';
import { asPredicted, reverseGradientZone } from '../../safety/reverse-gradient.ts';
import type { Beat } from './beat.ts';
import { type Bounds, gateWaits, isSqueezed, planning, RESTING_PRESSURE, roundUpWait } from './margins.ts';

export interface Rehearsal {
  /** How much less time above 30 mmHg these boots allow than the default limit (60 s), s. */
  readonly tighter: number;
  readonly complete: boolean;
  /** Zone pressures before the cycle, mmHg, in the order of a keyframe's targets. */
  readonly before: readonly number[];
  readonly waits: readonly Seconds[];
  /** Wall time from the beginning of the cycle until its rest begins, s. */
  readonly wall: number;
  /** How long each zone is squeezed, s, in the order of a keyframe's targets. */
  readonly squeezedBy: readonly number[];
  /** For each leg, the longest that one of its zones is squeezed, s. */
  readonly squeezed: readonly number[];
  /** The longest that a zone is squeezed if every wait is rounded up to the step that waits have on the wire, s. */
  readonly squeezedToStep: number;
  /** The longest wait at one gate while any zone is squeezed, s. */
  readonly longestWait: number;
  /** The longest uninterrupted reverse gradient, s. */
  readonly reversed: number;
}

export interface RehearsalInput {
  readonly beats: readonly Beat[];
  readonly ramp: Pattern['ramp'];
  readonly boots: BootsShape;
  readonly air: FillModel;
}

/** Shortest time between two keyframes, ms. Keyframe times must differ, because other code finds keyframes by their times. */
const SHORTEST_INTERVAL = 100;

/** Playhead time from a beat to the next, ms; a multiple of the wire's step, 10 ms. */
export const playheadOf = (beat: Beat): number =>
  Math.max(SHORTEST_INTERVAL, Math.round(beat.lasts * 100) * 10);

/** Gates get the longest wait that any gate may have; gates.ts sets the real ones. */
export function keyframesOf(beats: readonly Beat[], ramp: Pattern['ramp']): readonly Keyframe[] {
  let at = 0;
  return beats.map((beat, index) => {
    const keyframe: Keyframe = {
      at: milliseconds(at),
      targets: beat.targets,
      ramp,
      gate: seconds(beat.gated ? gateWaits.longest : 0),
      cycle: index === 0,
      end: false,
    };
    at += playheadOf(beat);
    return keyframe;
  });
}

/**
 * Zone pressures before a cycle that follows another one like it, mmHg. Resting zones are at their target. Boots that vent zones between
 * squeezes begin with what the end of the cycle before leaves.
 */
function pressuresBefore({ beats, ramp, boots, air }: RehearsalInput): readonly number[] {
  const last = beats.at(-1);
  const asked = (last?.targets ?? []).map((target) =>
    typeof target === 'number' ? RESTING_PRESSURE : COLD_PRESSURE,
  );
  if (boots.holdsTogether || last === undefined) return asked;
  const after: Beat = { ...last, gated: false, lasts: 0 };
  return predict(keyframesOf([...beats, after], ramp), boots, air, asked).left;
}

/**
 * A predicted interruption ends a reverse gradient only if it lasts this long, s. The boots require 1 s (PROTOCOL.md, L8-4), and a short
 * predicted one may in reality last less than that.
 */
const SHORTEST_PREDICTED_INTERRUPTION = 2.5;

/** Measures for how long a condition holds, s: in total, and without a long interruption. */
class Stopwatch {
  longest = 0;
  total = 0;
  #now = 0;
  #interrupted = 0;

  take(holds: boolean, passed: number): void {
    if (holds) {
      this.#interrupted = 0;
      this.#now += passed;
      this.total += passed;
      this.longest = Math.max(this.longest, this.#now);
      return;
    }
    this.#interrupted += passed;
    if (this.#interrupted >= SHORTEST_PREDICTED_INTERRUPTION) this.#now = 0;
  }
}

class Observer {
  /** In the order of a keyframe's targets. */
  readonly squeezed: readonly Stopwatch[];
  readonly reversed: readonly Stopwatch[];
  readonly #zones: number;
  readonly #on: readonly boolean[];
  #first = 0;
  #last = 0;

  constructor(beats: readonly Beat[], { parts, sides }: BootsShape) {
    this.#zones = parts.length;
    this.squeezed = Array.from({ length: parts.length * sides.length }, () => new Stopwatch());
    this.reversed = sides.map(() => new Stopwatch());
    this.#on = (beats[0]?.targets ?? []).map((_, zone) =>
      beats.some(({ targets }) => typeof targets[zone] === 'number'),
    );
  }

  /**
   * @param at wall time, s; starts again at 0 for each leg with its own pump
   * @param first index of the target to which the first of `pressures` belongs
   * @returns the longest time for which one of these zones has been squeezed so far, s
   */
  take(at: number, pressures: Float64Array, first: number): number {
    if (first !== this.#first) this.#last = 0;
    this.#first = first;
    const passed = at - this.#last;
    this.#last = at;
    let longest = 0;
    for (let zone = 0; zone < pressures.length; zone++) {
      const own = this.squeezed[first + zone];
      own?.take((pressures[zone] ?? 0) > planning.squeezed, passed);
      longest = Math.max(longest, own?.total ?? 0);
    }
    for (let from = 0; from < pressures.length; from += this.#zones) {
      const leg = pressures.length === this.#zones ? pressures : pressures.subarray(from, from + this.#zones);
      const isOn = (zone: number): boolean => this.#on[first + from + zone] === true;
      const isReversed = reverseGradientZone(leg, isOn, asPredicted) !== null;
      this.reversed[(first + from) / this.#zones]?.take(isReversed, passed);
    }
    return longest;
  }
}

/** @param extent `untilTooLong` stops once a zone has been squeezed for longer than these boots allow */
export function rehearse(input: RehearsalInput, extent: 'whole' | 'untilTooLong'): Rehearsal {
  const { beats, ramp, boots, air } = input;
  const zones = boots.parts.length;
  const keyframes = keyframesOf(beats, ramp);
  const before = pressuresBefore(input);
  const observed = new Observer(beats, boots);
  let complete = true;
  const { waits, wall } = predict(keyframes, boots, air, before, (at, pressures, _, first) => {
    const longest = observed.take(at, pressures, first);
    if (extent === 'untilTooLong' && longest > boots.longestAbove30) complete = false;
    return !complete;
  });
  // If both legs do the same, the prediction covers one leg for both.
  const alike = legsAlike(keyframes, zones);
  const squeezedBy = observed.squeezed.map(({ total }, zone) =>
    alike ? (observed.squeezed[zone % zones]?.total ?? 0) : total,
  );
  const toStep = squeezedBy.map((time, zone) => {
    let more = 0;
    beats.forEach(({ targets }, index) => {
      const wait = waits[index] ?? 0;
      if (isSqueezed(targets[zone] ?? 'vent')) more += roundUpWait(wait) - wait;
    });
    return time + more;
  });
  return {
    complete,
    tighter: tighterAbove30(boots),
    before,
    waits,
    wall,
    squeezedBy,
    squeezed: boots.sides.map((_, leg) => Math.max(...squeezedBy.slice(leg * zones, (leg + 1) * zones))),
    squeezedToStep: Math.max(...toStep),
    longestWait: Math.max(0, ...waits.filter((_, index) => beats[index]?.targets.some(isSqueezed))),
    reversed: Math.max(...observed.reversed.map(({ longest }) => longest)),
  };
}

/**
 * `squeezedToStep` is compared with the limit itself, without a margin, because the waits of one cycle hardly ever all last up to the next
 * step.
 */
export const fits = (rehearsal: Rehearsal, within: Bounds): boolean =>
  rehearsal.complete &&
  Math.max(...rehearsal.squeezed) <= within.timeAbove - rehearsal.tighter &&
  rehearsal.squeezedToStep <= limits.timeAbove30.byDefault - rehearsal.tighter &&
  rehearsal.longestWait <= within.squeezingWait &&
  rehearsal.reversed <= within.reversed;
