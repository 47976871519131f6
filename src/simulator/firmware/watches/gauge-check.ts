/**
 * Fault 10 for a gauge that lies: readings that cannot be so (PROTOCOL.md 8.1). A vented zone reads about 0; no
 * zone reads far below it; two gauges of a zone agree while no air flows.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { rules } from '../../../../firmware-protocol/limits.ts';
import { VENT } from '../regulation/aim.ts';
import type { Sensors } from '../regulation/sensors.ts';
import type { Scene, Trip, Watch } from './watch.ts';

/** A vented zone is looked at each time this has passed. A leg that moves is at rest at least once in it, s. */
const LOOK = figures.restEvery.value;
/** Drift and a bag that was not quite slack when its zero was taken explain this much, mmHg: below, and above. */
const BELOW = figures.restLeast.value;
const ABOVE = figures.restMost.value;
/** A zone whose lowest reading fell by this much from look to look is still emptying, mmHg. */
const FALLING = figures.restFalls.value;
/** A zone reads below zero for this long before that counts, s. */
const LOW = figures.belowTime.value;
/** Looks in a row at which a reading could not be so. */
const TWICE = 2;
/** Gauges of a zone differ by less than this, mmHg, … */
const APART = figures.gaugesApart.value;
/** … or for less than this, s, … */
const APART_FOR = figures.gaugesApartTime.value;
/** … once no air has flowed for this long, s. */
const STILL = figures.gaugesStill.value;

class ZoneGauge {
  #vented = 0;
  #sinceLook = 0;
  /** The lowest reading since the last look, and before it, mmHg. */
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

  /** @returns whether the gauge has been caught */
  step(pressure: number, isVented: boolean, dt: number): boolean {
    if (isVented) this.#watchRelease(pressure, dt);
    else this.#release();
    this.#low = pressure < BELOW ? this.#low + dt : 0;
    if (this.#low >= LOW) {
      this.#bad++;
      this.#low = -2 * LOOK;
    }
    return this.#bad >= TWICE;
  }

  #watchRelease(pressure: number, dt: number): void {
    this.#vented += dt;
    this.#sinceLook += dt;
    this.#lowest = Math.min(this.#lowest, pressure);
    if (this.#sinceLook < LOOK) return;
    if (this.#lowest >= BELOW && this.#lowest <= ABOVE) this.#bad = 0;
    else if (this.#restsTooHigh()) this.#bad++;
    this.#lowestBefore = this.#lowest;
    this.#lowest = Number.POSITIVE_INFINITY;
    this.#sinceLook = 0;
  }

  /** Still above zero, and no longer emptying. From 20 mmHg on it is a zone that does not empty. */
  #restsTooHigh(): boolean {
    const isStill = this.#lowestBefore - this.#lowest < FALLING;
    return this.#lowest > ABOVE && this.#lowest < rules.empty && isStill;
  }

  #release(): void {
    this.#vented = 0;
    this.#sinceLook = 0;
    this.#lowest = Number.POSITIVE_INFINITY;
    this.#lowestBefore = Number.POSITIVE_INFINITY;
  }

  /** @returns whether the gauges of the zone have differed for too long */
  compare(difference: number, isShut: boolean, dt: number): boolean {
    this.#still = isShut || this.#vented > 2 * LOOK ? this.#still + dt : 0;
    const apart = this.#still > STILL && Math.abs(difference) > APART;
    this.#apart = apart ? this.#apart + dt : 0;
    return this.#apart >= APART_FOR;
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

  #difference({ calm, again, againZero }: Sensors, zone: number): number {
    return again ? (calm[zone] ?? 0) - ((again[zone] ?? 0) - (againZero[zone] ?? 0)) : 0;
  }
}
