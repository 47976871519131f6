/**
 * Lets a zone down to a pressure. A vent is quicker than a sensor: over a long way it stays open until the fall seen so far says
 * where it will end; the rest goes in openings as long as half-known experience says, each with a look, and each teaches.
 */

/** A vent stays open this much longer than it is told, s (it opens in 15 ms and closes in 25). */
const TAIL = 0.01;
/** How long to wait before a look, s. */
const LOOK = 0.2;
/** Fall a second for a root of a mmHg, before anything is known: that of the smallest zone. */
const FIRST_RATE = 16;
const RATES = { least: 2, most: 40 };
/** Share of the way that one opening may go. */
const SHARE = 0.85;
/** A way longer than this is gone in one opening that is watched, mmHg. */
const LONG = 8;
/** Such an opening ends this far above the goal, mmHg. */
const SPARE = 1;
/** The reading lags, and the valve too: what falls before a look at the reading has an effect, s. */
const LAG = 0.1;
/** Nothing is seen of a fall before this, s. */
const BLIND = 0.06;

export class Bleed {
  #rate = FIRST_RATE;
  #state: 'deciding' | 'watched' | 'timed' | 'looking' = 'deciding';
  /** Of a timed opening or a look, s. */
  #left = 0;
  /** Of the opening that is to be learned from, s. */
  #opened = 0;
  #from = 0;

  /** The least that one opening lets out, mmHg. */
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
   * @returns open: the vent is to be open; there: nothing more can be done
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
    this.#state = gap > LONG ? 'watched' : 'timed';
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
