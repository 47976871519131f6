/**
 * Plays keyframes on predicted air: what each zone's pressure would be, and how long each gate would be waited for. A gate
 * makes the playhead stand, so wall time is playhead time and the waits.
 */

import type { Keyframe, Target } from '../../firmware-protocol/keyframe.ts';
import { rules } from '../../firmware-protocol/limits.ts';
import { type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import { PredictedAir } from './air.ts';
import type { FillModel } from './fill-model.ts';

/** Longest step while air moves, s. */
const STEP = 0.1;

/** A bag that was vented before a session still holds some air: 15 % of its slack, mmHg. */
export const COLD = 0.3;

/**
 * A zone that is held at what it was filled to cools and has to be topped up, one after the other, while the next one fills:
 * each costs a gate this much, s.
 */
const TOP_UP = 0.2;

export interface Prediction {
  /** Waited at each keyframe's gate, s; 0 where it has none. */
  readonly waits: readonly Seconds[];
  /** From the first keyframe to the last, waits included. */
  readonly wall: Seconds;
}

/**
 * Called after each step. Where all legs are asked for the same, `pressures` and `targets` are of one leg and stand for all.
 * @param at wall time since the first keyframe, s
 * @param pressures mmHg, foot first; the same array each time
 */
export type Watch = (at: number, pressures: Float64Array, targets: readonly Target[]) => void;

/** Whether every leg of the boots is asked for the same throughout. */
export function legsAlike(keyframes: readonly Keyframe[], zones: number): boolean {
  return keyframes.every(({ targets }) =>
    targets.every((target, index) => index < zones || target === targets[index - zones]),
  );
}

/** How many zones are held at the highest they were filled to; `highest` is kept up to date. */
function toppedUp(targets: readonly Target[], highest: Float64Array, air: PredictedAir): number {
  let held = 0;
  targets.forEach((target, zone) => {
    const asked = typeof target === 'number' ? target : 0;
    const before = highest[zone] ?? 0;
    if (asked > rules.squeezed && asked === before && air.reached(zone, target)) held++;
    highest[zone] = asked <= rules.sealedReleased ? 0 : Math.max(before, asked);
  });
  return held;
}

/**
 * @param from pressure before the first keyframe, of every zone or of each, mmHg
 * @param watch sees every step
 */
export function predict(
  keyframes: readonly Keyframe[],
  boots: BootsShape,
  fills: FillModel,
  from: number | ArrayLike<number>,
  watch: Watch = () => undefined,
): Prediction {
  const zones = boots.parts.length;
  const alike = legsAlike(keyframes, zones);
  const shown = alike ? zones : zones * boots.sides.length;
  const before = Float64Array.from({ length: shown }, (_, zone) =>
    typeof from === 'number' ? from : (from[zone] ?? 0),
  );
  const air = new PredictedAir(fills, alike ? boots.sides.length : 1, before);
  const waits: Seconds[] = [];
  const highest = new Float64Array(shown);
  let now = 0;

  keyframes.forEach((keyframe, index) => {
    const targets = keyframe.targets.slice(0, shown);
    const { ramp } = keyframe;
    const reached = (): boolean => targets.every((target, zone) => air.reached(zone, target));
    const began = now;
    const topUps = toppedUp(targets, highest, air) * (alike ? boots.sides.length : 1) * TOP_UP;
    const until = (end: number, done: () => boolean): void => {
      while (now < end - 1e-9 && !done()) {
        const step = Math.min(STEP, end - now);
        air.step(step, targets, ramp);
        now += step;
        watch(now, air.pressures, targets);
      }
    };
    until(began + keyframe.gate, reached);
    if (now > began) until(Math.min(began + keyframe.gate, now + topUps), () => false);
    waits.push(seconds(now - began));

    const next = keyframes[index + 1];
    let left = next === undefined ? 0 : (next.at - keyframe.at) / 1000;
    while (left > 1e-9) {
      const step = Math.min(STEP, left);
      const moved = air.step(step, targets, ramp);
      const passed = moved ? step : left;
      now += passed;
      left -= passed;
      watch(now, air.pressures, targets);
    }
  });
  return { waits, wall: seconds(now) };
}
