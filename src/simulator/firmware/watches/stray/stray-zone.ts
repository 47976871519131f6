/** Evidence that one zone takes air although its fill valve is closed; what counts as enough is in stray-air.ts. */

import { figures } from '../../../../../firmware-protocol/figures.ts';
import { type Aim, VENT } from '../../regulation/aim.ts';
import type { AirModel } from '../../regulation/air-model.ts';
import type { Scene } from '../watch.ts';

/** A valve was told to close this long ago, s. */
const CLOSED = 0.3;
/** A zone vented for this long is empty, s, or sooner once it reads less than that, mmHg. */
const EMPTIED = { after: 8, below: 4 };
/** A vented zone shows this share of the pressure of the zones that are filled at most, and mmHg at least. */
const SHARE = 0.25;
const LEAST = figures.strayLeast.value;
/** A vented zone blows air off for this long, more than it does not, s. */
const BLOWN = figures.strayBlown.value;
/** A zone is let down to a new target within this, s. */
const STEPPED = 5;
/** Short openings of the vent add up; in between they are forgotten at this rate. */
const FADES = 0.2;
/** Nearer to the manifold than this, flows say nothing; then rises are compared, mmHg. */
const GAP = figures.strayGap.value;
/** Through an open valve the zone would have moved this much, mmHg, … */
const EXPECTED = figures.strayExpected.value;
/** … and this share of it is seen. Coupling between neighbours makes a tenth. */
const SEEN = figures.straySeen.value;
/** Older evidence fades by half each time there is so much of it, mmHg. */
const MUCH = figures.strayMuch.value;
/** Fastest movement that is expected, mmHg/s, and flow through an open valve, mL/s/√mmHg. */
const FASTEST = figures.strayFastest.value;
const VALVE = (1.6 * 1000) / 60;
/** A leg that moves is at rest at least once in this time: the lowest reading within it is the bag's own, s. */
const REST = figures.strayRest.value;
const BINS = 6;
/** Movement is measured over this long, s. */
const WINDOW = figures.strayWindow.value;
/** A zone that swings by more than this within `REST` is being moved, mmHg. */
const SWING = figures.straySwing.value;

/** What the other zones do now. */
export interface Others {
  /** The lowest pressure among those being filled, mmHg. */
  readonly filled: number;
  /** Pressure in the manifold, mmHg. */
  readonly manifold: number;
}

/** How fast a zone moves through an open valve, mmHg/s. @param gap to the pressure behind the valve, mmHg @param softness mL/mmHg */
const rate = (gap: number, softness: number): number =>
  Math.min(FASTEST, (VALVE * Math.sqrt(gap)) / softness);

/** The lowest and the highest reading within `REST`. */
class Recent {
  readonly #low = new Float64Array(BINS);
  readonly #high = new Float64Array(BINS);
  #bin = 0;
  #inBin = 0;

  note(pressure: number, dt: number): void {
    this.#inBin += dt;
    if (this.#inBin >= REST / BINS) {
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
  readonly #recent = new Recent();
  #closed = 0;
  #aim: Aim = VENT;
  #asked = 0;
  #vented = 0;
  #blown = 0;
  #expected = 0;
  #moved = 0;
  /** While the valves stay closed: what an open fill valve would have done to the zone, upward and downward. */
  #window = { lasted: -REST, from: 0, up: 0, down: 0 };
  /** Own pressure and that of the others when they began to be filled, mmHg; null = they are not. */
  #began: { readonly own: number; readonly others: number } | null = null;
  #last: Others | null = null;

  forget(): void {
    this.#closed = 0;
    this.#vented = 0;
    this.#blown = 0;
    this.#expected = 0;
    this.#moved = 0;
    this.#window.lasted = -REST;
    this.#began = null;
    this.#last = null;
  }

  /** As a share of what is enough. */
  get evidence(): number {
    const follows = this.#moved > SEEN * this.#expected ? this.#expected / EXPECTED : 0;
    return Math.max(follows, this.#blown / BLOWN);
  }

  /** @param others null = none is filled */
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
    const isHeld = sensors.holds(zone);
    if (!isHeld) this.#recent.note(pressure, dt);
    this.#closed = isFilled ? 0 : this.#closed + dt;
    this.#asked = aim === this.#aim ? this.#asked + dt : 0;
    this.#aim = aim;
    const vented = aim === VENT && !isFilled;
    this.#vented = vented ? this.#vented + dt : 0;
    if (vented && pressure < EMPTIED.below) this.#vented = Math.max(this.#vented, EMPTIED.after);
    // What was read before, while air flowed past the gauge, is out of `Recent` a bin later.
    if (isHeld) this.#window.lasted = -REST - REST / BINS;
    else if (isFilled || isOpen) this.#window.lasted = -REST;
    else this.#follow(pressure, others, air, valve, dt);
    // A zone that was at its pressure and has to be let down while others are filled got their air.
    // Its vent may be forced open against its target, for over-pressure.
    const isFed = regulator.forced[zone] === 1 || (aim >= 0 && this.#asked > STEPPED && this.#closed > 1);
    if (others) this.#blow(pressure, others, isOpen, isFed, dt);
    const near = others !== null && this.#closed >= CLOSED && Math.abs(others.filled - pressure) < GAP;
    if (near && !isOpen && sensors.readsInFlow) this.#began ??= { own: pressure, others: others.filled };
    else this.#compare(pressure, isOpen);
    this.#last = others;
  }

  #blow(pressure: number, { filled }: Others, isOpen: boolean, isFed: boolean, dt: number): void {
    const isEmptied = this.#vented >= EMPTIED.after && this.#closed >= CLOSED;
    const blows = isOpen && (isFed || isEmptied) && pressure > Math.max(LEAST, SHARE * filled);
    this.#blown = Math.max(0, this.#blown + (blows ? dt : isFed ? -FADES * dt : -dt));
  }

  /** Through an open valve the zone moves toward the manifold's pressure. */
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
      if (below >= GAP) window.up += rate(below, air.compliance(valve, pressure)) * dt;
      else if (above >= GAP) window.down += rate(above, air.compliance(valve, pressure)) * dt;
    }
    if (window.lasted < WINDOW) return;
    const moved = this.#recent.lowest - window.from;
    if (window.up > 4 * window.down) this.#add(window.up, moved);
    else if (window.down > 4 * window.up) this.#add(window.down, -moved);
    window.lasted = -dt;
  }

  /** The others have been topped up: whether this zone rose with them, if it is not being moved. */
  #compare(pressure: number, isVented: boolean): void {
    if (!this.#began || !this.#last) return;
    const rise = this.#last.filled - this.#began.others;
    const isTold = !isVented && rise > 0.5 && rise < GAP && this.#recent.swing < SWING;
    if (isTold) this.#add(rise, pressure - this.#began.own);
    this.#began = null;
  }

  #add(expected: number, moved: number): void {
    this.#expected += expected;
    this.#moved += moved;
    if (this.#expected < MUCH) return;
    this.#expected /= 2;
    this.#moved /= 2;
  }
}
