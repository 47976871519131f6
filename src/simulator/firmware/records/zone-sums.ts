/** Measures what each zone gets in a session: highest pressure (mmHg), time above 30 mmHg (s), and dose. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { ZoneRecord } from '../../../../firmware-protocol/record.ts';
import type { Sensors } from '../regulation/sensors.ts';

export class ZoneSums {
  readonly #peak: Float64Array;
  readonly #above30: Float64Array;
  /** Integral of the pressure in excess of 30 mmHg, mmHg·s. */
  readonly #dose: Float64Array;

  constructor(zones: number) {
    this.#peak = new Float64Array(zones);
    this.#above30 = new Float64Array(zones);
    this.#dose = new Float64Array(zones);
  }

  begin(): void {
    for (const sums of [this.#peak, this.#above30, this.#dose]) sums.fill(0);
  }

  /** A zone without a reading adds nothing. @param dt s */
  add(sensors: Sensors, dt: number): void {
    for (let zone = 0; zone < this.#peak.length; zone++) {
      const pressure = sensors.isMeasured(zone) ? (sensors.quick[zone] ?? 0) : 0;
      this.#peak[zone] = Math.max(this.#peak[zone] ?? 0, pressure);
      if (pressure <= rules.squeezed) continue;
      this.#above30[zone] = (this.#above30[zone] ?? 0) + dt;
      this.#dose[zone] = (this.#dose[zone] ?? 0) + (pressure - rules.squeezed) * dt;
    }
  }

  records(): readonly ZoneRecord[] {
    return Array.from(this.#peak, (peak, zone) => ({
      peak: mmhg(peak),
      above30: seconds(this.#above30[zone] ?? 0),
      dose: (this.#dose[zone] ?? 0) / 60,
    }));
  }
}
