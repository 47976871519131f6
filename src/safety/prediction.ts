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
/** By this many gates after it was filled its air is as warm as the room. */
const COOLS_FOR = 2;

/** A gate opens once a reading was taken with the pump at rest: it costs this much more than the air, s. */
const LOOK = 0.2;

export interface Prediction {
  /** Waited at each keyframe's gate, s; 0 where it has none. Of legs with a pump each, the longer one of the two. */
  readonly waits: readonly Seconds[];
  /** From the first keyframe to the last, waits included; of legs with a pump each, of the slower one. */
  readonly wall: Seconds;
  /** Pressure of each target at the end, mmHg. */
  readonly left: readonly number[];
}

/**
 * Called after each step, with the zones of one leg where all are asked for the same (they stand for every leg), else with those
 * that share a pump: of legs with a pump each first all of the one, then all of the other, each on a time of its own.
 * @param at wall time since the first keyframe, s
 * @param pressures mmHg, foot first; the same array each time
 * @param first which target of a keyframe `pressures` begins with
 * @returns true ends it: no more need be known
 */
export type Watch = (
  at: number,
  pressures: Float64Array,
  targets: readonly Target[],
  first: number,
) => boolean | undefined;

/** Whether every leg of the boots is asked for the same throughout. */
export function legsAlike(keyframes: readonly Keyframe[], zones: number): boolean {
  return keyframes.every(({ targets }) =>
    targets.every((target, index) => index < zones || target === targets[index - zones]),
  );
}

/** How many zones must be topped up at a gate; what is remembered of each is kept up to date. */
function toppedUp(
  targets: readonly Target[],
  highest: Float64Array,
  gatesSince: Float64Array,
  air: PredictedAir,
): number {
  let held = 0;
  for (let zone = 0; zone < targets.length; zone++) {
    const target = targets[zone] ?? 'vent';
    const asked = typeof target === 'number' ? target : 0;
    const before = highest[zone] ?? 0;
    const again = asked > rules.squeezed && asked === before && air.reached(zone, target);
    const since = again ? (gatesSince[zone] ?? 0) + 1 : 0;
    gatesSince[zone] = since;
    if (again && since <= COOLS_FOR) held++;
    highest[zone] = asked <= rules.sealedReleased ? 0 : Math.max(before, asked);
  }
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
  const legs = boots.sides.length;
  const pressures = (first: number, count: number): Float64Array =>
    Float64Array.from({ length: count }, (_, zone) =>
      typeof from === 'number' ? from : (from[first + zone] ?? 0),
    );
  const { sharedValves } = boots;
  const flat = !boots.holdsTogether;
  const play = (first: number, count: number, alike: number): Prediction => {
    const air = new PredictedAir(fills, { legs: alike, sharedValves, flat }, pressures(first, count));
    return onOnePump(keyframes, air, first, alike, fills.residual, watch);
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
  watch: Watch,
): Prediction {
  const shown = air.pressures.length;
  const waits: Seconds[] = [];
  const highest = new Float64Array(shown);
  const gatesSince = new Float64Array(shown);
  let now = 0;
  let ended = false;

  keyframes.forEach((keyframe, index) => {
    if (ended) return;
    const targets =
      keyframe.targets.length === shown ? keyframe.targets : keyframe.targets.slice(first, first + shown);
    const { ramp } = keyframe;
    const began = now;
    const topUps = toppedUp(targets, highest, gatesSince, air) * legs * TOP_UP * residual;
    // What the air does not explain stretches the time at gates.
    const until = (end: number, gate: boolean): void => {
      while (!ended && now < end - 1e-9 && !(gate && air.allReached(targets))) {
        const step = Math.min(STEP, (end - now) / residual);
        air.step(step, targets, ramp);
        now += step * residual;
        ended = watch(now, air.pressures, targets, first) === true;
      }
    };
    until(began + keyframe.gate, true);
    if (now > began) until(Math.min(began + keyframe.gate, now + LOOK + topUps), false);
    waits.push(seconds(now - began));

    const next = keyframes[index + 1];
    let left = next === undefined ? 0 : (next.at - keyframe.at) / 1000;
    while (!ended && left > 1e-9) {
      const step = Math.min(STEP, left);
      const moved = air.step(step, targets, ramp);
      const passed = moved ? step : left;
      now += passed;
      left -= passed;
      ended = watch(now, air.pressures, targets, first) === true;
    }
  });
  return { waits, wall: seconds(now), left: [...air.pressures] };
}
