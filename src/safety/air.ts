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
/** Each zone that is topped up, mostly several at once, takes the pump from the others for this long, s. */
const TOPPING = 0.1;
/** Below this, flow goes by the pressure and no longer by its root, mmHg. */
const LAMINAR = 1;
/** A vented zone counts as empty here, mmHg: the last of the air takes for ever. */
const EMPTY = 0.3;
/** And where all slack is filled anew in each cycle it matters how empty: here, mmHg. */
export const FLAT = 0.05;
/** The manifold is sought to this, as the root of mmHg, in this many rounds at most. */
const CLOSE = 0.002;
const ROUNDS = 14;

/** How zones hang on the pump. */
export interface Plumbing {
  /** Legs with these zones that the pump fills alike; 1 if the zones are those of every leg. */
  readonly legs: number;
  /** Zones of a leg share a valve, two and two. */
  readonly sharedValves: boolean;
  /** Zones are vented between squeezes, and not kept ready. */
  readonly flat: boolean;
}

export class PredictedAir {
  readonly pressures: Float64Array;
  readonly #fills: FillModel;
  readonly #legs: number;
  readonly #empty: number;
  /** Of each zone, L/min for a square root of a mmHg. */
  readonly #valves: Float64Array;
  readonly #filling: boolean[];
  #root = 2;
  /** The pump is topping up for as long, s. */
  #topping = 0;

  /** @param pressures at the start, mmHg; stepped in place */
  constructor(fills: FillModel, { legs, sharedValves, flat }: Plumbing, pressures: Float64Array) {
    const zones = fills.bags.length;
    this.pressures = pressures;
    this.#fills = fills;
    this.#legs = legs;
    this.#empty = flat ? FLAT : EMPTY;
    this.#valves = pressures.map((_, zone) => {
      const alone = zones % 2 === 1 && zone % zones === zones - 1;
      return sharedValves && !alone ? VALVE / 2 : VALVE;
    });
    this.#filling = Array.from(pressures, () => false);
  }

  /** Whether a zone has reached its target, as a gate judges it. */
  reached(zone: number, target: Target): boolean {
    const pressure = this.pressures[zone] ?? 0;
    if (target === 'seal') return true;
    if (target === 'vent') return pressure < rules.released;
    return Math.abs(pressure - target) <= rules.reached;
  }

  allReached(targets: readonly Target[]): boolean {
    for (let zone = 0; zone < this.pressures.length; zone++) {
      if (!this.reached(zone, targets[zone] ?? 'vent')) return false;
    }
    return true;
  }

  /**
   * One step of at most 0.1 s.
   * @param ramp mmHg/s upward; 0 = as fast as it goes
   * @returns whether any zone moved
   */
  step(seconds: number, targets: readonly Target[], ramp: number): boolean {
    const { pressures } = this;
    let moved = false;
    let fills = false;
    for (let zone = 0; zone < pressures.length; zone++) {
      const target = targets[zone] ?? 'vent';
      const pressure = pressures[zone] ?? 0;
      const goal = target === 'vent' ? 0 : target === 'seal' ? pressure : target;
      const filling = target !== 'vent' && pressure < goal - (this.#filling[zone] ? 0 : TOP_UP);
      this.#filling[zone] = filling;
      if (filling) {
        moved = true;
        fills = true;
      } else if (pressure > goal + this.#empty) {
        moved = true;
        const flow = ((this.#valves[zone] ?? VALVE) * rooted(pressure)) / 60;
        pressures[zone] = Math.max(goal, pressure - (flow * seconds) / this.#compliance(zone, pressure));
      }
    }
    if (fills) this.#fill(seconds, targets, ramp);
    return moved;
  }

  #fill(seconds: number, targets: readonly Target[], ramp: number): void {
    const { pressures } = this;
    this.#leak(seconds, targets);
    const left = seconds - this.#topping;
    this.#topping = Math.max(0, -left);
    if (left <= 0) return;
    const manifold = this.#manifold();
    const fastest = ramp > 0 ? RAMP_KEPT * ramp * left : Number.POSITIVE_INFINITY;
    for (let zone = 0; zone < pressures.length; zone++) {
      const target = targets[zone];
      if (!this.#filling[zone] || typeof target !== 'number') continue;
      const pressure = pressures[zone] ?? 0;
      const flow = ((this.#valves[zone] ?? VALVE) * Math.sqrt(Math.max(0, manifold - pressure))) / 60;
      const compliance = this.#compliance(zone, pressure);
      const lost = (this.#fills.leak * pressure * left) / 60 / compliance;
      // What leaks is missed all the more where little flows: at a gentle ramp the boots are slow to notice.
      const rise = Math.min(fastest, (flow * left) / compliance) - lost;
      pressures[zone] = Math.min(target, pressure + rise);
      if (pressure + rise >= target) this.#filling[zone] = false;
    }
  }

  /** Zones that are held while others fill lose air, and are topped up one after the other. */
  #leak(seconds: number, targets: readonly Target[]): void {
    for (let zone = 0; zone < this.pressures.length; zone++) {
      const target = targets[zone];
      if (this.#filling[zone] || typeof target !== 'number' || target <= rules.sealedReleased) continue;
      const pressure = this.pressures[zone] ?? 0;
      const lost = (this.#fills.leak * pressure * seconds) / 60 / this.#compliance(zone, pressure);
      const after = pressure - lost;
      if (after > target - TOP_UP) this.pressures[zone] = after;
      else {
        this.pressures[zone] = target;
        this.#topping += this.#legs * TOPPING;
      }
    }
  }

  /**
   * Pressure at which the pump gives what the open valves take. Sought by the root of what it stands above the lowest of them,
   * since that is what the flow goes by: Newton's steps, halving where they would leave what is known.
   */
  #manifold(): number {
    let lowest = PUMP_STALL;
    for (let zone = 0; zone < this.pressures.length; zone++) {
      if (this.#filling[zone]) lowest = Math.min(lowest, this.pressures[zone] ?? 0);
    }
    const { pumpFlow } = this.#fills;
    let low = 0;
    let high = Math.sqrt(PUMP_STALL);
    let root = this.#root;
    for (let round = 0; round < ROUNDS; round++) {
      const above = root * root;
      let taken = 0;
      let slope = 0;
      for (let zone = 0; zone < this.pressures.length; zone++) {
        if (!this.#filling[zone]) continue;
        const valve = this.#valves[zone] ?? VALVE;
        const each = Math.sqrt(Math.max(0, lowest + above - (this.pressures[zone] ?? 0)));
        taken += valve * each;
        if (each > 0) slope += (valve * root) / each;
      }
      const more = this.#legs * taken - pumpFlow * (1 - (lowest + above) / PUMP_STALL);
      if (more > 0) high = root;
      else low = root;
      const next = root - more / (this.#legs * slope + (2 * pumpFlow * root) / PUMP_STALL);
      const found = Math.abs(next - root) < CLOSE;
      root = next > low && next < high ? next : (low + high) / 2;
      if (found) break;
    }
    this.#root = root;
    return lowest + root * root;
  }

  /** Air a zone takes for a mmHg, L at ambient pressure. */
  #compliance(zone: number, pressure: number): number {
    const { bags, slowness } = this.#fills;
    const bag: Bag | undefined = bags[zone % bags.length];
    if (bag === undefined) return 1;
    const stretched = pressure > SLACK_END;
    const volume = stretched
      ? bag.slack + bag.stretch * Math.log(1 + (pressure - SLACK_END) / STRETCH)
      : (bag.slack * pressure) / SLACK_END;
    const softness = stretched ? bag.stretch / (STRETCH + pressure - SLACK_END) : bag.slack / SLACK_END;
    return slowness * (softness * (1 + pressure / AMBIENT) + volume / AMBIENT);
  }
}

const rooted = (pressure: number): number => (pressure > LAMINAR ? Math.sqrt(pressure) : pressure);
