/**
 * Decides which zones may take air from the shared pump at the same time. The manifold pressure is only a little above
 * that of the lowest open zone, so a zone at a higher pressure would lose air if its fill valve opened. Two zones that
 * share a valve count as one. Pressures are in mmHg.
 */

import type { AirModel } from './air-model.ts';

/**
 * Zones this close to the pressure of the zone that goes first count in the estimate of the manifold pressure, mmHg.
 */
const NEAR_PRESSURE = 4;
/** Time that fill valves get to close before another zone's fill valve may open, s. */
const CLOSING_TIME = 0.04;
/**
 * A zone's fill valve may open if the zone's pressure is no further than this from that of the zone that goes first:
 * `extra` mmHg plus a `share` of the head (how far the manifold's pressure is above that of the zones).
 */
const ENTER_DISTANCE = { share: 0.3, extra: 0.5 };
/**
 * An open fill valve closes if its zone's pressure is further than this from that of the zone that goes first (`extra`
 * and `share` as above).
 */
const STAY_DISTANCE = { share: 0.7, extra: 1.5 };
/**
 * A zone that is between `least` and `most` mmHg below its target has waited too long while other zones were topped
 * up. Top-ups go before other fills, but such a zone goes before top-ups.
 */
const PASSED_OVER_SHORTFALL = { least: 2.6, most: 6 };

export interface AirRequest {
  readonly pressure: number;
  readonly wants: boolean;
  /** Whether the zone needs only a top-up, a fill of a few mmHg. */
  readonly isTopUp: boolean;
  readonly shortfall: number;
}

const wantsAir = ({ wants }: AirRequest): boolean => wants;

export class ManifoldShare {
  /** Time until the fill valves that were commanded to close are shut, s. */
  #closing = 0;

  /** @param open 1 = the fill valve is open; `choose` changes this */
  constructor(
    private readonly air: AirModel,
    private readonly open: Uint8Array,
  ) {}

  /** Opens and closes fill valves in `open`. @param drive 0 to 1 @param dt s @returns how many are open */
  choose(requests: readonly AirRequest[], drive: number, dt: number): number {
    this.#closing = Math.max(0, this.#closing - dt);
    if (!requests.some(wantsAir) && !this.open.includes(1)) return 0;
    const first = this.#first(requests);
    let near = 0;
    for (const request of requests)
      if (request.wants && Math.abs(request.pressure - first) <= NEAR_PRESSURE) near++;
    const head = this.air.head(drive, first, near + 1);
    let count = 0;
    let closed = false;
    for (let zone = 0; zone < this.open.length; zone++) {
      if (this.open[zone] === 0) continue;
      const request = requests[zone];
      const apart = request?.wants ? Math.abs(request.pressure - first) : Number.POSITIVE_INFINITY;
      if (apart <= STAY_DISTANCE.share * head + STAY_DISTANCE.extra) count++;
      else {
        this.open[zone] = 0;
        closed = true;
      }
    }
    if (closed) this.#closing = CLOSING_TIME;
    if (this.#closing > dt / 2) return count;
    for (let zone = 0; zone < this.open.length; zone++) {
      const request = requests[zone];
      if (this.open[zone] === 1 || !request?.wants) continue;
      if (Math.abs(request.pressure - first) > ENTER_DISTANCE.share * head + ENTER_DISTANCE.extra) continue;
      this.open[zone] = 1;
      count++;
    }
    return count;
  }

  /**
   * Pressure of the zone that goes first, mmHg. While no zone needs a top-up, that is the lowest zone that wants air.
   * Otherwise it is the zone that has waited too long and lacks the most, or, if no zone has waited too long, the highest
   * zone that needs a top-up.
   */
  #first(requests: readonly AirRequest[]): number {
    let lowest = Number.POSITIVE_INFINITY;
    let highestShort = Number.NEGATIVE_INFINITY;
    let lackingMost = 0;
    let passedOver = 0;
    for (let zone = 0; zone < requests.length; zone++) {
      const request = requests[zone];
      if (!request?.wants) continue;
      const { pressure, shortfall, isTopUp } = request;
      lowest = Math.min(lowest, pressure);
      if (isTopUp) highestShort = Math.max(highestShort, pressure);
      if (
        shortfall < PASSED_OVER_SHORTFALL.least ||
        shortfall > PASSED_OVER_SHORTFALL.most ||
        shortfall <= lackingMost
      )
        continue;
      lackingMost = shortfall;
      passedOver = pressure;
    }
    if (highestShort === Number.NEGATIVE_INFINITY) return lowest;
    return lackingMost > 0 ? passedOver : highestShort;
  }
}
