/** Decides whether zones have reached their targets, as a gate requires (PROTOCOL.md 5.3). Pressures are in mmHg, times in s. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { SEAL, VENT } from './aim.ts';
import type { Sensors } from './sensors.ts';
import type { ZoneHold } from './zone-hold.ts';

export interface RegulatorState {
  readonly fill: Uint8Array;
  readonly aims: Float64Array;
  readonly zoneHolds: readonly ZoneHold[];
}

/** How far a zone is from what a gate requires; 0 for a sealed zone, negative for a vented zone that is low enough. */
export function distanceToTarget(aims: Float64Array, pressures: Float64Array, zone: number): number {
  const aim = aims[zone] ?? VENT;
  const pressure = pressures[zone] ?? 0;
  if (aim === SEAL) return 0;
  return aim === VENT ? pressure - rules.released : Math.abs(aim - pressure);
}

export class Arrival {
  readonly #regulator: RegulatorState;
  readonly #sensors: Sensors;
  /** For each zone, all zones on its valve, including itself. */
  readonly #neighbours: readonly (readonly number[])[];
  readonly #shared: boolean;
  /** By zone that shares its valve with another: how long one of the two has been at its target while neither was above its own. */
  readonly #atTargetFor: Float64Array;

  /** @param valves the zones on each valve */
  constructor(regulated: RegulatorState, sensors: Sensors, valves: readonly (readonly number[])[]) {
    this.#regulator = regulated;
    this.#sensors = sensors;
    this.#neighbours = valves.flatMap((own) => own.map(() => own));
    this.#shared = valves.some((own) => own.length > 1);
    this.#atTargetFor = new Float64Array(this.#neighbours.length);
  }

  /** Call when a keyframe comes into force, or is capped. */
  restart(): void {
    this.#atTargetFor.fill(0);
  }

  step(dt: number): void {
    if (!this.#shared) return;
    this.#neighbours.forEach((zones, zone) => {
      const there = zones.length > 1 && zones.some((own) => this.#isAt(own)) && !this.#isAbove(zones);
      this.#atTargetFor[zone] = there ? (this.#atTargetFor[zone] ?? 0) + dt : 0;
    });
  }

  reached(zone: number): boolean {
    const aim = this.#regulator.aims[zone] ?? VENT;
    if (aim === SEAL) return true;
    if (aim === VENT) return (this.#sensors.quick[zone] ?? 0) < rules.released;
    // Once the air of two zones on a valve has settled, any difference that is left comes from their sensors.
    return this.#isAt(zone) || (this.#atTargetFor[zone] ?? 0) >= rules.pairSettles;
  }

  #isAt(zone: number): boolean {
    const { aims, fill, zoneHolds } = this.#regulator;
    const hold = zoneHolds[zone];
    // A reading does not count while the fill valve is open, because it contains the pump's ripple, or if it
    // repeats an earlier one.
    if (!hold || (hold.fill.active && fill[zone] === 1) || this.#sensors.isReadingHeld(zone)) return false;
    const off = Math.abs((this.#sensors.quick[zone] ?? 0) - (aims[zone] ?? VENT));
    return off <= rules.reached && (!hold.fill.active || hold.fill.isTakingReading || hold.isTopUp);
  }

  #isAbove(zones: readonly number[]): boolean {
    return zones.some(
      (zone) => (this.#sensors.quick[zone] ?? 0) > (this.#regulator.aims[zone] ?? VENT) + rules.reached,
    );
  }
}
