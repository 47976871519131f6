/**
 * The air in one zone's bag: amount, temperature, volume and pressure, around a limb that the neighbouring
 * zones squeeze too.
 */

import { type BagCurve, bagPressure, bagSlope } from './bag.ts';
import { bloodFlow, type Veins } from './blood.ts';
import { warming } from './heat.ts';

/** Temperature at which amounts of air are given, K. */
const REFERENCE_TEMPERATURE = 297;

/** The Newton search ends at a smaller step than this, L: a millionth of a mmHg at 100 mmHg. */
const VOLUME_TOLERANCE = 1e-9;
const MAX_STEPS = 60;

export interface ChamberShape extends BagCurve {
  /** Share of a neighbour's stretch that narrows this chamber. */
  readonly coupling: number;
}

/** What the bag touches. */
export interface Skin {
  /** K. */
  readonly temperature: number;
  /** Time constant with which the air takes on this temperature, s. */
  readonly settling: number;
}

export class Chamber {
  /** Adjacent zones on the same leg. */
  readonly neighbours: Chamber[] = [];
  readonly #healthy: { readonly bag: ChamberShape; readonly skin: Skin | null; readonly veins: Veins | null };
  bag: ChamberShape;
  /** Null = the air keeps its temperature. */
  skin: Skin | null;
  /** Null = no blood in this limb. */
  veins: Veins | null;
  /** Amount of air, L at room pressure and 297 K. */
  air = 0;
  /** K. */
  temperature: number;
  /** L. */
  volume = 0;
  /** Gauge, mmHg. */
  pressure = 0;
  /** Blood that has returned since the last release, L. */
  blood = 0;
  /** Extra pressure from the moving limb, mmHg. */
  push = 0;
  /** kL, L/min/mmHg. */
  leak = 0;

  constructor(bag: ChamberShape, temperature: number, skin: Skin | null, veins: Veins | null) {
    this.#healthy = { bag, skin, veins };
    this.bag = bag;
    this.skin = skin;
    this.veins = veins;
    this.temperature = temperature;
  }

  /** Restores the limb it was made with. */
  becomeLimb(): void {
    this.bag = this.#healthy.bag;
    this.skin = this.#healthy.skin;
    this.veins = this.#healthy.veins;
  }

  /**
   * Replaces the limb with a rigid dummy.
   * @param stiffness multiplies the stiffness volume
   * @param temperature K
   */
  becomeDummy(stiffness: number, temperature: number): void {
    const { bag, skin } = this.#healthy;
    this.bag = { ...bag, stiffnessVolume: bag.stiffnessVolume * stiffness };
    this.skin = skin && { ...skin, temperature };
    this.veins = null;
    this.blood = 0;
  }

  /** How far the bag is stretched beyond slack, L. */
  get stretch(): number {
    return Math.max(0, this.volume - this.bag.slackVolume);
  }

  /** Fills the bag with `volume` L of air, at the pressure it then has. */
  fillTo(volume: number, ambient: number): void {
    this.volume = volume;
    this.pressure = bagPressure(this.bag, volume);
    this.air = ((volume * (ambient + this.pressure)) / ambient) * (REFERENCE_TEMPERATURE / this.temperature);
  }

  /**
   * Finds the volume and pressure at which air, bag and limb are in equilibrium, with the neighbours as they
   * are now. Newton's method on a convex, growing function, from the last volume: after at most one step it
   * descends to the solution from above.
   */
  settle(ambient: number): void {
    const content = (this.air * ambient * this.temperature) / REFERENCE_TEMPERATURE;
    let crowding = this.blood;
    for (const neighbour of this.neighbours) crowding += this.bag.coupling * neighbour.stretch;

    let volume = this.volume;
    for (let step = 0; step < MAX_STEPS; step++) {
      const effective = volume + crowding;
      const own = bagPressure(this.bag, effective);
      const slope = bagSlope(this.bag, effective, own);
      const absolute = ambient + own + this.push;
      // Limit a step up to one e-fold, so that a sudden change of the air cannot overflow the exponential.
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
   * Advances by `dt` seconds with the air it now has: blood, then pressure, then temperature (which takes
   * effect in the next step).
   */
  advance(dt: number, ambient: number): void {
    const before = this.pressure;
    if (this.veins) this.blood = Math.max(0, this.blood + bloodFlow(this.veins, this.blood, before) * dt);
    this.settle(ambient);
    if (this.skin) {
      const rise = (this.pressure - before) / dt;
      this.temperature +=
        dt *
        warming(this.temperature, rise, ambient + this.pressure, this.skin.temperature, this.skin.settling);
    }
  }
}
