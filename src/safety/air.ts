/** Predicted air of the zones on one pump, stepped: what opening the valves toward these targets would do. */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import { rules } from '../../firmware-protocol/limits.ts';
import type { Bag, FillModel } from './fill-model.ts';

/** Ambient pressure, mmHg; a bag's slack end and the pressure that stretches it by a factor e, mmHg. */
const AMBIENT = 760;
const SLACK_END = 2;
const STRETCH = 10;
/** Flow through a fill or a vent valve, L/min for a square root of a mmHg (about 1.8 mm effective, hose included). */
const VALVE = 1.6;
/** Pressure against which a pump gives nothing, mmHg. */
const PUMP_STALL = 250;
/** Boots that may not pass a ramp keep a little below it. */
const RAMP_KEPT = 0.9;
/** A zone that fell this far below its target is topped up, mmHg. */
const TOP_UP = 1.5;
/** A vented zone counts as empty here; the last of the air takes for ever, mmHg. */
const EMPTY = 0.3;
const BISECTIONS = 14;

export class PredictedAir {
  readonly pressures: Float64Array;
  readonly #bags: readonly Bag[];
  readonly #legs: number;
  readonly #flow: number;
  readonly #filling: boolean[];

  /**
   * @param legs how many legs with these zones the pump fills alike; 1 if `pressures` lists every zone of the boots
   * @param pressures at the start, mmHg; stepped in place
   */
  constructor(fills: FillModel, legs: number, pressures: Float64Array) {
    this.pressures = pressures;
    this.#bags = fills.bags;
    this.#legs = legs;
    this.#flow = fills.pumpFlow / fills.slowness;
    this.#filling = Array.from(pressures, () => false);
  }

  /** Whether a zone has reached its target, as a gate judges it. */
  reached(zone: number, target: Target): boolean {
    const pressure = this.pressures[zone] ?? 0;
    if (target === 'seal') return true;
    if (target === 'vent') return pressure < rules.released;
    return Math.abs(pressure - target) <= rules.reached;
  }

  /**
   * One step of at most 0.1 s.
   * @param ramp mmHg/s upward; 0 = as fast as it goes
   * @returns whether any zone moved
   */
  step(seconds: number, targets: readonly Target[], ramp: number): boolean {
    const { pressures } = this;
    let moved = false;
    for (let zone = 0; zone < pressures.length; zone++) {
      const target = targets[zone] ?? 'vent';
      const pressure = pressures[zone] ?? 0;
      const goal = target === 'vent' ? 0 : target === 'seal' ? pressure : target;
      const filling = target !== 'vent' && pressure < goal - (this.#filling[zone] ? 0 : TOP_UP);
      this.#filling[zone] = filling;
      if (filling) {
        moved = true;
      } else if (pressure > goal + EMPTY) {
        moved = true;
        const flow = (VALVE * Math.sqrt(pressure)) / 60;
        pressures[zone] = Math.max(goal, pressure - (flow * seconds) / this.#compliance(zone, pressure));
      }
    }
    if (moved) this.#fill(seconds, targets, ramp);
    return moved;
  }

  #fill(seconds: number, targets: readonly Target[], ramp: number): void {
    const { pressures } = this;
    if (!this.#filling.includes(true)) return;
    const manifold = this.#manifold();
    const fastest = ramp > 0 ? RAMP_KEPT * ramp * seconds : Number.POSITIVE_INFINITY;
    for (let zone = 0; zone < pressures.length; zone++) {
      const target = targets[zone];
      if (!this.#filling[zone] || typeof target !== 'number') continue;
      const pressure = pressures[zone] ?? 0;
      const flow = (VALVE * Math.sqrt(Math.max(0, manifold - pressure))) / 60;
      const rise = Math.min(fastest, (flow * seconds) / this.#compliance(zone, pressure));
      pressures[zone] = Math.min(target, pressure + rise);
      if (pressure + rise >= target) this.#filling[zone] = false;
    }
  }

  /**
   * Pressure at which the pump gives what the open valves take. Sought by the root of what it stands above the lowest of them,
   * since that is what the flow goes by.
   */
  #manifold(): number {
    let lowest = PUMP_STALL;
    this.#filling.forEach((filling, zone) => {
      if (filling) lowest = Math.min(lowest, this.pressures[zone] ?? 0);
    });
    let low = 0;
    let high = Math.sqrt(PUMP_STALL);
    for (let round = 0; round < BISECTIONS; round++) {
      const root = (low + high) / 2;
      const manifold = lowest + root * root;
      let taken = 0;
      for (let zone = 0; zone < this.pressures.length; zone++) {
        if (this.#filling[zone]) taken += Math.sqrt(Math.max(0, manifold - (this.pressures[zone] ?? 0)));
      }
      if (this.#legs * VALVE * taken < this.#flow * (1 - manifold / PUMP_STALL)) low = root;
      else high = root;
    }
    return lowest + (low + high) ** 2 / 4;
  }

  /** Air a zone takes for a mmHg, L at ambient pressure. */
  #compliance(zone: number, pressure: number): number {
    const bag = this.#bags[zone % this.#bags.length];
    if (bag === undefined) return 1;
    const stretched = pressure > SLACK_END;
    const volume = stretched
      ? bag.slack + bag.stretch * Math.log(1 + (pressure - SLACK_END) / STRETCH)
      : (bag.slack * pressure) / SLACK_END;
    const softness = stretched ? bag.stretch / (STRETCH + pressure - SLACK_END) : bag.slack / SLACK_END;
    return softness * (1 + pressure / AMBIENT) + volume / AMBIENT;
  }
}
