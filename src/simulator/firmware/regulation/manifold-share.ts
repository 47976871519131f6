/**
 * Decides which zones may take air from the shared pump at the same time. The manifold pressure is only a little above
 * that of the lowest open zone, so a zone at a higher pressure would lose air if its fill valve opened. Two zones that
 * share a valve count as one.
 */

import type { AirModel } from './air-model.ts';

/**
 * Zones this close to the pressure of the zone that goes first count in the estimate of the manifold pressure, mmHg.
 */
const NEAR_PRESSURE = 4;
/** Time that fill valves get to close before another zone's fill valve may open, s. */
const CLOSING_TIME = 0.04;
/**
 * How far a zone's pressure may be from that of the zone that goes first, for its fill valve to open: `extra` mmHg plus
 * a share of the head, which is how far the manifold is above the zones.
 */
const ENTER_DISTANCE = { share: 0.3, extra: 0.5 };
/** How far a zone's pressure may be from that of the zone that goes first, for its open fill valve to stay open: in the same form. */
const STAY_DISTANCE = { share: 0.7, extra: 1.5 };
/**
 * Shortfall at which a zone has waited too long for top-ups of other zones, mmHg. Top-ups go first, but such a zone
 * goes before them.
 */
const PASSED_OVER_SHORTFALL = { least: 2.6, most: 6 };

export interface AirRequest {
  /** Pressure of the zone, mmHg. */
  readonly pressure: number;
  /** Whether the zone wants air. */
  readonly wants: boolean;
  /** Whether the zone needs only a top-up: then it goes first. */
  readonly isTopUp: boolean;
  /** How far the zone is below its target, mmHg. */
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
   * Pressure of the zone that goes first, mmHg. If any zone needs a top-up, that is the zone that has waited too long
   * and lacks the most, or else the highest zone that needs a top-up. Otherwise it is the lowest zone that wants air.
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
