/**
 * Bleeds a zone down to a pressure. Air leaves faster than the sensor can follow. Over a long way the vent
 * stays open until the measured rate predicts that the goal will be reached; the rest goes in short openings
 * timed by a learned rate, with a reading after each that corrects the rate.
 */

/** A vent stays open this much longer than commanded, s (it opens in 15 ms and closes in 25). */
const TAIL = 0.01;
/** How long to wait before taking a reading, s. */
const LOOK = 0.2;
/** Initial guess of the fall, in mmHg/s per √mmHg: that of the smallest zone. */
const FIRST_RATE = 16;
const RATES = { least: 2, most: 40 };
/** Share of the remaining way that one timed opening may cover. */
const SHARE = 0.85;
/** A longer way than this is covered in one opening while watching the reading, mmHg. */
const LONG = 8;
/** Such an opening ends this far above the goal, mmHg. */
const SPARE = 1;
/** Delay of reading and valve together: the pressure goes on falling for this long, s. */
const LAG = 0.1;
/** Time before a fall shows in the reading, s. */
const BLIND = 0.06;

export class Bleed {
  /** @param watched whether the gauge reads the bag while its air flows; else every opening is timed */
  constructor(private readonly watched = true) {}

  #rate = FIRST_RATE;
  #state: 'deciding' | 'watched' | 'timed' | 'looking' = 'deciding';
  /** Rest of the timed opening or of the wait, s. */
  #left = 0;
  /** Length of the opening to learn from, s. */
  #opened = 0;
  #from = 0;

  /** The smallest fall that one opening can make, mmHg. */
  leastFall(pressure: number, dt: number): number {
    return this.#rate * Math.sqrt(Math.max(0, pressure)) * (dt + TAIL);
  }

  reset(): void {
    this.#state = 'deciding';
    this.#opened = 0;
  }

  /**
   * One step toward `goal` mmHg.
   * @param dt s
   * @returns open: open the vent; there: the goal is as close as it can be reached
   */
  step(pressure: number, goal: number, dt: number): 'open' | 'closed' | 'there' {
    if (this.#state === 'deciding') return this.#decide(pressure, goal, dt);
    this.#left -= dt;
    if (this.#state === 'looking') {
      if (this.#left > dt / 2) return 'closed';
      this.#learn(pressure);
      return this.#decide(pressure, goal, dt);
    }
    this.#opened += dt;
    const open = this.#state === 'watched' ? !this.#near(pressure, goal) : this.#left > dt / 2;
    if (open) return 'open';
    this.#state = 'looking';
    this.#left = LOOK;
    return 'closed';
  }

  #decide(pressure: number, goal: number, dt: number): 'open' | 'there' {
    const gap = pressure - goal;
    const least = this.leastFall(pressure, dt);
    if (gap <= 0.5 || gap < 0.55 * least) {
      this.reset();
      return 'there';
    }
    const time = ((SHARE * gap) / Math.max(least, 1e-6)) * (dt + TAIL) - TAIL;
    this.#state = this.watched && gap > LONG ? 'watched' : 'timed';
    this.#left = Math.max(1, Math.floor(time / dt)) * dt;
    this.#opened = 0;
    this.#from = pressure;
    return 'open';
  }

  #near(pressure: number, goal: number): boolean {
    const seen = this.#opened > 2 * BLIND ? (this.#from - pressure) / (this.#opened - BLIND) : 0;
    const known = this.#opened > 2 * BLIND ? 0 : this.#rate * Math.sqrt(Math.max(0, pressure));
    return pressure - LAG * Math.max(seen, known) <= goal + SPARE;
  }

  #learn(pressure: number): void {
    const middle = Math.max(1, (this.#from + pressure) / 2);
    const seen = (this.#from - pressure) / (Math.sqrt(middle) * (this.#opened + TAIL));
    this.#rate = Math.min(RATES.most, Math.max(RATES.least, this.#rate + 0.7 * (seen - this.#rate)));
  }
}
