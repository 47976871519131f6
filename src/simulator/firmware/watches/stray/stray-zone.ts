/**
 * Collects evidence that one zone takes air although its fill valve should be closed; stray-air.ts decides how much is
 * enough. Pressures are in mmHg, times in s.
 */

import { figures } from '../../../../../firmware-protocol/figures.ts';
import { type Aim, VENT } from '../../regulation/aim.ts';
import type { AirModel } from '../../regulation/air-model.ts';
import type { Scene } from '../watch.ts';
import { flowRate } from './flow-rate.ts';

/** Time after which a fill valve that was commanded to close is closed, s. */
const CLOSED_TIME = 0.3;
/** A vented zone counts as emptied after this time, s, or as soon as it reads below this, mmHg. */
const EMPTIED_ZONE = { after: 8, below: 4 };
/**
 * A zone with an open vent blows air off if it reads more than `VENTED_LEAST` and more than this share of the filling
 * zones' lowest pressure.
 */
const VENTED_SHARE = 0.25;
const VENTED_LEAST = figures.strayLeast.value;
/** A vented zone that is at least this far below its mean of the last second still falls, mmHg. */
const FALLING = figures.strayFalls.value;
/** The fault is proven once a zone has blown air off for this much longer than it has not, s. */
const BLOW_TIME = figures.strayBlown.value;
/** Time within which a zone reaches a lower target, s. */
const STEP_DOWN_TIME = 5;
/** Weight of the time without blowing off in a zone that is only bled, so that short openings of its vent add up. */
const FADE_RATE = 0.2;
/**
 * Smallest gap between the zone and the filling zones, or the manifold, at which a flow shows, mmHg. If the gap to the
 * filling zones is smaller, rises are compared instead.
 */
const LEAST_GAP = figures.strayGap.value;
/** Expected movement that proves the fault if the zone has moved with it, mmHg. */
const ENOUGH_EXPECTED = figures.strayExpected.value;
/**
 * Share of the expected movement above which the zone has moved as if its valve were open. (Coupling between
 * neighbours causes a tenth.)
 */
const SEEN_SHARE = figures.straySeen.value;
/** Expected movement at which the sums of expected and seen movement are halved, mmHg, so that older evidence fades. */
const HALVING_AMOUNT = figures.strayMuch.value;
/** Time in which a leg that moves is at rest at least once, s, so that the lowest reading within it is that of the bag alone. */
const REST_TIME = figures.strayRest.value;
const BINS = 6;
const BIN_TIME = REST_TIME / BINS;
const WINDOW_TIME = figures.strayWindow.value;
/** A window in which less movement is expected says nothing, mmHg: neighbours and a warm leg move a closed zone by as much. */
const LEAST_EXPECTED = figures.strayWindowLeast.value;
/** Smallest swing of the pressure within `REST_TIME` that shows that the leg is moving, mmHg. */
const MOVING_SWING = figures.straySwing.value;

/** The other zones, while some of them fill. */
export interface Others {
  /** Lowest pressure of the zones that fill. */
  readonly filled: number;
  readonly manifold: number;
}

interface RisesCompared {
  readonly own: number;
  readonly others: number;
}

/** The lowest and the highest reading of the last `REST_TIME`, kept in bins. */
class RecentReadings {
  readonly #low = new Float64Array(BINS);
  readonly #high = new Float64Array(BINS);
  #bin = 0;
  #inBin = 0;

  note(pressure: number, dt: number): void {
    this.#inBin += dt;
    if (this.#inBin >= BIN_TIME) {
      this.#inBin = 0;
      this.#bin = (this.#bin + 1) % BINS;
      this.#low[this.#bin] = pressure;
      this.#high[this.#bin] = pressure;
    }
    if (pressure < (this.#low[this.#bin] ?? 0)) this.#low[this.#bin] = pressure;
    if (pressure > (this.#high[this.#bin] ?? 0)) this.#high[this.#bin] = pressure;
  }

  get lowest(): number {
    let lowest = Number.POSITIVE_INFINITY;
    for (let bin = 0; bin < BINS; bin++) lowest = Math.min(lowest, this.#low[bin] ?? 0);
    return lowest;
  }
  get swing(): number {
    let highest = Number.NEGATIVE_INFINITY;
    for (let bin = 0; bin < BINS; bin++) highest = Math.max(highest, this.#high[bin] ?? 0);
    return highest - this.lowest;
  }
}

export class StrayZone {
  /** Evidence so far, as a share of what proves the fault: 1 or more = proven. */
  evidence = 0;
  readonly #recent = new RecentReadings();
  #closed = 0;
  #pressure = 0;
  #aim: Aim = VENT;
  #asked = 0;
  /** How long the zone has been vented, s; at least `EMPTIED_ZONE.after` once it reads empty. */
  #vented = 0;
  /** The pressure, smoothed over a second, mmHg. */
  #mean = 0;
  /** Time of blowing air off minus time without, not below 0, s. */
  #blown = 0;
  /** Movement that an open fill valve would have caused, and what was seen of it, mmHg. */
  #expected = 0;
  #moved = 0;
  /**
   * A measurement while both valves stay closed. `lasted`: its length, s, negative before it begins. `from`: pressure
   * at its beginning, mmHg. `up`, `down`: how far an open fill valve would have moved the pressure since then, mmHg.
   */
  #window = { lasted: -REST_TIME, from: 0, up: 0, down: 0 };
  /** Null = no comparison of rises is under way. */
  #began: RisesCompared | null = null;

  forget(): void {
    this.#closed = 0;
    this.#vented = 0;
    this.#blown = 0;
    this.#expected = 0;
    this.#moved = 0;
    this.#window.lasted = -REST_TIME;
    this.#began = null;
    this.evidence = 0;
  }

  #weigh(): void {
    const follows = this.#moved > SEEN_SHARE * this.#expected ? this.#expected / ENOUGH_EXPECTED : 0;
    this.evidence = Math.max(follows, this.#blown / BLOW_TIME);
  }

  /**
   * @param others null = no zone fills
   * @param before the other zones in the last step; null = none filled
   */
  step(
    { sensors, regulator, air }: Scene,
    zone: number,
    others: Others | null,
    before: Others | null,
    dt: number,
  ): void {
    const pressure = sensors.quick[zone] ?? 0;
    this.#pressure = pressure;
    const isFilled = regulator.fill[zone] === 1;
    const isOpen = regulator.vent[zone] === 1;
    const aim = regulator.aims[zone] ?? VENT;
    this.#mean += (pressure - this.#mean) * dt;
    const isHeld = sensors.isReadingHeld(zone);
    if (!isHeld) this.#recent.note(pressure, dt);
    this.#closed = isFilled ? 0 : this.#closed + dt;
    this.#asked = aim === this.#aim ? this.#asked + dt : 0;
    this.#aim = aim;
    const vented = aim === VENT && !isFilled;
    this.#vented = vented ? this.#vented + dt : 0;
    if (vented && pressure < EMPTIED_ZONE.below) this.#vented = Math.max(this.#vented, EMPTIED_ZONE.after);
    // Readings from while air flowed past the gauge take one bin longer to leave `RecentReadings`.
    if (isHeld) this.#window.lasted = -REST_TIME - BIN_TIME;
    else if (isFilled || isOpen) this.#window.lasted = -REST_TIME;
    else this.#follow(others, air, air.valveOf[zone] ?? 0, dt);
    // A zone that was at its pressure, and must be bled while other zones fill, got air from the other zones. So
    // did a zone whose vent is forced open, because it was far above its target.
    const isFed =
      regulator.ventForced[zone] === 1 || (aim >= 0 && this.#asked > STEP_DOWN_TIME && this.#closed > 1);
    if (others) this.#blow(others, isOpen, isFed, dt);
    const near =
      others !== null && this.#closed >= CLOSED_TIME && Math.abs(others.filled - pressure) < LEAST_GAP;
    if (near && !isOpen && sensors.readsInFlow) this.#began ??= { own: pressure, others: others.filled };
    else if (this.#began && before) this.#compare(this.#began, before, isOpen);
  }

  #blow({ filled }: Others, isOpen: boolean, isFed: boolean, dt: number): void {
    const pressure = this.#pressure;
    const isEmptied =
      this.#vented >= EMPTIED_ZONE.after && this.#closed >= CLOSED_TIME && this.#mean - pressure < FALLING;
    const blows = isOpen && (isFed || isEmptied) && pressure > Math.max(VENTED_LEAST, VENTED_SHARE * filled);
    if (!blows && this.#blown === 0) return;
    this.#blown = Math.max(0, this.#blown + (blows ? dt : isFed ? -FADE_RATE * dt : -dt));
    this.#weigh();
  }

  /** Compares the movement of a zone whose valves are closed with what an open fill valve would cause. */
  #follow(others: Others | null, air: AirModel, valve: number, dt: number): void {
    const pressure = this.#pressure;
    const window = this.#window;
    if (window.lasted < 0) {
      window.lasted += dt;
      if (window.lasted < 0) return;
      window.from = this.#recent.lowest;
      window.up = 0;
      window.down = 0;
      return;
    }
    window.lasted += dt;
    if (others) {
      const below = others.filled - pressure;
      const above = pressure - others.manifold;
      if (below >= LEAST_GAP) window.up += flowRate(below, air.compliance(valve, pressure)) * dt;
      else if (above >= LEAST_GAP) window.down += flowRate(above, air.compliance(valve, pressure)) * dt;
    }
    if (window.lasted < WINDOW_TIME) return;
    const moved = this.#recent.lowest - window.from;
    const { up, down } = window;
    if (up > 4 * down && up >= LEAST_EXPECTED) this.#add(up, moved);
    else if (down > 4 * up && down >= LEAST_EXPECTED) this.#add(down, -moved);
    window.lasted = -dt;
  }

  /** Ends a comparison: checks whether this zone rose with the others while they were topped up. */
  #compare(began: RisesCompared, { filled }: Others, isVented: boolean): void {
    const rise = filled - began.others;
    const isTelling = !isVented && rise > 0.5 && rise < LEAST_GAP && this.#recent.swing < MOVING_SWING;
    if (isTelling) this.#add(rise, this.#pressure - began.own);
    this.#began = null;
  }

  #add(expected: number, moved: number): void {
    this.#expected += expected;
    this.#moved += moved;
    if (this.#expected >= HALVING_AMOUNT) {
      this.#expected /= 2;
      this.#moved /= 2;
    }
    this.#weigh();
  }
}
