/**
 * Which zones may take air from the shared pump together. The manifold stands little above the lowest zone that is open to it: a
 * fill valve opened onto it at a higher pressure would let that zone's air out.
 */

import type { AirModel } from './air-model.ts';

/** Zones this close to the first count when the manifold's pressure is estimated, mmHg. */
const NEAR = 4;
/** Valves need this long to close before another zone's may open, s. */
const CLOSING = 0.04;
/** Share of the manifold's head that a zone may stand above the first to be let in, and to be kept in; and mmHg on top. */
const ENTER = { share: 0.3, extra: 0.5 };
const STAY = { share: 0.7, extra: 1.5 };
/** While any zone is topped up, one that lacks this much was passed over for too long and goes before all others, mmHg. */
const PASSED_OVER = { least: 2.6, most: 6 };

export interface Wish {
  /** mmHg */
  readonly pressure: number;
  readonly wants: boolean;
  /** Only to be topped up: such a zone goes first. */
  readonly short: boolean;
  /** How far it is below its target, mmHg. */
  readonly lacks: number;
}

const wanting = ({ wants }: Wish): boolean => wants;

export class ManifoldShare {
  #closing = 0;

  constructor(
    private readonly air: AirModel,
    private readonly open: Uint8Array,
  ) {}

  /** Decides which fill valves are open, in place. @returns how many are */
  choose(wishes: readonly Wish[], drive: number, dt: number): number {
    this.#closing = Math.max(0, this.#closing - dt);
    if (!wishes.some(wanting) && !this.open.includes(1)) return 0;
    const first = this.#first(wishes);
    let near = 0;
    for (const wish of wishes) if (wish.wants && Math.abs(wish.pressure - first) <= NEAR) near++;
    const head = this.air.head(drive, first, near + 1);
    let count = 0;
    let closed = false;
    for (let zone = 0; zone < this.open.length; zone++) {
      if (this.open[zone] === 0) continue;
      const wish = wishes[zone];
      const apart = wish?.wants ? Math.abs(wish.pressure - first) : Number.POSITIVE_INFINITY;
      if (apart <= STAY.share * head + STAY.extra) count++;
      else {
        this.open[zone] = 0;
        closed = true;
      }
    }
    if (closed) this.#closing = CLOSING;
    if (this.#closing > dt / 2) return count;
    for (let zone = 0; zone < this.open.length; zone++) {
      const wish = wishes[zone];
      if (this.open[zone] === 1 || !wish?.wants) continue;
      if (Math.abs(wish.pressure - first) > ENTER.share * head + ENTER.extra) continue;
      this.open[zone] = 1;
      count++;
    }
    return count;
  }

  /** The highest zone that is to be topped up, unless one was passed over; where there is none, the lowest of all. */
  #first(wishes: readonly Wish[]): number {
    let lowest = Number.POSITIVE_INFINITY;
    let highestShort = Number.NEGATIVE_INFINITY;
    let lackingMost = 0;
    let passedOver = 0;
    for (let zone = 0; zone < wishes.length; zone++) {
      const wish = wishes[zone];
      if (!wish?.wants) continue;
      const { pressure, lacks, short } = wish;
      lowest = Math.min(lowest, pressure);
      if (short) highestShort = Math.max(highestShort, pressure);
      if (lacks < PASSED_OVER.least || lacks > PASSED_OVER.most || lacks <= lackingMost) continue;
      lackingMost = lacks;
      passedOver = pressure;
    }
    if (highestShort === Number.NEGATIVE_INFINITY) return lowest;
    return lackingMost > 0 ? passedOver : highestShort;
  }
}
