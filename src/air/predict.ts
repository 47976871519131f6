/**
 * Plays keyframes on predicted air: the pressure of each zone over time, and the wait at each gate. The playhead stands still at a
 * gate, so wall time is playhead time plus the waits.
 */

import type { Keyframe, Target } from '../../firmware-protocol/keyframe.ts';
import { rules } from '../../firmware-protocol/limits.ts';
import { type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { FillModel } from './fill-model.ts';
import { PredictedAir } from './predicted-air.ts';

/** Longest time step while air moves, s. */
const TIME_STEP = 0.1;

/** Pressure of a zone before a session, mmHg. The vented bag still holds some air: 15 % of its slack volume. */
export const COLD_PRESSURE = 0.3;

/**
 * Boots top up held zones while another zone fills, because the air in the held ones cools. The wait at a gate is longer by this for each
 * such zone, s.
 */
const TOP_UP_WAIT = 0.2;
/** A zone is topped up at this many keyframes after its fill. By then its air has cooled to room temperature. */
const KEYFRAMES_WHILE_COOLING = 2;

/** Time from reaching the targets to the reading at which the gate opens, s. The boots take that reading with the fill valves closed. */
const READING_TIME = 0.2;

export interface Prediction {
  /** Wait at each keyframe's gate; 0 without a gate. If each leg has its own pump, the longer wait of the two legs. */
  readonly waits: readonly Seconds[];
  /** Wall time from the first keyframe to the end of the wait at the last. If each leg has its own pump, that of the slower leg. */
  readonly wall: Seconds;
  /** Zone pressures at the end, mmHg, in the order of a keyframe's targets. */
  readonly left: readonly number[];
}

/**
 * Called after each time step. If all legs have the same targets, it gets the zones of one leg, which stand for every leg; otherwise it
 * gets the zones that share a pump. If each leg has its own pump, the steps of the first leg come before those of the second, whose time
 * starts again at 0.
 * @param at wall time since the first keyframe, s
 * @param pressures mmHg, foot first; the next step overwrites this array
 * @param first index of the target to which the first of `pressures` belongs
 * @returns true to end the prediction for these zones; later keyframes then have no wait
 */
export type OnStep = (
  at: number,
  pressures: Float64Array,
  targets: readonly Target[],
  first: number,
) => boolean | undefined;

export function legsAlike(keyframes: readonly Keyframe[], zones: number): boolean {
  return keyframes.every(({ targets }) =>
    targets.every((target, index) => index < zones || target === targets[index - zones]),
  );
}

/**
 * Counts the zones that the boots top up at a keyframe. Updates, for each zone, `highest`, its highest target since its last release, and
 * `keyframesHeld`, for how many keyframes it has been held there.
 */
function zonesToppedUp(
  targets: readonly Target[],
  highest: Float64Array,
  keyframesHeld: Float64Array,
  air: PredictedAir,
): number {
  let count = 0;
  for (let zone = 0; zone < targets.length; zone++) {
    const target = targets[zone] ?? 'vent';
    const pressure = typeof target === 'number' ? target : 0;
    const before = highest[zone] ?? 0;
    const isHeld = pressure > rules.squeezed && pressure === before && air.reached(zone, target);
    const held = isHeld ? (keyframesHeld[zone] ?? 0) + 1 : 0;
    keyframesHeld[zone] = held;
    if (isHeld && held <= KEYFRAMES_WHILE_COOLING) count++;
    highest[zone] = pressure <= rules.sealedReleased ? 0 : Math.max(before, pressure);
  }
  return count;
}

/** @param from zone pressures before the first keyframe, mmHg: one for all zones, or one for each in the order of a keyframe's targets */
export function predict(
  keyframes: readonly Keyframe[],
  boots: BootsShape,
  fills: FillModel,
  from: number | ArrayLike<number>,
  onStep: OnStep = () => undefined,
): Prediction {
  const zones = boots.parts.length;
  const legs = boots.sides.length;
  const pressures = (first: number, count: number): Float64Array =>
    Float64Array.from({ length: count }, (_, zone) =>
      typeof from === 'number' ? from : (from[first + zone] ?? 0),
    );
  const { sharedValves } = boots;
  const vented = !boots.holdsTogether;
  const play = (first: number, count: number, alike: number): Prediction => {
    const air = new PredictedAir(fills, { legs: alike, sharedValves, vented }, pressures(first, count));
    return onOnePump(keyframes, air, first, alike, fills.residual, onStep);
  };
  const shared = boots.pumps === 'shared';
  if (legs === 1 || legsAlike(keyframes, zones)) {
    const one = play(0, zones, shared ? legs : 1);
    return { ...one, left: boots.sides.flatMap(() => one.left) };
  }
  if (shared) return play(0, zones * legs, 1);
  const each = boots.sides.map((_, leg) => play(leg * zones, zones, 1));
  return {
    waits: keyframes.map((_, index) => seconds(Math.max(...each.map(({ waits }) => waits[index] ?? 0)))),
    wall: seconds(Math.max(...each.map(({ wall }) => wall))),
    left: each.flatMap(({ left }) => left),
  };
}

function onOnePump(
  keyframes: readonly Keyframe[],
  air: PredictedAir,
  first: number,
  legs: number,
  residual: number,
  onStep: OnStep,
): Prediction {
  const zones = air.pressures.length;
  const waits: Seconds[] = [];
  const highest = new Float64Array(zones);
  const keyframesHeld = new Float64Array(zones);
  let now = 0;
  let ended = false;

  keyframes.forEach((keyframe, index) => {
    if (ended) return;
    const targets =
      keyframe.targets.length === zones ? keyframe.targets : keyframe.targets.slice(first, first + zones);
    const { ramp } = keyframe;
    const began = now;
    const topUps = zonesToppedUp(targets, highest, keyframesHeld, air) * legs * TOP_UP_WAIT * residual;
    // `residual` stretches the waits at gates, and no other time.
    const waitUntil = (end: number, gate: boolean): void => {
      while (!ended && now < end - 1e-9 && !(gate && air.allReached(targets))) {
        const step = Math.min(TIME_STEP, (end - now) / residual);
        air.step(step, targets, ramp);
        now += step * residual;
        ended = onStep(now, air.pressures, targets, first) === true;
      }
    };
    waitUntil(began + keyframe.gate, true);
    if (now > began) waitUntil(Math.min(began + keyframe.gate, now + READING_TIME + topUps), false);
    waits.push(seconds(now - began));

    const next = keyframes[index + 1];
    let left = next === undefined ? 0 : (next.at - keyframe.at) / 1000;
    while (!ended && left > 1e-9) {
      const step = Math.min(TIME_STEP, left);
      const moved = air.step(step, targets, ramp);
      const passed = moved ? step : left;
      now += passed;
      left -= passed;
      ended = onStep(now, air.pressures, targets, first) === true;
    }
  });
  return { waits, wall: seconds(now), left: [...air.pressures] };
}
