/**
 * Bleeds a zone down to a goal, although air leaves faster than the sensor can follow. If the goal is far and the
 * gauge reads the bag while air flows out, the vent stays open until the rate of fall predicts the goal. The rest
 * leaves in short timed openings. Pressures are in mmHg, times in s.
 */

/** How much longer a vent stays open than commanded, s: it opens in 15 ms and closes in 25. */
const EXTRA_OPEN_TIME = 0.01;
const READING_WAIT = 0.2;
/** First guess of the rate of fall, mmHg/s per √mmHg: that of the smallest zone. */
const INITIAL_RATE = 16;
const RATE_RANGE = { least: 2, most: 40 };
/** Share of the remaining gap that one timed opening may cover. */
const TIMED_SHARE = 0.85;
/** Largest gap between pressure and goal that only timed openings cover, mmHg. */
const WATCHED_GAP = 8;
/** How far above the goal a watched opening aims to end, mmHg. */
const WATCHED_MARGIN = 1;
/** How long the pressure goes on falling after the decision to close, s: the delays of reading and valve together. */
const LAG_TIME = 0.1;
/** Time until a fall shows in the reading, s. */
const BLIND_TIME = 0.06;

export class Bleed {
  /** @param watched whether the gauge reads the bag while air flows out; if not, every opening is timed */
  constructor(private readonly watched = true) {}

  #rate = INITIAL_RATE;
  #state: 'deciding' | 'watched' | 'timed' | 'looking' = 'deciding';
  /** Time left of the timed opening or of the wait for a reading. */
  #left = 0;
  #opened = 0;
  #from = 0;

  /** The smallest fall that one opening can make at `pressure` mmHg, mmHg. @param dt length of a step, s */
  smallestFall(pressure: number, dt: number): number {
    return this.#rate * Math.sqrt(Math.max(0, pressure)) * (dt + EXTRA_OPEN_TIME);
  }

  reset(): void {
    this.#state = 'deciding';
    this.#opened = 0;
  }

  /**
   * One step from `pressure` toward `goal`, mmHg.
   * @param dt s
   * @param closest gap above the goal, mmHg, from which on another opening follows even if the shortest one takes more
   *   than the gap
   * @returns what to do with the vent; `there`: the pressure is as close to the goal as it can get
   */
  step(
    pressure: number,
    goal: number,
    dt: number,
    closest = Number.POSITIVE_INFINITY,
  ): 'open' | 'closed' | 'there' {
    if (this.#state === 'deciding') return this.#decide(pressure, goal, dt, closest);
    this.#left -= dt;
    if (this.#state === 'looking') {
      if (this.#left > dt / 2) return 'closed';
      this.#estimateRate(pressure);
      return this.#decide(pressure, goal, dt, closest);
    }
    this.#opened += dt;
    const open = this.#state === 'watched' ? !this.#isNearGoal(pressure, goal) : this.#left > dt / 2;
    if (open) return 'open';
    this.#state = 'looking';
    this.#left = READING_WAIT;
    return 'closed';
  }

  #decide(pressure: number, goal: number, dt: number, closest: number): 'open' | 'there' {
    const gap = pressure - goal;
    const least = this.smallestFall(pressure, dt);
    if (gap <= 0.5 || gap < Math.min(closest, 0.55 * least)) {
      this.reset();
      return 'there';
    }
    const time = ((TIMED_SHARE * gap) / Math.max(least, 1e-6)) * (dt + EXTRA_OPEN_TIME) - EXTRA_OPEN_TIME;
    this.#state = this.watched && gap > WATCHED_GAP ? 'watched' : 'timed';
    this.#left = Math.max(1, Math.floor(time / dt)) * dt;
    this.#opened = 0;
    this.#from = pressure;
    return 'open';
  }

  #isNearGoal(pressure: number, goal: number): boolean {
    const seen = this.#opened > 2 * BLIND_TIME ? (this.#from - pressure) / (this.#opened - BLIND_TIME) : 0;
    const known = this.#opened > 2 * BLIND_TIME ? 0 : this.#rate * Math.sqrt(Math.max(0, pressure));
    return pressure - LAG_TIME * Math.max(seen, known) <= goal + WATCHED_MARGIN;
  }

  #estimateRate(pressure: number): void {
    const middle = Math.max(1, (this.#from + pressure) / 2);
    const seen = (this.#from - pressure) / (Math.sqrt(middle) * (this.#opened + EXTRA_OPEN_TIME));
    this.#rate = Math.min(
      RATE_RANGE.most,
      Math.max(RATE_RANGE.least, this.#rate + 0.7 * (seen - this.#rate)),
    );
  }
}
