/**
 * Raises one zone to a pressure, no faster than its ramp. While the valve is open, the pump's ripple distorts
 * readings by up to 3 mmHg. So a model of the bag follows the readings slowly and decides when the valve closes.
 * Then a reading with the valve closed decides whether the zone needs a top-up.
 */

/** Fastest rise that a fill aims at, mmHg/s; the hard limit is 60, measured over half a second. */
const FASTEST_RISE = 35;
/** Share of the ramp that a fill aims at. */
const RAMP_SHARE = 0.93;
/**
 * Time between the command to close the valve and the reading, s: the valve closes in 25 ms, and the quick reading needs
 * the rest.
 */
const READING_WAIT = 0.18;
/** A gap up to this is closed by a top-up, which follows the model alone, mmHg. */
const TOP_UP_GAP = 3.2;
/** If the gap has grown to this while other zones were filled, the fill is no top-up any more, mmHg. */
const SAGGED_GAP = 5;
/** Share of the gap that a top-up covers before the next reading. */
const TOP_UP_SHARE = 0.9;
/** Any other fill stops this far below the target, mmHg. */
const LONG_FILL_MARGIN = 1;
/** If the zone is further below its target than this after a reading, it is filled again, mmHg. */
const CLOSE_GAP = 0.9;
/** Rise that a top-up aims at, whatever the ramp, mmHg/s: it covers only a mmHg or two. */
const TOP_UP_RISE = 16;
/** A top-up has failed if it raised the zone by less than this share of the expected rise. */
const FAILED_SHARE = 0.25;
/** After this many failures in a row, the zone no longer goes first. */
const MOST_FAILURES = 3;
/** How fast the model follows the readings while few or many valves share the pump, 1/s. */
const FOLLOW_RATE = { few: 2.5, many: 12 };
const FEW_VALVES = 2;
const FACTOR_RANGE = { least: 0.4, most: 2.5 };
/** A zone counts as small until something is known about it. */
const INITIAL_FACTOR = 1.2;
/** Largest difference between reading and model that ripple can explain, mmHg. A larger one is real. */
const MOST_RIPPLE = 3.5;
/** Below this, readings say nothing about how soft the bag is, mmHg. */
const TELLING_PRESSURE = 5;

export class ZoneFill {
  /** Estimate of the pressure during a fill, mmHg. */
  #model = 0;
  /** Pressure that the ramp has reached, mmHg. */
  #ramp = 0;
  /** How much faster this zone fills than that of a median leg. */
  #factor = INITIAL_FACTOR;
  #start = 0;
  #isTopUp = false;
  #readingWait = 0;
  #active = false;
  #held = false;
  /** Whether the pressure rose more than a top-up can explain: the leg moved, or the model is far off. */
  #surprised = false;
  /** Number of top-ups in a row that had no effect. */
  #failed = 0;
  /** Number of top-ups since power-on that raised the zone. */
  successfulTopUps = 0;
  target = 0;
  /** Rise to aim at, mmHg/s. */
  climb = FASTEST_RISE;

  get active(): boolean {
    return this.#active;
  }
  /** Whether this fill only tops up a zone that is near its pressure. */
  get isTopUp(): boolean {
    return this.#isTopUp && this.#failed < MOST_FAILURES;
  }
  get isTakingReading(): boolean {
    return this.#readingWait > 0;
  }
  get estimate(): number {
    return this.#model;
  }
  get factor(): number {
    return this.#factor;
  }

  /** Call when the zone gets a new target. */
  forgetFailures(): void {
    this.#failed = 0;
  }

  setRamp(ramp: number): void {
    this.climb = Math.min(FASTEST_RISE, ramp > 0 ? ramp * RAMP_SHARE : FASTEST_RISE);
  }

  begin(pressure: number, target: number): void {
    this.target = target;
    this.#active = true;
    this.#readingWait = 0;
    this.#held = false;
    this.#surprised = false;
    this.#model = pressure;
    this.#start = pressure;
    this.#ramp = pressure;
    this.#isTopUp =
      target - pressure <= TOP_UP_GAP && pressure > TELLING_PRESSURE && this.#failed < MOST_FAILURES;
  }

  /** Changes the target during a fill; the ramp goes on from the pressure that it has reached. */
  retarget(target: number): void {
    this.target = target;
    if (target - this.#model > TOP_UP_GAP) this.#isTopUp = false;
  }

  stop(): void {
    this.#active = false;
    this.#readingWait = 0;
  }

  /** Rise to aim at in this step, mmHg/s. */
  get wantedRise(): number {
    if (this.#isTopUp) return TOP_UP_RISE;
    const rampAhead = this.#ramp - this.#model;
    const approach = Math.max(6, (this.target - this.#model) / 0.25);
    const eased = this.climb * Math.min(1, Math.max(0.35, rampAhead / (0.5 * this.#mostRampAhead)));
    return Math.min(eased, approach);
  }

  /** How far the ramp may run ahead of the estimated pressure, mmHg. */
  get #mostRampAhead(): number {
    return 0.8 + this.climb * 0.04;
  }

  /**
   * One step.
   * @param reading reading minus zero, not smoothed, mmHg; NaN = none
   * @param quick the quick reading, mmHg
   * @param rise rise that the air of the last step should cause on a median leg, mmHg/s; 0 while the valve was closed
   * @param shared how many valves were open in the last step
   * @param dt s
   * @returns whether the zone wants air
   */
  step(reading: number, quick: number, rise: number, shared: number, dt: number): boolean {
    if (this.#readingWait > 0) {
      this.#readingWait -= dt;
      if (this.#readingWait <= dt / 2) this.#takeReading(quick);
      return false;
    }
    this.#follow(reading, quick, rise, shared, dt);
    this.#ramp = Math.min(this.target, this.#ramp + this.climb * dt, this.#model + this.#mostRampAhead);
    const rate = rise * this.#factor;
    const goal = this.#isTopUp
      ? this.#start + TOP_UP_SHARE * (this.target - this.#start)
      : this.target - LONG_FILL_MARGIN;
    if (this.#model + rate * (this.#isTopUp ? 0.01 : 0.025) >= goal && rise > 0) {
      this.#readingWait = READING_WAIT;
      return false;
    }
    if (this.#model >= goal && rise === 0) {
      this.#readingWait = READING_WAIT;
      return false;
    }
    if (this.#model >= this.#ramp) this.#held = true;
    else if (this.#model < this.#ramp - 0.5 * this.#mostRampAhead || this.#ramp >= this.target)
      this.#held = false;
    return !this.#held;
  }

  #follow(reading: number, quick: number, rise: number, shared: number, dt: number): void {
    this.#model += this.#factor * rise * dt;
    if (Number.isNaN(reading)) return;
    if (rise === 0) {
      this.#model = quick;
      if (this.target - quick > SAGGED_GAP) this.#isTopUp = false;
      return;
    }
    if (this.#isTopUp) {
      if (reading - MOST_RIPPLE > this.#model) {
        this.#model = reading - MOST_RIPPLE;
        this.#surprised = true;
      }
      return;
    }
    const few = shared <= FEW_VALVES;
    const off = reading - this.#model;
    if (few && this.#model > TELLING_PRESSURE) this.#scale(1 + 0.2 * dt * Math.min(3, Math.max(-3, off)));
    this.#model += off * Math.min(1, dt * (few ? FOLLOW_RATE.few : FOLLOW_RATE.many));
    this.#model = Math.max(this.#model, reading - MOST_RIPPLE);
  }

  #takeReading(quick: number): void {
    this.#readingWait = 0;
    if (this.#isTopUp && !this.#surprised) {
      const expected = this.#model - this.#start;
      const share = (quick - this.#start) / expected;
      if (expected > 0.5) this.#scale(Math.min(1.3, Math.max(0.7, share)));
      this.#failed = share < FAILED_SHARE ? this.#failed + 1 : 0;
      if (share >= FAILED_SHARE) this.successfulTopUps++;
    }
    if (this.target - quick > CLOSE_GAP) this.begin(quick, this.target);
    else this.stop();
  }

  #scale(by: number): void {
    this.#factor = Math.min(FACTOR_RANGE.most, Math.max(FACTOR_RANGE.least, this.#factor * by));
  }
}
