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
const STAY = { share: 0.9, extra: 1.5 };

export interface Wish {
  /** mmHg */
  readonly pressure: number;
  readonly wants: boolean;
  /** Only to be topped up: such a zone goes first, the highest before the others. */
  readonly short: boolean;
}

export class ManifoldShare {
  #closing = 0;

  constructor(
    private readonly air: AirModel,
    private readonly open: Uint8Array,
  ) {}

  /** Decides which fill valves are open, in place. @returns how many are */
  choose(wishes: readonly Wish[], drive: number, dt: number): number {
    this.#closing = Math.max(0, this.#closing - dt);
    const first = this.#first(wishes);
    let near = 0;
    for (const wish of wishes) if (wish.wants && Math.abs(wish.pressure - first) <= NEAR) near++;
    const head = this.air.head(drive, first, near);
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

  #first(wishes: readonly Wish[]): number {
    let lowest = Number.POSITIVE_INFINITY;
    let highestShort = Number.NEGATIVE_INFINITY;
    for (const wish of wishes) {
      if (!wish.wants) continue;
      lowest = Math.min(lowest, wish.pressure);
      if (wish.short) highestShort = Math.max(highestShort, wish.pressure);
    }
    return highestShort > Number.NEGATIVE_INFINITY ? highestShort : lowest;
  }
}
