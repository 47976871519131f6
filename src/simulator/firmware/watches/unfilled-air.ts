/**
 * Limit 17 (PROTOCOL.md 8.1): a zone must not take much air without a rise of its pressure. The first fill shows how
 * much air a zone takes before its bag goes taut; until then, the limit is that of the largest leg. Pressures are in
 * mmHg, air in mL, times in s.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { limits } from '../../../../firmware-protocol/limits.ts';
import type { Scene, Trip, Watch } from './watch.ts';

const LEAST_RISE = figures.vainRise.value;
const TAUT_PRESSURE = figures.vainTaut.value;
/** How long a bag must have been above `TAUT_PRESSURE` to count as taut, s: a leg that moves lifts the pressure for a shorter time. */
const TAUT_TIME = 1;
const LEAST_LIMIT_SHARE = figures.vainLeast.value;
/**
 * Limit of a zone, as a multiple of its measured slack volume. It is this high because the bag may have held air at the
 * first fill.
 */
const RESIDUE_FACTOR = figures.vainResidue.value;
const VAIN_SHARE = figures.vainShare.value;

export class UnfilledAir implements Watch {
  /** By zone: air that it has taken since its pressure last rose, mL. */
  readonly #inVain: Float64Array;
  readonly #mostInVain: Float64Array;
  /** By zone: the pressure from which the next rise is counted. */
  readonly #riseFrom: Float64Array;
  /** By zone: measured slack volume, mL; 0 = unknown. */
  readonly #slack: Float64Array;
  /** By zone: air that it has taken since its target was last VENT or SEAL, mL. */
  readonly #sinceEmpty: Float64Array;
  /** By zone: `#sinceEmpty` when its bag last went taut, mL. */
  readonly #untilTaut: Float64Array;
  readonly #taut: Float64Array;

  constructor(zones: number) {
    this.#inVain = new Float64Array(zones);
    this.#mostInVain = new Float64Array(zones).fill(1);
    this.#riseFrom = new Float64Array(zones);
    this.#slack = new Float64Array(zones);
    this.#sinceEmpty = new Float64Array(zones);
    this.#untilTaut = new Float64Array(zones);
    this.#taut = new Float64Array(zones);
  }

  begin(): void {
    this.#inVain.fill(0);
    this.#slack.fill(0);
    this.#sinceEmpty.fill(0);
    this.#taut.fill(0);
  }

  step(scene: Scene, dt: number): Trip | null {
    const { regulator, sensors, running } = scene;
    if (!running) return null;
    let worst: number | null = null;
    for (let zone = 0; zone < this.#inVain.length; zone++) {
      const pressure = sensors.quick[zone] ?? 0;
      const filling = regulator.zoneHolds[zone]?.fill.active ?? false;
      if (!filling) {
        this.#inVain[zone] = 0;
        this.#riseFrom[zone] = pressure;
        if ((regulator.aims[zone] ?? 0) < 0) this.#sinceEmpty[zone] = 0;
        continue;
      }
      const given = regulator.airGiven[zone] ?? 0;
      this.#sinceEmpty[zone] = (this.#sinceEmpty[zone] ?? 0) + given;
      this.#inVain[zone] = (this.#inVain[zone] ?? 0) + given;
      if (pressure > (this.#riseFrom[zone] ?? 0) + LEAST_RISE) {
        this.#riseFrom[zone] = pressure;
        this.#inVain[zone] = 0;
      }
      this.#measureSlack(zone, pressure, dt);
      this.#mostInVain[zone] = this.#limit(scene, zone);
      if (this.#share(zone) > 1) worst = zone;
    }
    return worst === null ? null : { fault: 'notFilling', zone: this.#lowest(scene, worst) };
  }

  /** Learns the slack volume at the first fill. */
  #measureSlack(zone: number, pressure: number, dt: number): void {
    if (pressure <= TAUT_PRESSURE) {
      this.#taut[zone] = 0;
      this.#untilTaut[zone] = this.#sinceEmpty[zone] ?? 0;
      return;
    }
    this.#taut[zone] = (this.#taut[zone] ?? 0) + dt;
    if (this.#slack[zone] === 0 && (this.#taut[zone] ?? 0) > TAUT_TIME) {
      this.#slack[zone] = this.#untilTaut[zone] ?? 0;
    }
  }

  #limit({ air }: Scene, zone: number): number {
    const most = limits.unfilledAir.hard * air.withoutRise(zone);
    const known = (this.#slack[zone] ?? 0) * RESIDUE_FACTOR;
    return known > 0 ? Math.min(most, Math.max(LEAST_LIMIT_SHARE * most, known)) : most;
  }

  isInVain(zone: number): boolean {
    return this.#share(zone) >= VAIN_SHARE;
  }

  #share(zone: number): number {
    return (this.#inVain[zone] ?? 0) / (this.#mostInVain[zone] ?? 1);
  }

  /** Of the zones that fill without effect, the one with the lowest pressure counts as the one that loses the air. */
  #lowest({ regulator, sensors }: Scene, worst: number): number {
    let zone = worst;
    for (let other = 0; other < this.#inVain.length; other++) {
      if (regulator.fill[other] === 0 || !this.isInVain(other)) continue;
      if ((sensors.quick[other] ?? 0) < (sensors.quick[zone] ?? 0)) zone = other;
    }
    return zone;
  }
}
