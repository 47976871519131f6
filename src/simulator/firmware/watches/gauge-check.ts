/**
 * Fault 10 for a gauge whose readings cannot be right (PROTOCOL.md 3.2, 8.1). A vented zone must come to read about 0,
 * no zone may read far below 0, and the two gauges of a zone must agree while no air flows. Pressures are in mmHg,
 * times in s.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { rules } from '../../../../firmware-protocol/limits.ts';
import { VENT } from '../regulation/aim.ts';
import type { Sensors } from '../regulation/sensors.ts';
import type { Scene, Trip, Watch } from './watch.ts';

/** Time between checks of a vented zone, s. A leg that moves is at rest at least once in it. */
const CHECK_PERIOD = figures.restEvery.value;
/** Lowest and highest reading of a vented zone at rest, mmHg: sensors drift, and a bag may not have been quite slack at its zeroing. */
const LOWEST_AT_REST = figures.restLeast.value;
const HIGHEST_AT_REST = figures.restMost.value;
/** Falls of the lowest reading from check to check, mmHg: this one shows that the zone still empties; so does a smaller one that is a good share of the fall before, down to the least. */
const EMPTYING_FALL = figures.restFalls.value;
const EMPTYING_SHARE = figures.restFallsShare.value;
const LEAST_EMPTYING_FALL = figures.restFallsLeast.value;
/** A zone that still empties at this check of a vent empties slowly, past a kink for example. It stays well above 0 for long. */
const SLOW_CHECK = figures.restSlow.value / CHECK_PERIOD;
/** How long a zone, vented or not, must read below `LOWEST_AT_REST` for a bad check, s. */
const LOW_TIME = figures.belowTime.value;
/** This many bad checks are a fault, if no good one comes between them. */
const BAD_CHECKS = 2;
const GAUGE_DIFFERENCE = figures.gaugesApart.value;
const GAUGE_DIFFERENCE_TIME = figures.gaugesApartTime.value;
/** How long no air must have flowed past the gauges before they are compared, s. */
const STILL_TIME = figures.gaugesStill.value;

class ZoneGauge {
  #vented = 0;
  #sinceCheck = 0;
  /** The lowest reading since the last check; infinite = there was none. */
  #lowest = Number.POSITIVE_INFINITY;
  /** The lowest reading before the last check, or the first reading of the vent; infinite = the zone is not vented. */
  #lowestBefore = Number.POSITIVE_INFINITY;
  /** Fall that led to `#lowestBefore`; minus infinite = no check yet in this vent, mmHg. */
  #fallBefore = Number.NEGATIVE_INFINITY;
  /** Checks in this vent, and whether the zone was found to empty slowly in it. */
  #checks = 0;
  #slow = false;
  /** How long the reading has been below `LOWEST_AT_REST`, s. A bad check sets it below 0, so that the next bad check is some time off. */
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

  /** @param pressure the calm (slowly smoothed) reading @returns whether the gauge has a fault */
  step(pressure: number, isVented: boolean, dt: number): boolean {
    if (isVented) this.#watchRelease(pressure, dt);
    else this.#release();
    this.#low = pressure < LOWEST_AT_REST ? this.#low + dt : 0;
    if (this.#low >= LOW_TIME) {
      this.#bad++;
      this.#low = -2 * CHECK_PERIOD;
    }
    return this.#bad >= BAD_CHECKS;
  }

  #watchRelease(pressure: number, dt: number): void {
    if (this.#vented === 0) this.#lowestBefore = pressure;
    this.#vented += dt;
    this.#sinceCheck += dt;
    this.#lowest = Math.min(this.#lowest, pressure);
    if (this.#sinceCheck < CHECK_PERIOD) return;
    this.#checks++;
    const fall = this.#lowestBefore - this.#lowest;
    const needed = Math.min(EMPTYING_FALL, EMPTYING_SHARE * this.#fallBefore);
    const isStill = fall < Math.max(LEAST_EMPTYING_FALL, needed);
    // The watch in emptying.ts reports a zone at 20 mmHg or more.
    const isHigh = this.#lowest > HIGHEST_AT_REST && this.#lowest < rules.empty;
    if (this.#checks === SLOW_CHECK) this.#slow = isHigh && !isStill;
    if (this.#lowest >= LOWEST_AT_REST && this.#lowest <= HIGHEST_AT_REST) this.#bad = 0;
    else if (this.#checks > 1 && isHigh && isStill && !this.#slow) this.#bad++;
    this.#fallBefore = fall;
    this.#lowestBefore = this.#lowest;
    this.#lowest = Number.POSITIVE_INFINITY;
    this.#sinceCheck = 0;
  }

  #release(): void {
    this.#vented = 0;
    this.#sinceCheck = 0;
    this.#lowest = Number.POSITIVE_INFINITY;
    this.#lowestBefore = Number.POSITIVE_INFINITY;
    this.#fallBefore = Number.NEGATIVE_INFINITY;
    this.#checks = 0;
    this.#slow = false;
  }

  /**
   * @param difference between the two gauges, mmHg
   * @param isShut whether both valves are closed
   * @returns whether the gauges have differed for too long
   */
  compare(difference: number, isShut: boolean, dt: number): boolean {
    this.#still = isShut || this.#vented > 2 * CHECK_PERIOD ? this.#still + dt : 0;
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

  /** Difference between the two gauges of a zone, each less its zero, mmHg; 0 without a second gauge. */
  #difference({ calm, second, secondZero }: Sensors, zone: number): number {
    return second ? (calm[zone] ?? 0) - ((second[zone] ?? 0) - (secondZero[zone] ?? 0)) : 0;
  }
}
