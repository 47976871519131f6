/**
 * Checks all limits that the boots enforce over time (PROTOCOL.md 7, 8). The first one exceeded vents the
 * boots and latches a fault.
 */

import { Emptying } from './watches/emptying.ts';
import { FillEffort } from './watches/fill-effort.ts';
import { IndependentOverPressure } from './watches/independent-over-pressure.ts';
import { Leak } from './watches/leak.ts';
import { OverPressure } from './watches/over-pressure.ts';
import { PumpDiagnosis } from './watches/pump-diagnosis.ts';
import { ReverseGradient } from './watches/reverse-gradient.ts';
import { SensorFault } from './watches/sensor-fault.ts';
import { ShareAbove30 } from './watches/share-above-30.ts';
import { TimeAbove30 } from './watches/time-above-30.ts';
import { UnfilledAir } from './watches/unfilled-air.ts';
import type { Scene, Trip, Watch } from './watches/watch.ts';

export class Protection {
  readonly #leak: Leak;
  readonly #pump: PumpDiagnosis;
  readonly #watches: readonly Watch[];

  constructor(zones: number, zonesPerLeg: number) {
    this.#leak = new Leak(zones);
    const unfilled = new UnfilledAir(zones);
    this.#pump = new PumpDiagnosis(zones, unfilled);
    this.#watches = [
      new IndependentOverPressure(zones),
      new SensorFault(zones),
      new OverPressure(zones),
      new TimeAbove30(zones),
      new ShareAbove30(zones),
      new ReverseGradient(zones, zonesPerLeg),
      new Emptying(zones),
      this.#leak,
      unfilled,
      new FillEffort(zones),
    ];
  }

  /** Zone with a slow leak; null = none in this session. */
  get leaking(): number | null {
    return this.#leak.warned;
  }

  begin(): void {
    this.#pump.begin();
    for (const watch of this.#watches) watch.begin();
  }

  /** @param dt s @returns the first limit exceeded in this step */
  step(scene: Scene, dt: number): Trip | null {
    let first: Trip | null = null;
    for (const watch of this.#watches) {
      const trip = watch.step(scene, dt);
      first ??= trip;
    }
    this.#pump.step(scene);
    return first && this.#pump.name(first);
  }

  /** Renames a fault found elsewhere if the pump explains it. */
  name(trip: Trip): Trip {
    return this.#pump.name(trip);
  }
}
