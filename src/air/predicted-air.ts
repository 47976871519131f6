/** Predicts, in small time steps, the pressures of all zones on one pump while the boots bring them to their targets. */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import { rules } from '../../firmware-protocol/limits.ts';
import type { Bag, FillModel } from './fill-model.ts';

/** mmHg. */
const AMBIENT_PRESSURE = 760;
/** A bag is slack up to this pressure, mmHg; above it, the bag stretches. */
const SLACK_END = 2;
/** A bag becomes twice as stiff from `SLACK_END` to this much above it, mmHg. */
const STRETCH_PRESSURE = 10;
/** Flow coefficient of a fill or vent valve, hose included, L/min per √mmHg. An estimate. */
const VALVE_FLOW = 1.6;
/** Pressure at which a pump delivers nothing, mmHg. */
const STALL_PRESSURE = 250;
/** Boots are assumed to let pressures rise at this share of the ramp, so as not to exceed it. */
const RAMP_SHARE = 0.9;
/** The boots top up a zone that has fallen this far below its target, mmHg. */
const TOP_UP_BELOW = 1.5;
/** One top-up keeps the pump from the other zones for this long, s. */
const TOP_UP_TIME = 0.1;
/** Flow out of a zone below this pressure is laminar, mmHg: proportional to the pressure instead of to its square root. */
const LAMINAR_BELOW = 1;
/** A zone stops falling this far above its goal, mmHg, because the last air hardly leaves. */
const EMPTY_PRESSURE = 0.3;
/**
 * Like `EMPTY_PRESSURE`, on boots that vent between squeezes, mmHg. These refill slack bags in each cycle, so it matters how empty the bags
 * are.
 */
export const FLAT_PRESSURE = 0.05;
/** Tolerance of the solver in `#manifold`, √mmHg. */
const TOLERANCE = 0.002;
const MOST_ITERATIONS = 14;

export interface Plumbing {
  /** How many legs the pump fills in the same way while only the zones of one leg are computed; otherwise 1. */
  readonly legs: number;
  readonly sharedValves: boolean;
  /** Whether the boots vent zones between squeezes instead of keeping them at rest pressure. */
  readonly vented: boolean;
}

export class PredictedAir {
  readonly pressures: Float64Array;
  readonly #fills: FillModel;
  readonly #legs: number;
  readonly #empty: number;
  /** Flow coefficient of each zone, L/min per √mmHg. */
  readonly #valves: Float64Array;
  readonly #filling: boolean[];
  #root = 2;
  /** How much longer the pump is busy with top-ups, s. */
  #toppingUp = 0;

  /** @param pressures pressure of each zone at the start, mmHg; each step changes this array */
  constructor(fills: FillModel, { legs, sharedValves, vented }: Plumbing, pressures: Float64Array) {
    const zones = fills.bags.length;
    this.pressures = pressures;
    this.#fills = fills;
    this.#legs = legs;
    this.#empty = vented ? FLAT_PRESSURE : EMPTY_PRESSURE;
    this.#valves = pressures.map((_, zone) => {
      const alone = zones % 2 === 1 && zone % zones === zones - 1;
      return sharedValves && !alone ? VALVE_FLOW / 2 : VALVE_FLOW;
    });
    this.#filling = Array.from(pressures, () => false);
  }

  /** Whether the pressure of a zone has reached its target, by the rules for gates (PROTOCOL.md, GATE-3 and GATE-4). */
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
   * @param seconds length of the time step; 0.1 at most, to be accurate
   * @param ramp fastest rise, mmHg/s; 0 = unlimited
   * @returns whether any zone fills or empties
   */
  step(seconds: number, targets: readonly Target[], ramp: number): boolean {
    const { pressures } = this;
    let moved = false;
    let fills = false;
    for (let zone = 0; zone < pressures.length; zone++) {
      const target = targets[zone] ?? 'vent';
      const pressure = pressures[zone] ?? 0;
      const goal = target === 'vent' ? 0 : target === 'seal' ? pressure : target;
      const filling = target !== 'vent' && pressure < goal - (this.#filling[zone] ? 0 : TOP_UP_BELOW);
      this.#filling[zone] = filling;
      if (filling) {
        moved = true;
        fills = true;
      } else if (pressure > goal + this.#empty) {
        moved = true;
        const flow = ((this.#valves[zone] ?? VALVE_FLOW) * flowRoot(pressure)) / 60;
        pressures[zone] = Math.max(goal, pressure - (flow * seconds) / this.#compliance(zone, pressure));
      }
    }
    if (fills) this.#fill(seconds, targets, ramp);
    return moved;
  }

  #fill(seconds: number, targets: readonly Target[], ramp: number): void {
    const { pressures } = this;
    this.#leak(seconds, targets);
    const left = seconds - this.#toppingUp;
    this.#toppingUp = Math.max(0, -left);
    if (left <= 0) return;
    const manifold = this.#manifold();
    const fastest = ramp > 0 ? RAMP_SHARE * ramp * left : Number.POSITIVE_INFINITY;
    for (let zone = 0; zone < pressures.length; zone++) {
      const target = targets[zone];
      if (!this.#filling[zone] || typeof target !== 'number') continue;
      const pressure = pressures[zone] ?? 0;
      const flow = ((this.#valves[zone] ?? VALVE_FLOW) * Math.sqrt(Math.max(0, manifold - pressure))) / 60;
      const compliance = this.#compliance(zone, pressure);
      const lost = (this.#fills.leak * pressure * left) / 60 / compliance;
      // The leak is subtracted after the ramp has limited the rise, because boots notice a leak late.
      const rise = Math.min(fastest, (flow * left) / compliance) - lost;
      pressures[zone] = Math.min(target, pressure + rise);
      if (pressure + rise >= target) this.#filling[zone] = false;
    }
  }

  /** Leaks air from the zones that are held while other zones fill. The boots top up these zones one after another. */
  #leak(seconds: number, targets: readonly Target[]): void {
    for (let zone = 0; zone < this.pressures.length; zone++) {
      const target = targets[zone];
      if (this.#filling[zone] || typeof target !== 'number' || target <= rules.sealedReleased) continue;
      const pressure = this.pressures[zone] ?? 0;
      const lost = (this.#fills.leak * pressure * seconds) / 60 / this.#compliance(zone, pressure);
      const after = pressure - lost;
      if (after > target - TOP_UP_BELOW) this.pressures[zone] = after;
      else {
        this.pressures[zone] = target;
        this.#toppingUp += this.#legs * TOP_UP_TIME;
      }
    }
  }

  /**
   * The pressure in the manifold, which joins pump and fill valves, at which the pump delivers as much as the open valves take, mmHg.
   * Solves for the square root of the height above the lowest filling zone, because flow is proportional to that: by Newton steps, and by
   * bisection where a step would leave the bracket.
   */
  #manifold(): number {
    let lowest = STALL_PRESSURE;
    for (let zone = 0; zone < this.pressures.length; zone++) {
      if (this.#filling[zone]) lowest = Math.min(lowest, this.pressures[zone] ?? 0);
    }
    const { pumpFlow } = this.#fills;
    let low = 0;
    let high = Math.sqrt(STALL_PRESSURE);
    let root = this.#root;
    for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      const above = root * root;
      let taken = 0;
      let slope = 0;
      for (let zone = 0; zone < this.pressures.length; zone++) {
        if (!this.#filling[zone]) continue;
        const valve = this.#valves[zone] ?? VALVE_FLOW;
        const each = Math.sqrt(Math.max(0, lowest + above - (this.pressures[zone] ?? 0)));
        taken += valve * each;
        if (each > 0) slope += (valve * root) / each;
      }
      const more = this.#legs * taken - pumpFlow * (1 - (lowest + above) / STALL_PRESSURE);
      if (more > 0) high = root;
      else low = root;
      const next = root - more / (this.#legs * slope + (2 * pumpFlow * root) / STALL_PRESSURE);
      const converged = Math.abs(next - root) < TOLERANCE;
      root = next > low && next < high ? next : (low + high) / 2;
      if (converged) break;
    }
    this.#root = root;
    return lowest + root * root;
  }

  /** Air that raises a zone by 1 mmHg, L (at ambient pressure). */
  #compliance(zone: number, pressure: number): number {
    const { bags, slowness } = this.#fills;
    const bag: Bag | undefined = bags[zone % bags.length];
    if (bag === undefined) return 1;
    const stretched = pressure > SLACK_END;
    const volume = stretched
      ? bag.slack + bag.stretch * Math.log(1 + (pressure - SLACK_END) / STRETCH_PRESSURE)
      : (bag.slack * pressure) / SLACK_END;
    const softness = stretched
      ? bag.stretch / (STRETCH_PRESSURE + pressure - SLACK_END)
      : bag.slack / SLACK_END;
    return slowness * (softness * (1 + pressure / AMBIENT_PRESSURE) + volume / AMBIENT_PRESSURE);
  }
}

const flowRoot = (pressure: number): number => (pressure > LAMINAR_BELOW ? Math.sqrt(pressure) : pressure);
