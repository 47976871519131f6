/**
 * Decides whether the pump is to blame. A zone that does not fill has a fault of its own; but if several
 * valves have taken air without effect since any zone last rose, the pump is what they have in common. This
 * trips nothing; it only renames other faults.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import type { UnfilledAir } from './unfilled-air.ts';
import type { Scene, Trip } from './watch.ts';

/** What counts as a rise, mmHg. */
const RISE = figures.pumpRise.value;
/** A valve took air without effect once that air should have raised its zones by this, mmHg. */
const VAIN = figures.pumpVain.value;
/** Fewer valves than this prove nothing about the pump. */
const SEVERAL = 2;

/** Faults that a pump without air can look like. */
export const BLAMED: ReadonlySet<Trip['fault']> = new Set(['notFilling', 'gate', 'leak']);

export class PumpDiagnosis {
  /** Rise expected from the air given since any zone last rose, mmHg, by valve. */
  #expected = new Float64Array(0);
  /** Highest pressure of this fill, mmHg, by zone. */
  readonly #highest: Float64Array;
  #valves: readonly (readonly number[])[] = [];
  /** Successful top-ups, by zone. */
  readonly #gains: Float64Array;

  /** @param unfilled tracks the air taken by slack zones, which cannot rise yet */
  constructor(
    zones: number,
    private readonly unfilled: UnfilledAir,
  ) {
    this.#highest = new Float64Array(zones);
    this.#gains = new Float64Array(zones);
  }

  begin(): void {
    this.#expected.fill(0);
  }

  step({ air, regulator, sensors, running }: Scene): void {
    if (!running) return;
    if (this.#expected.length === 0) this.#expected = new Float64Array(air.valves.length);
    this.#valves = air.valves;
    let rose = false;
    for (let valve = 0; valve < air.valves.length; valve++) {
      const zones = air.valves[valve] ?? [];
      for (const zone of zones) {
        if (this.#rose(zone, regulator, sensors.quick[zone] ?? 0)) rose = true;
        const given = regulator.given[zone] ?? 0;
        if (given === 0) continue;
        const softness = air.compliance(valve, sensors.quick[zone] ?? 0) * air.shareOf(zone, valve);
        this.#expected[valve] = (this.#expected[valve] ?? 0) + given / softness / zones.length;
      }
    }
    if (rose) this.#expected.fill(0);
  }

  #rose(zone: number, { zoneHolds }: Scene['regulator'], pressure: number): boolean {
    const fill = zoneHolds[zone]?.fill;
    const gained = fill !== undefined && fill.gains !== this.#gains[zone];
    if (gained) this.#gains[zone] = fill.gains;
    const higher = fill?.active === true && pressure > (this.#highest[zone] ?? 0) + RISE;
    if (higher || !fill?.active) this.#highest[zone] = pressure;
    return gained || higher;
  }

  /** @returns the same trip, or a pump fault if that explains it */
  name(trip: Trip): Trip {
    const inVain = this.#valves.filter(
      (zones, valve) =>
        (this.#expected[valve] ?? 0) >= VAIN || zones.some((zone) => this.unfilled.inVain(zone)),
    ).length;
    return inVain >= SEVERAL ? { fault: 'pump', zone: null } : trip;
  }
}
