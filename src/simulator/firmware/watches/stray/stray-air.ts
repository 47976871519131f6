/**
 * Fault 12: a zone takes air although its fill valve should be closed (PROTOCOL.md 8.1). If the valve does not close,
 * then whenever other zones fill, the pressure of a shut zone moves toward that of the manifold, and a vented zone
 * blows air off.
 */

import { figures } from '../../../../../firmware-protocol/figures.ts';
import type { Scene, Trip, Watch } from '../watch.ts';
import { StrayZone } from './stray-zone.ts';

/** Share of the usual evidence that is enough if something else is wrong too. */
const SUSPICION_SHARE = figures.straySuspicion.value;

export class StrayAir implements Watch {
  readonly #zones: readonly StrayZone[];

  constructor(zones: number) {
    this.#zones = Array.from({ length: zones }, () => new StrayZone());
  }

  begin(): void {
    for (const zone of this.#zones) zone.forget();
  }

  /** The zone that most likely takes other zones' air, if something else is wrong too; null = none. */
  get suspectZone(): number | null {
    return this.#most(SUSPICION_SHARE);
  }

  step(scene: Scene, dt: number): Trip | null {
    const { regulator, air, running } = scene;
    if (!running) return null;
    const filled = regulator.drive > 0 ? lowestFilling(scene) : null;
    const others =
      filled === null ? null : { filled, manifold: filled + air.head(regulator.drive, filled, 2) };
    for (let zone = 0; zone < this.#zones.length; zone++) this.#zones[zone]?.step(scene, zone, others, dt);
    const zone = this.#most(1);
    return zone === null ? null : { fault: 'fillValve', zone };
  }

  /** The zone with the most evidence, if that is at least `least`; null = none. */
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

/** The lowest pressure of the zones whose fill valve is open, mmHg; null = no fill valve is open. */
function lowestFilling({ regulator, sensors }: Scene): number | null {
  let lowest: number | null = null;
  for (let zone = 0; zone < regulator.fill.length; zone++) {
    if (regulator.fill[zone] === 1)
      lowest = Math.min(lowest ?? Number.POSITIVE_INFINITY, sensors.quick[zone] ?? 0);
  }
  return lowest;
}
