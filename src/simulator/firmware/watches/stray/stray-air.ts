/**
 * Fault 12: a zone takes air although its fill valve is closed (PROTOCOL.md 8.1). With a valve that does not close,
 * a shut zone moves toward the manifold's pressure whenever others are filled, and a vented one blows it off.
 */

import { figures } from '../../../../../firmware-protocol/figures.ts';
import type { Scene, Trip, Watch } from '../watch.ts';
import { StrayZone } from './stray-zone.ts';

/** Evidence that is enough where something else is wrong too, as a share of what it takes alone. */
const SUSPICION = figures.straySuspicion.value;

export class StrayAir implements Watch {
  readonly #zones: readonly StrayZone[];

  constructor(zones: number) {
    this.#zones = Array.from({ length: zones }, () => new StrayZone());
  }

  begin(): void {
    for (const zone of this.#zones) zone.forget();
  }

  /** The zone that may be where the air of others goes; null = none. */
  get suspect(): number | null {
    return this.#most(SUSPICION);
  }

  step(scene: Scene, dt: number): Trip | null {
    const { regulator, air, running } = scene;
    if (!running) return null;
    const filled = regulator.drive > 0 ? regulator.lowestFilling : null;
    const others =
      filled === null ? null : { filled, manifold: filled + air.head(regulator.drive, filled, 2) };
    for (let valve = 0; valve < air.valves.length; valve++) {
      for (const zone of air.valves[valve] ?? []) this.#zones[zone]?.step(scene, zone, valve, others, dt);
    }
    const zone = this.#most(1);
    return zone === null ? null : { fault: 'fillValve', zone };
  }

  #most(least: number): number | null {
    let most: number | null = null;
    let highest = least;
    for (let zone = 0; zone < this.#zones.length; zone++) {
      const evidence = this.#zones[zone]?.evidence ?? 0;
      if (evidence < highest) continue;
      highest = evidence;
      most = zone;
    }
    return most;
  }
}
