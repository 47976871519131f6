/**
 * A test bench for the plant (the simulated pump, valves, bags and legs) without firmware. It drives valves and pump by the true
 * pressures, and measures times.
 */

import { expect } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { PlantParameters } from '../../../../src/simulator/plant/parameters.ts';
import { LONGEST_TIME_STEP, Plant } from '../../../../src/simulator/plant/plant.ts';

/** How long a fill or vent on the bench may take, s. */
const TIME_LIMIT = 300;

/** A median leg without heat, blood, leaks or sensor errors. At the start, bags hold 15 % of their slack volume. */
export const bareConditions: Partial<PlantParameters> = {
  heat: false,
  blood: false,
  leak: 0,
  legSizeVariation: 0,
  residualAir: [0.15, 0.15],
  sensorNoise: mmhg(0),
  sensorOffset: mmhg(0),
  sensorDrift: mmhg(0),
  sensorStep: mmhg(0),
  rippleHeight: [0, 0],
};

export class Rig {
  readonly plant: Plant;

  constructor(parameters: Partial<PlantParameters> = {}, legs: 1 | 2 = 1, zonesPerLeg = 5) {
    this.plant = new Plant({
      zonesPerLeg,
      legs,
      seed: 1,
      parameters: { ...bareConditions, ...parameters },
    });
    for (let zone = 0; zone < this.plant.zones; zone++) this.plant.setValves(zone, false, false);
  }

  wait(duration: number): void {
    this.plant.step(seconds(duration));
  }

  pressure(zone: number): number {
    return this.plant.pressure(zone);
  }

  /**
   * Fills the zones together at full drive, and closes each when its pressure reaches `target`, mmHg. @returns how long it took until the
   * last was closed, s
   */
  fill(zones: readonly number[], target: number): number {
    this.plant.setPump(1);
    for (const zone of zones) this.plant.setValves(zone, true, false);
    let elapsed = 0;
    for (const zone of [...zones].sort((a, b) => this.pressure(b) - this.pressure(a))) {
      elapsed += this.#until(zone, (pressure) => target - pressure);
      this.plant.setValves(zone, false, false);
    }
    return elapsed;
  }

  /**
   * Opens the vent of a zone. @returns how long the pressure takes to fall to each of these levels, s. @param levels mmHg, highest first
   */
  ventTimes(zone: number, levels: readonly number[]): number[] {
    this.plant.setPump(0);
    this.plant.setValves(zone, false, true);
    let elapsed = 0;
    return levels.map((level) => {
      elapsed += this.#until(zone, (pressure) => pressure - level);
      return elapsed;
    });
  }

  /** Pressures of a zone, mmHg: the present one, and then one after each `interval` s, `count` values in all. */
  series(zone: number, interval: number, count: number): number[] {
    return Array.from({ length: count }, (_, index) => {
      if (index > 0) this.wait(interval);
      return this.pressure(zone);
    });
  }

  /**
   * Steps the plant until `missing`, mmHg, is 0 for the zone's pressure, with shorter steps near the end. @returns how long it took, s
   */
  #until(zone: number, missing: (pressure: number) => number): number {
    let elapsed = 0;
    let step = LONGEST_TIME_STEP;
    for (let left = missing(this.pressure(zone)); left > 1e-3; ) {
      this.wait(step);
      elapsed += step;
      const now = missing(this.pressure(zone));
      const pace = (left - now) / step;
      step = pace > 0 ? Math.min(LONGEST_TIME_STEP, Math.max(1e-4, now / pace)) : LONGEST_TIME_STEP;
      left = now;
      if (elapsed > TIME_LIMIT) throw new Error(`zone ${zone} is still ${left} mmHg away after ${elapsed} s`);
    }
    return elapsed;
  }
}

/** Expects `actual` within 10 % of the expected figure, or within `floor` of it if that allows more. */
export function expectCheckpoint(actual: number, figure: number, floor: number): void {
  const tolerance = Math.max(0.1 * Math.abs(figure), floor);
  expect(actual).toBeGreaterThanOrEqual(figure - tolerance);
  expect(actual).toBeLessThanOrEqual(figure + tolerance);
}

/** Least tolerance of times, s. */
export const TIME_FLOOR = 0.1;
/** Least tolerance of pressures, mmHg. */
export const PRESSURE_FLOOR = 0.5;
