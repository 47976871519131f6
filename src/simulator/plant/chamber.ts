/**
 * One zone's bag with the air in it: amount, temperature, volume and pressure. The bag surrounds a leg that the
 * neighbouring zones squeeze too. Volumes are in L, pressures in mmHg, temperatures in K.
 */

import { type BagCurve, bagPressure, bagSlope } from './bag.ts';
import { bloodFlow, type Veins } from './blood.ts';
import { temperatureRate } from './heat.ts';

/** An amount of air is given as its volume at this temperature, K. */
const REFERENCE_TEMPERATURE = 297;

/** Newton's method stops when a step is smaller than this, L: about a millionth of a mmHg at 100 mmHg. */
const VOLUME_TOLERANCE = 1e-9;
const MOST_NEWTON_STEPS = 60;

export interface ChamberShape extends BagCurve {
  /** Share of a neighbour's stretch that takes volume from this chamber. */
  readonly coupling: number;
}

/** What warms or cools the air in the bag. */
export interface Skin {
  readonly temperature: number;
  /** Time constant with which the air approaches this temperature, s. */
  readonly settling: number;
}

export class Chamber {
  readonly neighbours: Chamber[] = [];
  readonly #healthy: { readonly bag: ChamberShape; readonly skin: Skin | null; readonly veins: Veins | null };
  bag: ChamberShape;
  /** Null = nothing warms or cools the air. */
  skin: Skin | null;
  /** Null = the leg has no blood. */
  veins: Veins | null;
  /** Amount of air: its volume at room pressure and 297 K, L. */
  air = 0;
  temperature: number;
  volume = 0;
  /** Gauge pressure, including `push`, mmHg. */
  pressure = 0;
  blood = 0;
  /** Pressure that a movement of the leg adds, mmHg. */
  push = 0;
  /** Leak coefficient kL, L/min/mmHg. */
  leak = 0;

  constructor(bag: ChamberShape, temperature: number, skin: Skin | null, veins: Veins | null) {
    this.#healthy = { bag, skin, veins };
    this.bag = bag;
    this.skin = skin;
    this.veins = veins;
    this.temperature = temperature;
  }

  restoreLimb(): void {
    this.bag = this.#healthy.bag;
    this.skin = this.#healthy.skin;
    this.veins = this.#healthy.veins;
  }

  /**
   * Replaces the leg with a rigid dummy.
   * @param stiffness factor for the bag's stiffness volume
   * @param temperature of the dummy, K
   */
  replaceByDummy(stiffness: number, temperature: number): void {
    const { bag, skin } = this.#healthy;
    this.bag = { ...bag, stiffnessVolume: bag.stiffnessVolume * stiffness };
    this.skin = skin && { ...skin, temperature };
    this.veins = null;
    this.blood = 0;
  }

  /** @param times factor for the bag's slack volume */
  loosen(times: number): void {
    this.bag = { ...this.bag, slackVolume: this.bag.slackVolume * times };
  }

  /** Volume of the bag beyond its slack volume, L; 0 while it is slack. */
  get stretch(): number {
    return Math.max(0, this.volume - this.bag.slackVolume);
  }

  /**
   * Gives the bag as much air as fills it to `volume` L if nothing else squeezes it.
   * @param ambient pressure of the room, mmHg
   */
  fillTo(volume: number, ambient: number): void {
    this.volume = volume;
    this.pressure = bagPressure(this.bag, volume);
    this.air = ((volume * (ambient + this.pressure)) / ambient) * (REFERENCE_TEMPERATURE / this.temperature);
  }

  /**
   * Finds the volume and pressure at which air, bag and leg are in equilibrium, with the neighbours as they are now.
   * Newton's method starts from the last volume. Volume times absolute pressure is a convex and growing function of
   * the volume, so steps from below end above the solution unless they are capped, and further steps descend to it.
   * @param ambient pressure of the room, mmHg
   */
  settle(ambient: number): void {
    const content = (this.air * ambient * this.temperature) / REFERENCE_TEMPERATURE;
    let crowding = this.blood;
    for (const neighbour of this.neighbours) crowding += this.bag.coupling * neighbour.stretch;

    let volume = this.volume;
    for (let step = 0; step < MOST_NEWTON_STEPS; step++) {
      const effective = volume + crowding;
      const own = bagPressure(this.bag, effective);
      const slope = bagSlope(this.bag, effective, own);
      const absolute = ambient + own + this.push;
      // The cap on steps upward keeps a sudden change of the air from overflowing the exponential.
      const change = Math.min(
        (content - volume * absolute) / (absolute + volume * slope),
        this.bag.stiffnessVolume,
      );
      volume += change;
      this.pressure = own + this.push + slope * change;
      if (Math.abs(change) < VOLUME_TOLERANCE) break;
    }
    this.volume = volume;
  }

  /**
   * Advances by `dt` seconds with a constant amount of air. The new temperature takes effect in the next step.
   * @param ambient pressure of the room, mmHg
   */
  advance(dt: number, ambient: number): void {
    const before = this.pressure;
    if (this.veins) this.blood = Math.max(0, this.blood + bloodFlow(this.veins, this.blood, before) * dt);
    this.settle(ambient);
    if (this.skin) {
      const rise = (this.pressure - before) / dt;
      this.temperature +=
        dt *
        temperatureRate(
          this.temperature,
          rise,
          ambient + this.pressure,
          this.skin.temperature,
          this.skin.settling,
        );
    }
  }
}
