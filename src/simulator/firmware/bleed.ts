/**
 * Lets a zone down to a pressure. A vent is far quicker than a sensor: so it opens for as long as half-known experience says,
 * looks, and learns.
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

export class Bleed {
  #rate = FIRST_RATE;
  #openFor = 0;
  #opened = 0;
  #looking = 0;
  #from = 0;

  /** The least that one opening lets out, mmHg. */
  leastFall(pressure: number, dt: number): number {
    return this.#rate * Math.sqrt(Math.max(0, pressure)) * (dt + TAIL);
  }

  reset(): void {
    this.#openFor = 0;
    this.#looking = 0;
    this.#opened = 0;
  }

  /**
   * One step toward `goal` mmHg.
   * @param dt s
   * @returns open: the vent is to be open; there: nothing more can be done
   */
  step(pressure: number, goal: number, dt: number): 'open' | 'closed' | 'there' {
    if (this.#openFor > 0) {
      this.#openFor -= dt;
      if (this.#openFor > dt / 2) return 'open';
      this.#openFor = 0;
      this.#looking = LOOK;
      return 'closed';
    }
    if (this.#looking > dt / 2) {
      this.#looking -= dt;
      return 'closed';
    }
    if (this.#opened > 0) this.#learn(pressure);
    const gap = pressure - goal;
    const least = this.leastFall(pressure, dt);
    if (gap <= 0.5 || gap < 0.55 * least) return 'there';
    const steps = Math.max(
      1,
      Math.floor(((SHARE * gap) / Math.max(least, 1e-6)) * ((dt + TAIL) / dt) - TAIL / dt),
    );
    this.#openFor = steps * dt;
    this.#opened = this.#openFor + TAIL;
    this.#from = pressure;
    return 'open';
  }

  #learn(pressure: number): void {
    const middle = Math.max(1, (this.#from + pressure) / 2);
    const seen = (this.#from - pressure) / (Math.sqrt(middle) * this.#opened);
    this.#rate = Math.min(RATES.most, Math.max(RATES.least, this.#rate + 0.7 * (seen - this.#rate)));
    this.#opened = 0;
  }
}
