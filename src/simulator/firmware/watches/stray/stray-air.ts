/**
 * Fault 12: a zone takes air although its fill valve should be closed (PROTOCOL.md 8.1). If the valve does not close,
 * then whenever other zones fill, the pressure of a shut zone moves toward that of the manifold, and a vented zone
 * blows air off.
 */

import { figures } from '../../../../../firmware-protocol/figures.ts';
import type { Scene, Trip, Watch } from '../watch.ts';
import { StrayRise } from './stray-rise.ts';
import { type Others, StrayZone } from './stray-zone.ts';

/** Share of the usual evidence that makes a valve suspect when another fault needs an explanation. */
const SUSPICION_SHARE = figures.straySuspicion.value;

export class StrayAir implements Watch {
  readonly #zones: readonly StrayZone[];
  /** By valve, of which there are no more than zones. */
  readonly #rises: readonly StrayRise[];
  /** Null = no zone filled in the last step. */
  #others: Others | null = null;
  #valveOf: Uint8Array = new Uint8Array();

  constructor(zones: number) {
    this.#zones = Array.from({ length: zones }, () => new StrayZone());
    this.#rises = Array.from({ length: zones }, () => new StrayRise());
  }

  begin(): void {
    for (const zone of this.#zones) zone.forget();
    for (const rise of this.#rises) rise.forget();
    this.#others = null;
  }

  /** The zone that most likely takes other zones' air, for when another fault needs an explanation; null = none. */
  get suspectZone(): number | null {
    return this.#most(SUSPICION_SHARE);
  }

  step(scene: Scene, dt: number): Trip | null {
    const { regulator, air, running } = scene;
    if (!running) return null;
    const filled = regulator.drive > 0 ? lowestFilling(scene) : null;
    const others =
      filled === null ? null : { filled, manifold: filled + air.head(regulator.drive, filled, 2) };
    const before = this.#others;
    this.#others = others;
    for (let zone = 0; zone < this.#zones.length; zone++)
      this.#zones[zone]?.step(scene, zone, others, before, dt);
    this.#watchRises(scene, filled, dt);
    const zone = this.#most(1);
    return zone === null ? null : { fault: 'fillValve', zone };
  }

  /** @param filled the lowest pressure of the zones that fill, mmHg; null = none fills */
  #watchRises({ sensors, regulator, air }: Scene, filled: number | null, dt: number): void {
    this.#valveOf = air.valveOf;
    let open = 1;
    for (const zones of air.valves) open += regulator.fill[zones[0] ?? 0] ?? 0;
    const isTest = regulator.drive > 0 && filled === null;
    const ofFilled = filled === null ? null : filled + air.head(regulator.drive, filled, open);
    for (let valve = 0; valve < air.valves.length; valve++) {
      const zones = air.valves[valve];
      const zone = zones?.[0] ?? 0;
      const other = zones?.[1] ?? zone;
      // If two zones share the valve, air that flows between them while a leg moves looks like air from the manifold.
      const counts = isTest || (sensors.readsInFlow && other === zone);
      const pressure = Math.min(sensors.quick[zone] ?? 0, sensors.quick[other] ?? 0);
      const isShut = regulator.fill[zone] === 0 && regulator.vent[zone] === 0;
      // In a test, a valve that does not close would get all the air of the pump.
      const manifold = isTest ? pressure + air.head(regulator.drive, pressure, open) : ofFilled;
      // Only a shut zone is compared, so only then does the softness matter.
      const softness = manifold === null || !isShut ? 1 : air.compliance(valve, pressure);
      this.#rises[valve]?.step(pressure, isShut, manifold, softness, counts, dt);
    }
  }

  /** The zone with the most evidence, if that is at least `least`; null = none. */
  #most(least: number): number | null {
    let most: number | null = null;
    let highest = least;
    for (let zone = 0; zone < this.#zones.length; zone++) {
      const rises = this.#rises[this.#valveOf[zone] ?? zone]?.evidence ?? 0;
      const evidence = Math.max(this.#zones[zone]?.evidence ?? 0, rises);
      if (evidence < highest) continue;
      highest = evidence;
      most = zone;
    }
    return most;
  }
}

/** The lowest pressure of the zones whose fill valve is open, mmHg; null = no fill valve is open. */
function lowestFilling({ regulator, sensors }: Scene): number | null {
  let lowest: number | null = null;
  for (let zone = 0; zone < regulator.fill.length; zone++) {
    if (regulator.fill[zone] === 1)
      lowest = Math.min(lowest ?? Number.POSITIVE_INFINITY, sensors.quick[zone] ?? 0);
  }
  return lowest;
}
