/** A test bench for simulated boots: firmware and plant. The test advances the time. */

import { uuids } from '../../../firmware-protocol/profile.ts';
import { milliseconds, seconds } from '../../../firmware-protocol/quantities.ts';
import { zoneLayouts } from '../../../firmware-protocol/zones.ts';
import { Firmware, type FirmwareOptions } from '../../../src/simulator/firmware/firmware.ts';
import { Plant, type PlantOptions } from '../../../src/simulator/plant/plant.ts';
import { seededRandom } from '../../../src/simulator/random.ts';
import { TestCentral } from './test-central.ts';

/** Seconds. */
const TIME_STEP = 0.02;
const STEPS_BETWEEN_READS = 1500;

export interface BenchOptions {
  readonly zones?: number;
  readonly legs?: 1 | 2;
  readonly seed?: number;
  readonly abilities?: NonNullable<FirmwareOptions['abilities']>;
  readonly plant?: Partial<Omit<PlantOptions, 'zonesPerLeg' | 'legs' | 'seed' | 'sharedValves'>>;
  readonly firmware?: Partial<FirmwareOptions>;
  /** Bytes that one write or notification can carry. Default: 247. */
  readonly payload?: number;
}

export class Bench {
  readonly plant: Plant;
  readonly firmware: Firmware;
  readonly hub: boolean;
  readonly #payload: number;
  readonly #centrals: TestCentral[] = [];

  constructor(options: BenchOptions = {}) {
    const { zones = 5, legs = 2, seed = 1 } = options;
    this.hub = legs === 2;
    this.#payload = options.payload ?? 247;
    const { abilities } = options;
    const sharedValves = abilities?.sharedValves ?? false;
    this.plant = new Plant({ ...options.plant, zonesPerLeg: zones, legs, seed, sharedValves });
    this.firmware = new Firmware({
      random: seededRandom(seed),
      kind: this.hub ? 'hub' : 'left',
      parts: zoneLayouts[zones] ?? [],
      name: 'Bench boots',
      serial: 'BENCH',
      pumpFlow: this.plant.parameters.pumpFlow,
      gaugeTap: this.plant.parameters.sensorTap,
      ...(abilities ? { abilities } : {}),
      ...options.firmware,
      hardware: this.plant,
    });
  }

  central(payload: number = this.#payload): TestCentral {
    const central = new TestCentral(this, payload);
    this.#centrals.push(central);
    return central;
  }

  /** Advances time. @param after called after each step of 20 ms with the time since `run` was called, s */
  run(duration: number, after?: (at: number) => void): void {
    const steps = Math.round(duration / TIME_STEP);
    for (let step = 1; step <= steps; step++) {
      this.plant.step(seconds(TIME_STEP));
      this.firmware.tick(milliseconds(TIME_STEP * 1000));
      after?.(step * TIME_STEP);
    }
  }

  /**
   * Advances time until a condition is true. Now and then reads over each central's link. @returns how long it
   * took, s
   * @throws Error if the condition is not true within `atMost` s
   */
  runUntil(met: () => boolean, atMost: number): number {
    for (let step = 0; step * TIME_STEP <= atMost; step++) {
      if (met()) return step * TIME_STEP;
      this.run(TIME_STEP);
      // The boots drop a central that sends nothing for 120 s.
      if (step % STEPS_BETWEEN_READS === 0)
        for (const { link } of this.#centrals) link.read(uuids.batteryLevel);
    }
    throw new Error(`not within ${atMost} s`);
  }

  pressures(): number[] {
    return Array.from({ length: this.plant.zones }, (_, zone) => this.plant.pressure(zone));
  }
}
