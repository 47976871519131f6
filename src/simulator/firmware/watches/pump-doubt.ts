/**
 * Whether it is the pump that gives no air. A zone that does not fill has a fault of its own; when several valves have taken air
 * in vain since any zone last rose, what they have in common is the pump. It trips nothing: it names what others find.
 */

import type { UnfilledAir } from './unfilled-air.ts';
import type { Scene, Trip } from './watch.ts';

/** What counts as a rise, mmHg. */
const RISE = 1.5;
/** A valve took air in vain once that should have raised its zones by this, mmHg. */
const VAIN = 3;
/** Fewer valves than this prove nothing against the pump. */
const SEVERAL = 2;

/** What a pump that gives no air can be taken for. */
const BLAMED: ReadonlySet<Trip['fault']> = new Set(['notFilling', 'gate', 'leak']);

export class PumpDoubt {
  /** Rise that the air given since any zone last rose should have made, mmHg, by valve. */
  #expected = new Float64Array(0);
  /** Highest of this fill, mmHg, by zone. */
  readonly #highest: Float64Array;
  #valves: readonly (readonly number[])[] = [];
  /** Top-ups that succeeded, by zone. */
  readonly #gains: Float64Array;

  /** @param unfilled knows what slack zones, which cannot rise yet, have taken */
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

  /** The same trip, or the pump's where it is the pump that explains it. */
  name(trip: Trip): Trip {
    if (!BLAMED.has(trip.fault)) return trip;
    const inVain = this.#valves.filter(
      (zones, valve) =>
        (this.#expected[valve] ?? 0) >= VAIN || zones.some((zone) => this.unfilled.inVain(zone)),
    ).length;
    return inVain >= SEVERAL ? { fault: 'pump', zone: null } : trip;
  }
}
