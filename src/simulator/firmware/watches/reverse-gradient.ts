/**
 * Limit 8 (PROTOCOL.md 8.1): no squeezed zone may have much more pressure than the next zone toward the foot for long.
 * The exception is a leg whose zone with the highest pressure is supported: the next active zone toward the foot has
 * at least half of that pressure.
 */

import { limits, rules } from '../../../../firmware-protocol/limits.ts';
import type { Regulator } from '../regulation/regulator.ts';
import type { Sensors } from '../regulation/sensors.ts';
import type { Scene, Trip, Watch } from './watch.ts';

/** Shortest interruption that sets the time of a reverse gradient back to 0, s. */
const INTERRUPTION_TIME = 1;

export class ReverseGradient implements Watch {
  /** By leg, s: how long its gradient has been reversed (`lasted`), and how long it has not been reversed since then (`gone`). */
  readonly #legs: { lasted: number; gone: number }[];
  /** By zone: 1 = active, which means that its target has been a pressure above 0 in this cycle. */
  readonly #on: Uint8Array;
  #cycles = 0;
  readonly #zonesPerLeg: number;

  constructor(zones: number, zonesPerLeg: number) {
    this.#zonesPerLeg = zonesPerLeg;
    this.#on = new Uint8Array(zones);
    this.#legs = Array.from({ length: zones / zonesPerLeg }, () => ({ lasted: 0, gone: 0 }));
  }

  begin(): void {
    this.#on.fill(0);
    this.#cycles = 0;
    for (const leg of this.#legs) {
      leg.lasted = 0;
      leg.gone = 0;
    }
  }

  step({ sensors, regulator, session, cycles }: Scene, dt: number): Trip | null {
    if (!session) return null;
    if (cycles !== this.#cycles) this.#on.fill(0);
    this.#cycles = cycles;
    this.#noteTargets(regulator);
    for (let i = 0; i < this.#legs.length; i++) {
      const leg = this.#legs[i];
      if (!leg) continue;
      const zone = this.#reversed(i * this.#zonesPerLeg, sensors);
      if (zone === null) {
        leg.gone += dt;
        if (leg.gone >= INTERRUPTION_TIME) leg.lasted = 0;
        continue;
      }
      leg.gone = 0;
      leg.lasted += dt;
      if (leg.lasted > limits.reverseGradient.hard) return { fault: 'reverseGradient', zone };
    }
    return null;
  }

  #noteTargets({ aims }: Regulator): void {
    for (let zone = 0; zone < this.#on.length; zone++) if ((aims[zone] ?? 0) > 0) this.#on[zone] = 1;
  }

  /**
   * The first zone from the foot whose pressure is too far above that of the next one toward the foot; null if there is none, or
   * if the zone with the leg's highest pressure is supported.
   */
  #reversed(first: number, { quick }: Sensors): number | null {
    let reversed: number | null = null;
    let highest = first;
    for (let zone = first; zone < first + this.#zonesPerLeg; zone++) {
      const pressure = quick[zone] ?? 0;
      if (pressure > (quick[highest] ?? 0)) highest = zone;
      if (zone === first || pressure <= rules.squeezed) continue;
      if (pressure > (quick[zone - 1] ?? 0) + rules.reverseStep) reversed ??= zone;
    }
    if (reversed === null) return null;
    for (let zone = highest - 1; zone >= first; zone--) {
      if (this.#on[zone] === 1) {
        return (quick[zone] ?? 0) >= rules.support * (quick[highest] ?? 0) ? null : reversed;
      }
    }
    return reversed;
  }
}
