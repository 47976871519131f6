/**
 * Limit 17: air goes in but the pressure does not rise. How much a zone takes before its bag goes taut is
 * learned at its first fill; until then the largest leg is assumed.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { limits } from '../../../../firmware-protocol/limits.ts';
import type { Scene, Trip, Watch } from './watch.ts';

/** Smallest change of pressure that counts as a rise, mmHg. */
const RISE = figures.vainRise.value;
/** A bag is taut above this pressure, mmHg, … */
const TAUT = figures.vainTaut.value;
/** … once that lasts longer than a moving leg could make it seem so, s. */
const LASTING = 1;
/** Smallest limit for a zone, as a share of the most it could take. */
const LEAST_SHARE = figures.vainLeast.value;
/** A drained bag takes this many times its learned slack at most: it may have held air at the first fill. */
const RESIDUE = figures.vainResidue.value;
/** Zones that took this share of their limit without effect may be where the air is lost. */
const VAIN = figures.vainShare.value;

export class UnfilledAir implements Watch {
  /** Air since the pressure last rose, mL. */
  readonly #vain: Float64Array;
  /** Limit of that, mL. */
  readonly #most: Float64Array;
  readonly #highest: Float64Array;
  /** Learned slack volume, mL; 0 = unknown. */
  readonly #slack: Float64Array;
  readonly #sinceEmpty: Float64Array;
  /** Air taken when the pressure last rose above taut, mL. */
  readonly #untilTaut: Float64Array;
  /** How long the pressure has been above taut, s. */
  readonly #taut: Float64Array;

  constructor(zones: number) {
    this.#vain = new Float64Array(zones);
    this.#most = new Float64Array(zones).fill(1);
    this.#highest = new Float64Array(zones);
    this.#slack = new Float64Array(zones);
    this.#sinceEmpty = new Float64Array(zones);
    this.#untilTaut = new Float64Array(zones);
    this.#taut = new Float64Array(zones);
  }

  begin(): void {
    this.#vain.fill(0);
    this.#slack.fill(0);
    this.#sinceEmpty.fill(0);
    this.#taut.fill(0);
  }

  step(scene: Scene, dt: number): Trip | null {
    const { regulator, sensors, running } = scene;
    if (!running) return null;
    let worst: number | null = null;
    for (let zone = 0; zone < this.#vain.length; zone++) {
      const pressure = sensors.quick[zone] ?? 0;
      const filling = regulator.zoneHolds[zone]?.fill.active ?? false;
      if (!filling) {
        this.#vain[zone] = 0;
        this.#highest[zone] = pressure;
        if ((regulator.aims[zone] ?? 0) < 0) this.#sinceEmpty[zone] = 0;
        continue;
      }
      const given = regulator.given[zone] ?? 0;
      this.#sinceEmpty[zone] = (this.#sinceEmpty[zone] ?? 0) + given;
      this.#vain[zone] = (this.#vain[zone] ?? 0) + given;
      if (pressure > (this.#highest[zone] ?? 0) + RISE) {
        this.#highest[zone] = pressure;
        this.#vain[zone] = 0;
      }
      this.#learn(zone, pressure, dt);
      this.#most[zone] = this.#limit(scene, zone);
      if (this.#share(zone) > 1) worst = zone;
    }
    return worst === null ? null : { fault: 'notFilling', zone: this.#lowest(scene, worst) };
  }

  #learn(zone: number, pressure: number, dt: number): void {
    if (pressure <= TAUT) {
      this.#taut[zone] = 0;
      this.#untilTaut[zone] = this.#sinceEmpty[zone] ?? 0;
      return;
    }
    this.#taut[zone] = (this.#taut[zone] ?? 0) + dt;
    if (this.#slack[zone] === 0 && (this.#taut[zone] ?? 0) > LASTING) {
      this.#slack[zone] = this.#untilTaut[zone] ?? 0;
    }
  }

  #limit({ air }: Scene, zone: number): number {
    const most = limits.unfilledAir.hard * air.withoutRise(zone);
    const known = (this.#slack[zone] ?? 0) * RESIDUE;
    return known > 0 ? Math.min(most, Math.max(LEAST_SHARE * most, known)) : most;
  }

  /** Whether this zone has taken a large share of its limit without effect. */
  inVain(zone: number): boolean {
    return this.#share(zone) >= VAIN;
  }

  #share(zone: number): number {
    return (this.#vain[zone] ?? 0) / (this.#most[zone] ?? 1);
  }

  /** Of the zones filling without effect, the one with the lowest pressure is where the air is lost. */
  #lowest({ regulator, sensors }: Scene, worst: number): number {
    let zone = worst;
    for (let other = 0; other < this.#vain.length; other++) {
      if (regulator.fill[other] === 0 || !this.inVain(other)) continue;
      if ((sensors.quick[other] ?? 0) < (sensors.quick[zone] ?? 0)) zone = other;
    }
    return zone;
  }
}
