/**
 * Raises a zone to a pressure, no faster than the keyframe's ramp except for top-ups of a few mmHg. While the valve is
 * open, the pump's ripple distorts readings, so a model of the bag follows them slowly and decides when the valve
 * closes. A reading with the valve closed then decides whether the zone needs a top-up. Pressures are in mmHg, times
 * in s.
 */

/** Fastest rise that a fill aims at, mmHg/s; the hard limit is 60, measured over half a second. */
const FASTEST_RISE = 35;
/** Share of the ramp that a fill aims at. */
const RAMP_SHARE = 0.93;
/**
 * Time between the command to close the valve and the reading, s: the valve closes in 25 ms, and the quick reading
 * needs the rest.
 */
const READING_WAIT = 0.18;
/** Largest gap below the target that a top-up closes, mmHg. A top-up follows the model alone, unless the reading is far above it. */
const TOP_UP_GAP = 3.2;
/** Gap above which a fill no longer counts as a top-up, mmHg: the gap grew while other zones were filled. */
const SAGGED_GAP = 5;
/** Share of the gap that a top-up covers before the next reading. */
const TOP_UP_SHARE = 0.9;
/** How far below the target a fill stops for a reading unless it is a top-up, mmHg. */
const LONG_FILL_MARGIN = 1;
/** Largest gap, found by a reading, with which the fill ends, mmHg. With a larger one, the zone is filled again. */
const CLOSE_GAP = 0.9;
/** Rise that a top-up aims at, whatever the ramp, mmHg/s: it covers only a few mmHg. */
const TOP_UP_RISE = 16;
/** A top-up has failed if it raised the zone by less than this share of the expected rise. */
const FAILED_SHARE = 0.25;
/** After this many failed top-ups in a row, the zone's fills do not count as top-ups, so that the zone does not go before others. */
const MOST_FAILURES = 3;
/** How fast the model follows the readings while up to `FEW_VALVES` or more valves share the pump, 1/s. */
const FOLLOW_RATE = { few: 2.5, many: 12 };
const FEW_VALVES = 2;
/** Bounds of a zone's factor, which says how much faster it fills than the same zone of a median leg. */
const FACTOR_RANGE = { least: 0.4, most: 2.5 };
/** First guess of a zone's factor: a zone counts as small until something is known about it. */
export const INITIAL_FACTOR = 1.2;
/** Largest difference between reading and model that ripple can explain, mmHg. A larger one shows a real rise. */
const MOST_RIPPLE = 3.5;
/**
 * Up to this pressure, mmHg, a zone's rise says nothing about its factor, so the factor stays; and a fill that begins
 * there is no top-up.
 */
const TELLING_PRESSURE = 5;

export class ZoneFill {
  #model = 0;
  /** Pressure that the ramp has reached, mmHg. */
  #ramp = 0;
  #factor = INITIAL_FACTOR;
  #start = 0;
  #isTopUp = false;
  /** Time until the reading with the valve closed, s; 0 = none is due. */
  #readingWait = 0;
  #active = false;
  /** Whether the zone takes no air for now, because its pressure is ahead of the ramp. */
  #held = false;
  /** Whether the pressure rose more than this top-up can explain: the leg moved, or the model is far off. */
  #surprised = false;
  #failed = 0;
  /** Number of top-ups that did not fail, over all sessions. */
  successfulTopUps = 0;
  target = 0;
  /** Fastest rise to aim at, except for top-ups, mmHg/s. */
  climb = FASTEST_RISE;

  get active(): boolean {
    return this.#active;
  }
  get isTopUp(): boolean {
    return this.#isTopUp && this.#failed < MOST_FAILURES;
  }
  /** Whether the latest top-up for this target raised the zone by next to nothing. */
  get hasFailed(): boolean {
    return this.#failed > 0;
  }
  get isTakingReading(): boolean {
    return this.#readingWait > 0;
  }
  get estimate(): number {
    return this.#model;
  }
  /** How much faster this zone fills than the same zone of a median leg, as a ratio. */
  get factor(): number {
    return this.#factor;
  }

  /** Lets this zone's fills count as top-ups again. Call when the zone gets a new target. */
  forgetFailures(): void {
    this.#failed = 0;
  }

  /** @param ramp mmHg/s; 0 = as fast as the limits allow */
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

  get #mostRampAhead(): number {
    return 0.8 + this.climb * 0.04;
  }

  /**
   * One step.
   * @param reading reading minus zero, not smoothed, mmHg; NaN = none
   * @param quick the quick reading, mmHg
   * @param rise rise that the air of the last step should have caused on a median leg, mmHg/s; 0 = the valve was closed
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
