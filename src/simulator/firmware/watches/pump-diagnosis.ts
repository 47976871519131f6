/**
 * Decides whether the pump explains a fault that a watch has found, and finds a pump without air by itself. If one zone does not fill, the fault is in that
 * zone. But if several valves have passed air without effect, what they have in common is the pump. Pressures are in
 * mmHg.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import type { UnfilledAir } from './unfilled-air.ts';
import type { Scene, Trip } from './watch.ts';

const LEAST_RISE = figures.pumpRise.value;
/** Air through a valve counts as without effect if it should have caused this rise, mmHg, and no zone rose. */
const VAIN_RISE = figures.pumpVain.value;
/** Several valves with air in vain for this rise, mmHg, prove that no air comes. */
const PROVEN_RISE = figures.pumpProven.value;
const TAUT_PRESSURE = figures.vainTaut.value;
/** The air of a valve counts once it has been open for this long, s. Before, its air may fill the manifold. */
const OPENING_TIME = figures.pumpOpens.value;
/** How long a fill valve must have been closed for a reading without the pump's ripple, s. */
const SETTLING_TIME = figures.pumpSettles.value;
const SEVERAL_VALVES = 2;

const PUMP_FAULT: Trip = { fault: 'pump', zone: null };

/** Faults that a pump without air can cause, and that of the pump itself: other evidence may explain each. */
export const PUMP_LIKE_FAULTS: ReadonlySet<Trip['fault']> = new Set(['notFilling', 'gate', 'leak', 'pump']);

export class PumpDiagnosis {
  /** By valve: mean rise of its zones that its air should have caused since any zone last rose, mmHg. */
  #expected = new Float64Array(0);
  /** By zone: highest pressure of this fill. */
  readonly #highest: Float64Array;
  #valves: readonly (readonly number[])[] = [];
  readonly #gains: Float64Array;
  /** By zone: how long its fill valve has been open, or closed, s. */
  readonly #open: Float64Array;
  readonly #closed: Float64Array;
  /** By zone: the latest pressure with the fill valve closed for `SETTLING_TIME`. */
  readonly #settled: Float64Array;

  /** @param unfilled counts the air of slack zones, which cannot rise yet */
  constructor(
    zones: number,
    private readonly unfilled: UnfilledAir,
  ) {
    this.#highest = new Float64Array(zones);
    this.#gains = new Float64Array(zones);
    this.#open = new Float64Array(zones);
    this.#closed = new Float64Array(zones);
    this.#settled = new Float64Array(zones);
  }

  begin(): void {
    this.#expected.fill(0);
  }

  /** @param dt s @returns a pump fault if it is certain that no air comes, although no watch has found a fault */
  step({ air, regulator, sensors, running }: Scene, dt: number): Trip | null {
    if (!running) return null;
    if (this.#expected.length === 0) this.#expected = new Float64Array(air.valves.length);
    this.#valves = air.valves;
    let rose = false;
    for (let zone = 0; zone < this.#highest.length; zone++) {
      const pressure = sensors.quick[zone] ?? 0;
      if (this.#rose(zone, regulator, pressure)) rose = true;
      const given = regulator.airGiven[zone] ?? 0;
      const isOpen = regulator.fill[zone] === 1;
      const open = isOpen ? (this.#open[zone] ?? 0) + dt : 0;
      this.#open[zone] = open;
      this.#closed[zone] = isOpen ? 0 : (this.#closed[zone] ?? 0) + dt;
      if (this.#roseAcrossOpening(zone, pressure)) rose = true;
      // Air into a slack bag raises nothing; unfilled-air.ts counts it.
      if (given === 0 || open < OPENING_TIME || pressure < TAUT_PRESSURE) continue;
      const valve = air.valveOf[zone] ?? 0;
      const sharers = air.valves[valve]?.length ?? 1;
      this.#expected[valve] = (this.#expected[valve] ?? 0) + given / air.softness(zone, pressure) / sharers;
    }
    if (rose) this.#expected.fill(0);
    return this.#expected.filter((rise) => rise >= PROVEN_RISE).length >= SEVERAL_VALVES ? PUMP_FAULT : null;
  }

  /** Whether a fill or a top-up has just raised this zone. */
  #rose(zone: number, { zoneHolds }: Scene['regulator'], pressure: number): boolean {
    const fill = zoneHolds[zone]?.fill;
    const gained = fill !== undefined && fill.successfulTopUps !== this.#gains[zone];
    if (gained) this.#gains[zone] = fill.successfulTopUps;
    const higher = fill?.active === true && pressure > (this.#highest[zone] ?? 0) + LEAST_RISE;
    if (higher || !fill?.active) this.#highest[zone] = pressure;
    return gained || higher;
  }

  /** Whether the zone, with its valve closed again, stands higher than before the valve opened. */
  #roseAcrossOpening(zone: number, pressure: number): boolean {
    if ((this.#closed[zone] ?? 0) < SETTLING_TIME) return false;
    const rose = pressure > (this.#settled[zone] ?? 0) + LEAST_RISE;
    this.#settled[zone] = pressure;
    return rose;
  }

  /** Returns a pump fault if the pump explains `trip`, else `trip`. */
  explain(trip: Trip): Trip {
    const inVain = this.#valves.filter(
      (zones, valve) =>
        (this.#expected[valve] ?? 0) >= VAIN_RISE || zones.some((zone) => this.unfilled.isInVain(zone)),
    ).length;
    return inVain >= SEVERAL_VALVES ? PUMP_FAULT : trip;
  }
}
