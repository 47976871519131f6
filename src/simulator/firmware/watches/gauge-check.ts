/**
 * Fault 10 for a gauge with impossible readings (PROTOCOL.md 8.1). A vented zone must read about 0, no zone may read far
 * below 0, and the two gauges of a zone must agree while no air flows.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { rules } from '../../../../firmware-protocol/limits.ts';
import { VENT } from '../regulation/aim.ts';
import type { Sensors } from '../regulation/sensors.ts';
import type { Scene, Trip, Watch } from './watch.ts';

/** A vented zone is checked once in this time, s. A leg that moves is at rest at least once in it. */
const LOOK_PERIOD = figures.restEvery.value;
/** Lowest and highest reading of a zone at rest, mmHg: sensors drift, and a bag may not have been quite slack when it was zeroed. */
const LOWEST_AT_REST = figures.restLeast.value;
const HIGHEST_AT_REST = figures.restMost.value;
/** A zone whose lowest reading fell by this much from check to check still empties, mmHg. */
const EMPTYING_FALL = figures.restFalls.value;
/** A reading below `LOWEST_AT_REST` counts once it has lasted this long, s. */
const LOW_TIME = figures.belowTime.value;
/** This many checks in a row with an impossible reading are a fault. */
const BAD_LOOKS = 2;
/** The two gauges of a zone must not differ by more than this, mmHg, … */
const GAUGE_DIFFERENCE = figures.gaugesApart.value;
/** … for longer than this, s, … */
const GAUGE_DIFFERENCE_TIME = figures.gaugesApartTime.value;
/** … once no air has flowed for this long, s. */
const STILL_TIME = figures.gaugesStill.value;

class ZoneGauge {
  #vented = 0;
  #sinceLook = 0;
  /** The lowest reading since the last check, and before that check, mmHg. */
  #lowest = Number.POSITIVE_INFINITY;
  #lowestBefore = Number.POSITIVE_INFINITY;
  #low = 0;
  #still = 0;
  #apart = 0;
  #bad = 0;

  forget(): void {
    this.#release();
    this.#low = 0;
    this.#still = 0;
    this.#apart = 0;
    this.#bad = 0;
  }

  /** @returns whether the gauge has a fault */
  step(pressure: number, isVented: boolean, dt: number): boolean {
    if (isVented) this.#watchRelease(pressure, dt);
    else this.#release();
    this.#low = pressure < LOWEST_AT_REST ? this.#low + dt : 0;
    if (this.#low >= LOW_TIME) {
      this.#bad++;
      this.#low = -2 * LOOK_PERIOD;
    }
    return this.#bad >= BAD_LOOKS;
  }

  #watchRelease(pressure: number, dt: number): void {
    this.#vented += dt;
    this.#sinceLook += dt;
    this.#lowest = Math.min(this.#lowest, pressure);
    if (this.#sinceLook < LOOK_PERIOD) return;
    if (this.#lowest >= LOWEST_AT_REST && this.#lowest <= HIGHEST_AT_REST) this.#bad = 0;
    else if (this.#restsTooHigh()) this.#bad++;
    this.#lowestBefore = this.#lowest;
    this.#lowest = Number.POSITIVE_INFINITY;
    this.#sinceLook = 0;
  }

  /** Whether a vented zone rests above zero and does not empty any more. From 20 mmHg on, the watch of emptying reports it. */
  #restsTooHigh(): boolean {
    const isStill = this.#lowestBefore - this.#lowest < EMPTYING_FALL;
    return this.#lowest > HIGHEST_AT_REST && this.#lowest < rules.empty && isStill;
  }

  #release(): void {
    this.#vented = 0;
    this.#sinceLook = 0;
    this.#lowest = Number.POSITIVE_INFINITY;
    this.#lowestBefore = Number.POSITIVE_INFINITY;
  }

  /** @returns whether the two gauges have differed for too long */
  compare(difference: number, isShut: boolean, dt: number): boolean {
    this.#still = isShut || this.#vented > 2 * LOOK_PERIOD ? this.#still + dt : 0;
    const apart = this.#still > STILL_TIME && Math.abs(difference) > GAUGE_DIFFERENCE;
    this.#apart = apart ? this.#apart + dt : 0;
    return this.#apart >= GAUGE_DIFFERENCE_TIME;
  }
}

export class GaugeCheck implements Watch {
  readonly #zones: readonly ZoneGauge[];

  constructor(zones: number) {
    this.#zones = Array.from({ length: zones }, () => new ZoneGauge());
  }

  begin(): void {
    for (const zone of this.#zones) zone.forget();
  }

  step({ sensors, regulator, session }: Scene, dt: number): Trip | null {
    if (!session) return null;
    for (let zone = 0; zone < this.#zones.length; zone++) {
      const gauge = this.#zones[zone];
      if (!gauge) continue;
      const fill = regulator.fill[zone] === 1;
      const vent = regulator.vent[zone] === 1;
      const isVented = regulator.aims[zone] === VENT && vent && !fill;
      const caught = gauge.step(sensors.calm[zone] ?? 0, isVented, dt);
      if (caught || gauge.compare(this.#difference(sensors, zone), !fill && !vent, dt)) {
        return { fault: 'sensor', zone };
      }
    }
    return null;
  }

  #difference({ calm, second, secondZero }: Sensors, zone: number): number {
    return second ? (calm[zone] ?? 0) - ((second[zone] ?? 0) - (secondZero[zone] ?? 0)) : 0;
  }
}
