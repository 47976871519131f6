/** Decides whether zones have reached their targets, as gates require (PROTOCOL.md 5.3). */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { SEAL, VENT } from './aim.ts';
import type { Sensors } from './sensors.ts';
import type { ZoneHold } from './zone-hold.ts';

/** The regulator's state that this depends on, by zone. */
export interface Regulated {
  readonly fill: Uint8Array;
  readonly aims: Float64Array;
  readonly zoneHolds: readonly ZoneHold[];
}

export class Arrival {
  readonly #regulated: Regulated;
  readonly #sensors: Sensors;
  /** For each zone, all zones on its valve, itself included. */
  readonly #neighbours: readonly (readonly number[])[];
  readonly #shared: boolean;
  /** By zone: how long the highest zone on its valve has been at its target, s. */
  readonly #stood: Float64Array;

  /** @param valves the zones on each valve, in order */
  constructor(regulated: Regulated, sensors: Sensors, valves: readonly (readonly number[])[]) {
    this.#regulated = regulated;
    this.#sensors = sensors;
    this.#neighbours = valves.flatMap((own) => own.map(() => own));
    this.#shared = valves.some((own) => own.length > 1);
    this.#stood = new Float64Array(this.#neighbours.length);
  }

  /** Call on a new keyframe: restarts the times at target. */
  renew(): void {
    this.#stood.fill(0);
  }

  /** @param dt s */
  step(dt: number): void {
    if (!this.#shared) return;
    this.#neighbours.forEach((zones, zone) => {
      const there = zones.length > 1 && zones.some((own) => this.#isAt(own)) && !this.#isAbove(zones);
      this.#stood[zone] = there ? (this.#stood[zone] ?? 0) + dt : 0;
    });
  }

  reached(zone: number): boolean {
    const aim = this.#regulated.aims[zone] ?? VENT;
    if (aim === SEAL) return true;
    if (aim === VENT) return (this.#sensors.quick[zone] ?? 0) < rules.released;
    // Once the air has settled between two zones on a valve, the rest is a difference between their sensors.
    return this.#isAt(zone) || (this.#stood[zone] ?? 0) >= rules.pairSettles;
  }

  #isAt(zone: number): boolean {
    const { aims, fill, zoneHolds } = this.#regulated;
    const hold = zoneHolds[zone];
    // While its valve is open the reading contains the pump's ripple: only a clean reading counts.
    if (!hold || (hold.fill.active && fill[zone] === 1) || this.#sensors.holds(zone)) return false;
    const off = Math.abs((this.#sensors.quick[zone] ?? 0) - (aims[zone] ?? VENT));
    return off <= rules.reached && (!hold.fill.active || hold.fill.looking || hold.short);
  }

  #isAbove(zones: readonly number[]): boolean {
    return zones.some(
      (zone) => (this.#sensors.quick[zone] ?? 0) > (this.#regulated.aims[zone] ?? VENT) + rules.reached,
    );
  }
}
