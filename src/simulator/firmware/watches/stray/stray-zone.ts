/** Collects evidence that one zone takes air although its fill valve should be closed; stray-air.ts decides how much is enough. */

import { figures } from '../../../../../firmware-protocol/figures.ts';
import { type Aim, VENT } from '../../regulation/aim.ts';
import type { AirModel } from '../../regulation/air-model.ts';
import type { Scene } from '../watch.ts';

/** A valve is closed this long after the command, s. */
const CLOSED_TIME = 0.3;
/** A vented zone is empty after this time, s, or as soon as it reads below this, mmHg. */
const EMPTIED_ZONE = { after: 8, below: 4 };
/** A vented zone blows air off if it reads more than this share of the pressure of the filling zones, and more than this, mmHg. */
const VENTED_SHARE = 0.25;
const VENTED_LEAST = figures.strayLeast.value;
/** Time of blowing air off minus time without that proves the fault, s. */
const BLOW_TIME = figures.strayBlown.value;
/** A zone reaches a lower target within this time, s. */
const STEP_DOWN_TIME = 5;
/** Short openings of the vent add up; between them, the sum falls at this rate. */
const FADE_RATE = 0.2;
/** If the pressures of the zone and the manifold are closer than this, flow says nothing, and rises are compared instead, mmHg. */
const LEAST_GAP = figures.strayGap.value;
/** The fault is proven if an open valve would have moved the zone by this much, mmHg, … */
const ENOUGH_EXPECTED = figures.strayExpected.value;
/** … and it has moved by more than this share of it. (Coupling between neighbours causes a tenth.) */
const SEEN_SHARE = figures.straySeen.value;
/** Each time the expected movement adds up to this, the evidence is halved, mmHg, so that older evidence fades. */
const HALVING_AMOUNT = figures.strayMuch.value;
/** Fastest movement that is expected, mmHg/s, and flow coefficient of an open valve, mL/s/√mmHg. */
const FASTEST_MOVE = figures.strayFastest.value;
const VALVE_FLOW = (1.6 * 1000) / 60;
/** A leg that moves is at rest at least once in this time, s, so the lowest reading within it is that of the bag alone. */
const REST_TIME = figures.strayRest.value;
const BINS = 6;
/** The movement of the pressure is measured over this time, s. */
const WINDOW_TIME = figures.strayWindow.value;
/** If the pressure swings by more than this within `REST_TIME`, the leg is moving, mmHg. */
const MOST_SWING = figures.straySwing.value;

/** The other zones, while some of them fill. */
export interface Others {
  /** The lowest pressure of the zones that fill, mmHg. */
  readonly filled: number;
  /** Pressure in the manifold, mmHg. */
  readonly manifold: number;
}

/**
 * How fast the pressure of a zone changes if its valve is open, mmHg/s.
 * @param gap difference to the manifold, mmHg
 * @param softness mL/mmHg
 */
const rate = (gap: number, softness: number): number =>
  Math.min(FASTEST_MOVE, (VALVE_FLOW * Math.sqrt(gap)) / softness);

/** The lowest and the highest reading within `REST_TIME`. */
class RecentReadings {
  readonly #low = new Float64Array(BINS);
  readonly #high = new Float64Array(BINS);
  #bin = 0;
  #inBin = 0;

  note(pressure: number, dt: number): void {
    this.#inBin += dt;
    if (this.#inBin >= REST_TIME / BINS) {
      this.#inBin = 0;
      this.#bin = (this.#bin + 1) % BINS;
      this.#low[this.#bin] = pressure;
      this.#high[this.#bin] = pressure;
    }
    if (pressure < (this.#low[this.#bin] ?? 0)) this.#low[this.#bin] = pressure;
    if (pressure > (this.#high[this.#bin] ?? 0)) this.#high[this.#bin] = pressure;
  }

  get lowest(): number {
    return Math.min(...this.#low);
  }
  get swing(): number {
    return Math.max(...this.#high) - this.lowest;
  }
}

export class StrayZone {
  readonly #recent = new RecentReadings();
  #closed = 0;
  #aim: Aim = VENT;
  #asked = 0;
  #vented = 0;
  #blown = 0;
  #expected = 0;
  #moved = 0;
  /** While both valves stay closed: how far an open fill valve would have moved the pressure, up and down. */
  #window = { lasted: -REST_TIME, from: 0, up: 0, down: 0 };
  /** Pressure of this zone and of the others when the others began to fill, mmHg; null = they do not fill. */
  #began: { readonly own: number; readonly others: number } | null = null;
  #last: Others | null = null;

  forget(): void {
    this.#closed = 0;
    this.#vented = 0;
    this.#blown = 0;
    this.#expected = 0;
    this.#moved = 0;
    this.#window.lasted = -REST_TIME;
    this.#began = null;
    this.#last = null;
  }

  /** Evidence so far, as a share of what proves the fault. */
  get evidence(): number {
    const follows = this.#moved > SEEN_SHARE * this.#expected ? this.#expected / ENOUGH_EXPECTED : 0;
    return Math.max(follows, this.#blown / BLOW_TIME);
  }

  /** @param others null = no zone fills */
  step(
    { sensors, regulator, air }: Scene,
    zone: number,
    valve: number,
    others: Others | null,
    dt: number,
  ): void {
    const pressure = sensors.quick[zone] ?? 0;
    const isFilled = regulator.fill[zone] === 1;
    const isOpen = regulator.vent[zone] === 1;
    const aim = regulator.aims[zone] ?? VENT;
    const isHeld = sensors.isReadingHeld(zone);
    if (!isHeld) this.#recent.note(pressure, dt);
    this.#closed = isFilled ? 0 : this.#closed + dt;
    this.#asked = aim === this.#aim ? this.#asked + dt : 0;
    this.#aim = aim;
    const vented = aim === VENT && !isFilled;
    this.#vented = vented ? this.#vented + dt : 0;
    if (vented && pressure < EMPTIED_ZONE.below) this.#vented = Math.max(this.#vented, EMPTIED_ZONE.after);
    // Readings from while air flowed past the gauge leave `RecentReadings` only one bin later.
    if (isHeld) this.#window.lasted = -REST_TIME - REST_TIME / BINS;
    else if (isFilled || isOpen) this.#window.lasted = -REST_TIME;
    else this.#follow(pressure, others, air, valve, dt);
    // If a zone was at its pressure and must be bled while others fill, it got their air. This also holds if the
    // watch of over-pressure forces its vent open.
    const isFed =
      regulator.ventForced[zone] === 1 || (aim >= 0 && this.#asked > STEP_DOWN_TIME && this.#closed > 1);
    if (others) this.#blow(pressure, others, isOpen, isFed, dt);
    const near =
      others !== null && this.#closed >= CLOSED_TIME && Math.abs(others.filled - pressure) < LEAST_GAP;
    if (near && !isOpen && sensors.readsInFlow) this.#began ??= { own: pressure, others: others.filled };
    else this.#compare(pressure, isOpen);
    this.#last = others;
  }

  #blow(pressure: number, { filled }: Others, isOpen: boolean, isFed: boolean, dt: number): void {
    const isEmptied = this.#vented >= EMPTIED_ZONE.after && this.#closed >= CLOSED_TIME;
    const blows = isOpen && (isFed || isEmptied) && pressure > Math.max(VENTED_LEAST, VENTED_SHARE * filled);
    this.#blown = Math.max(0, this.#blown + (blows ? dt : isFed ? -FADE_RATE * dt : -dt));
  }

  /** Compares the movement of a shut zone with what an open fill valve would cause. */
  #follow(pressure: number, others: Others | null, air: AirModel, valve: number, dt: number): void {
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
      if (below >= LEAST_GAP) window.up += rate(below, air.compliance(valve, pressure)) * dt;
      else if (above >= LEAST_GAP) window.down += rate(above, air.compliance(valve, pressure)) * dt;
    }
    if (window.lasted < WINDOW_TIME) return;
    const moved = this.#recent.lowest - window.from;
    if (window.up > 4 * window.down) this.#add(window.up, moved);
    else if (window.down > 4 * window.up) this.#add(window.down, -moved);
    window.lasted = -dt;
  }

  /** When a top-up of the others has ended: checks whether this zone rose with them. */
  #compare(pressure: number, isVented: boolean): void {
    if (!this.#began || !this.#last) return;
    const rise = this.#last.filled - this.#began.others;
    const isTelling = !isVented && rise > 0.5 && rise < LEAST_GAP && this.#recent.swing < MOST_SWING;
    if (isTelling) this.#add(rise, pressure - this.#began.own);
    this.#began = null;
  }

  #add(expected: number, moved: number): void {
    this.#expected += expected;
    this.#moved += moved;
    if (this.#expected < HALVING_AMOUNT) return;
    this.#expected /= 2;
    this.#moved /= 2;
  }
}
