/**
 * Checks all limits that the boots enforce over time (PROTOCOL.md 7, 8). Each one exceeded vents the boots and
 * latches a fault; of several at a time, the gravest first.
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
      new Emptying(zones),
      new IndependentOverPressure(zones),
      new SensorFault(zones),
      new OverPressure(zones),
      new TimeAbove30(zones),
      new ShareAbove30(zones),
      new ReverseGradient(zones, zonesPerLeg),
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

  /**
   * @param latched faults that are latched: found again they are no news
   * @param dt s
   * @returns the gravest limit exceeded in this step
   */
  step(scene: Scene, dt: number, latched: readonly Trip[]): Trip | null {
    let gravest: Trip | null = null;
    for (const watch of this.#watches) {
      const trip = watch.step(scene, dt);
      if (trip && !gravest && !isKnown(trip, latched)) gravest = trip;
    }
    this.#pump.step(scene);
    return gravest && this.#pump.name(gravest);
  }

  /** Renames a fault found elsewhere if the pump explains it. */
  name(trip: Trip): Trip {
    return this.#pump.name(trip);
  }
}

const isKnown = (trip: Trip, latched: readonly Trip[]): boolean =>
  latched.some(({ fault }) => fault === trip.fault);
