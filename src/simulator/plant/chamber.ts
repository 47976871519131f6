/** The air in one zone's bag: how much, how warm, at what volume and pressure, around a limb that its neighbours squeeze too. */

import { type BagCurve, bagPressure, bagSlope } from './bag.ts';
import { bloodFlow, type Veins } from './blood.ts';
import { warming } from './heat.ts';

/** Temperature at which air is counted, K. */
const REFERENCE_TEMPERATURE = 297;

/** A Newton step below this ends the search: a millionth of a mmHg at 100 mmHg, L. */
const VOLUME_TOLERANCE = 1e-9;
const MOST_STEPS = 60;

export interface ChamberShape extends BagCurve {
  /** Share of a neighbour's stretch that narrows this chamber. */
  readonly coupling: number;
}

/** What the bag touches. */
export interface Skin {
  /** K. */
  readonly temperature: number;
  /** How fast the air takes it on, s. */
  readonly settling: number;
}

export class Chamber {
  /** Zones next to it on the same leg. */
  readonly neighbours: Chamber[] = [];
  readonly #healthy: { readonly bag: ChamberShape; readonly skin: Skin | null; readonly veins: Veins | null };
  bag: ChamberShape;
  /** Null = the air keeps its temperature. */
  skin: Skin | null;
  /** Null = no blood in this limb. */
  veins: Veins | null;
  /** Air in it, L at room pressure and 297 K. */
  air = 0;
  /** K. */
  temperature: number;
  /** L. */
  volume = 0;
  /** Gauge, mmHg. */
  pressure = 0;
  /** Blood that came back since the last release, L. */
  blood = 0;
  /** Pressure of the moving limb on top of the bag's own, mmHg. */
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

  /** The limb it was made for. */
  becomeLimb(): void {
    this.bag = this.#healthy.bag;
    this.skin = this.#healthy.skin;
    this.veins = this.#healthy.veins;
  }

  /**
   * Something rigid and lifeless instead.
   * @param stiffness × on the stiffness volume.
   * @param temperature K.
   */
  becomeDummy(stiffness: number, temperature: number): void {
    const { bag, skin } = this.#healthy;
    this.bag = { ...bag, stiffnessVolume: bag.stiffnessVolume * stiffness };
    this.skin = skin && { ...skin, temperature };
    this.veins = null;
    this.blood = 0;
  }

  /** How far it is stretched beyond slack, L. */
  get stretch(): number {
    return Math.max(0, this.volume - this.bag.slackVolume);
  }

  /** Puts `volume` L of air in it, at the pressure the bag then has. */
  fillTo(volume: number, ambient: number): void {
    this.volume = volume;
    this.pressure = bagPressure(this.bag, volume);
    this.air = ((volume * (ambient + this.pressure)) / ambient) * (REFERENCE_TEMPERATURE / this.temperature);
  }

  /**
   * Finds volume and pressure at which air, bag and limb agree. Neighbours count as they are now. Newton on a function that is
   * convex and growing, from the last volume: it comes down to the answer from above after one step at most.
   */
  settle(ambient: number): void {
    const content = (this.air * ambient * this.temperature) / REFERENCE_TEMPERATURE;
    let crowding = this.blood;
    for (const neighbour of this.neighbours) crowding += this.bag.coupling * neighbour.stretch;

    let volume = this.volume;
    for (let step = 0; step < MOST_STEPS; step++) {
      const effective = volume + crowding;
      const own = bagPressure(this.bag, effective);
      const slope = bagSlope(this.bag, effective, own);
      const absolute = ambient + own + this.push;
      // Never up by more than an e-fold, so that a jump of the air cannot overflow the exponential.
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

  /** Lets `dt` seconds pass with the air it now has: blood, then pressure, then the air's warmth (felt from the next step on). */
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
