/**
 * Raises one zone to a pressure, no faster than its ramp. While the valve is open the pump's ripple distorts
 * readings by up to 3 mmHg. So a model of the bag follows the readings slowly, the valve closes by the model,
 * and a reading taken with the valve closed decides whether another short fill is needed.
 */

/** Fastest rise aimed at, mmHg/s; the hard limit is 60, over half a second. */
const FASTEST = 35;
/** Share of the ramp that is used. */
const RAMP_SHARE = 0.93;
/**
 * How long to wait with the valve closed before a reading, s: the valve closes in 25 ms, the quick reading
 * needs the rest.
 */
const LOOK = 0.18;
/** A gap up to this is closed by the model alone, mmHg. */
const SHORT = 3.2;
/** A gap that has grown to this while other zones were filled is not, mmHg. */
const SAGGED = 5;
/** Share of a gap to fill by the model before the next reading. */
const SHORT_SHARE = 0.9;
/** A long fill stops this far below the target, mmHg. */
const MARGIN = 1;
/** If the zone is further than this below its target after a reading, it is filled again, mmHg. */
const CLOSE = 0.9;
/** Rise aimed at in a short fill, whatever the ramp, mmHg/s: it covers only a mmHg or two. */
const GENTLE = 16;
/** A short fill failed if it raised the zone by less than this share of the expected rise. */
const FAILED = 0.25;
/** After this many failures in a row, the zone loses its precedence. */
const MOST_FAILED = 3;
/** How fast the model follows the readings, by how many valves share the pump, 1/s. */
const FOLLOW = { few: 2.5, many: 12 };
const FEW = 2;
const FACTORS = { least: 0.4, most: 2.5 };
/** Until something is known about a zone, assume a small one. */
const FIRST_FACTOR = 1.2;
/** Largest reading above the model that ripple can explain, mmHg; anything beyond is real. */
const RIPPLE = 3.5;
/** Readings below this say nothing about the softness of the bag, mmHg. */
const TELLING = 5;

export class ZoneFill {
  /** Estimated pressure while filling, mmHg. */
  #model = 0;
  /** Pressure the ramp has reached, mmHg. */
  #ramp = 0;
  /** How much faster this zone fills than a median leg's. */
  #factor = FIRST_FACTOR;
  #start = 0;
  #short = false;
  #looking = 0;
  #active = false;
  #held = false;
  /** The pressure rose more than a short fill can explain: the leg moved, or the model is far off. */
  #surprised = false;
  /** Short fills in a row that had no effect. */
  #failed = 0;
  /** Short fills that raised the zone, since power-on. */
  gains = 0;
  target = 0;
  /** mmHg/s. */
  climb = FASTEST;

  get active(): boolean {
    return this.#active;
  }
  /** Topping up a zone that is at pressure. */
  get short(): boolean {
    return this.#short && this.#failed < MOST_FAILED;
  }
  get looking(): boolean {
    return this.#looking > 0;
  }
  get estimate(): number {
    return this.#model;
  }
  get factor(): number {
    return this.#factor;
  }

  /** Call on a new target: forgets earlier failures. */
  renew(): void {
    this.#failed = 0;
  }

  setRamp(ramp: number): void {
    this.climb = Math.min(FASTEST, ramp > 0 ? ramp * RAMP_SHARE : FASTEST);
  }

  begin(pressure: number, target: number): void {
    this.target = target;
    this.#active = true;
    this.#looking = 0;
    this.#held = false;
    this.#surprised = false;
    this.#model = pressure;
    this.#start = pressure;
    this.#ramp = pressure;
    this.#short = target - pressure <= SHORT && pressure > TELLING && this.#failed < MOST_FAILED;
  }

  /** Changes the target while filling; the ramp continues from where it is. */
  retarget(target: number): void {
    this.target = target;
    if (target - this.#model > SHORT) this.#short = false;
  }

  stop(): void {
    this.#active = false;
    this.#looking = 0;
  }

  /** Rise wanted now, mmHg/s. */
  get wanted(): number {
    if (this.#short) return GENTLE;
    const lead = this.#ramp - this.#model;
    const approach = Math.max(6, (this.target - this.#model) / 0.25);
    const eased = this.climb * Math.min(1, Math.max(0.35, lead / (0.5 * this.#lead)));
    return Math.min(eased, approach);
  }

  /** How far the ramp may run ahead of the pressure, mmHg. */
  get #lead(): number {
    return 0.8 + this.climb * 0.04;
  }

  /**
   * One step.
   * @param reading minus zero, unsmoothed, mmHg; NaN = none
   * @param quick smoothed, mmHg
   * @param rise that the model expected in the last step for a median leg, mmHg/s; 0 while the valve was
   * closed
   * @param shared how many valves were open in the last step
   * @param dt s
   * @returns whether the zone wants air
   */
  step(reading: number, quick: number, rise: number, shared: number, dt: number): boolean {
    if (this.#looking > 0) {
      this.#looking -= dt;
      if (this.#looking <= dt / 2) this.#look(quick);
      return false;
    }
    this.#follow(reading, quick, rise, shared, dt);
    this.#ramp = Math.min(this.target, this.#ramp + this.climb * dt, this.#model + this.#lead);
    const rate = rise * this.#factor;
    const goal = this.#short ? this.#start + SHORT_SHARE * (this.target - this.#start) : this.target - MARGIN;
    if (this.#model + rate * (this.#short ? 0.01 : 0.025) >= goal && rise > 0) {
      this.#looking = LOOK;
      return false;
    }
    if (this.#model >= goal && rise === 0) {
      this.#looking = LOOK;
      return false;
    }
    if (this.#model >= this.#ramp) this.#held = true;
    else if (this.#model < this.#ramp - 0.5 * this.#lead || this.#ramp >= this.target) this.#held = false;
    return !this.#held;
  }

  #follow(reading: number, quick: number, rise: number, shared: number, dt: number): void {
    this.#model += this.#factor * rise * dt;
    if (Number.isNaN(reading)) return;
    if (rise === 0) {
      this.#model = quick;
      if (this.target - quick > SAGGED) this.#short = false;
      return;
    }
    if (this.#short) {
      if (reading - RIPPLE > this.#model) {
        this.#model = reading - RIPPLE;
        this.#surprised = true;
      }
      return;
    }
    const few = shared <= FEW;
    const off = reading - this.#model;
    if (few && this.#model > TELLING) this.#scale(1 + 0.2 * dt * Math.min(3, Math.max(-3, off)));
    this.#model += off * Math.min(1, dt * (few ? FOLLOW.few : FOLLOW.many));
    this.#model = Math.max(this.#model, reading - RIPPLE);
  }

  #look(quick: number): void {
    this.#looking = 0;
    if (this.#short && !this.#surprised) {
      const expected = this.#model - this.#start;
      const share = (quick - this.#start) / expected;
      if (expected > 0.5) this.#scale(Math.min(1.3, Math.max(0.7, share)));
      this.#failed = share < FAILED ? this.#failed + 1 : 0;
      if (share >= FAILED) this.gains++;
    }
    if (this.target - quick > CLOSE) this.begin(quick, this.target);
    else this.stop();
  }

  #scale(by: number): void {
    this.#factor = Math.min(FACTORS.most, Math.max(FACTORS.least, this.#factor * by));
  }
}
