/**
 * Decides which zones may take air from the shared pump together. The manifold's pressure is only a little
 * above that of the lowest open zone: opening the fill valve of a zone at a higher pressure would let that
 * zone's air out.
 */

import type { AirModel } from './air-model.ts';

/** Zones this close to the first one count when estimating the manifold's pressure, mmHg. */
const NEAR = 4;
/** Time valves need to close before another zone's may open, s. */
const CLOSING = 0.04;
/**
 * How far a zone may be from the first one to be let in, and to be kept in: a share of the manifold's head,
 * plus mmHg.
 */
const ENTER = { share: 0.3, extra: 0.5 };
const STAY = { share: 0.7, extra: 1.5 };
/**
 * While zones are being topped up, a zone that lacks this much has been passed over for too long and goes
 * first, mmHg.
 */
const PASSED_OVER = { least: 2.6, most: 6 };

export interface AirRequest {
  /** mmHg */
  readonly pressure: number;
  readonly wants: boolean;
  /** Needs only a top-up: such zones go first. */
  readonly short: boolean;
  /** How far the zone is below its target, mmHg. */
  readonly shortfall: number;
}

const wanting = ({ wants }: AirRequest): boolean => wants;

export class ManifoldShare {
  #closing = 0;

  constructor(
    private readonly air: AirModel,
    private readonly open: Uint8Array,
  ) {}

  /** Decides which fill valves are open, in place. @returns how many are */
  choose(requests: readonly AirRequest[], drive: number, dt: number): number {
    this.#closing = Math.max(0, this.#closing - dt);
    if (!requests.some(wanting) && !this.open.includes(1)) return 0;
    const first = this.#first(requests);
    let near = 0;
    for (const request of requests) if (request.wants && Math.abs(request.pressure - first) <= NEAR) near++;
    const head = this.air.head(drive, first, near + 1);
    let count = 0;
    let closed = false;
    for (let zone = 0; zone < this.open.length; zone++) {
      if (this.open[zone] === 0) continue;
      const request = requests[zone];
      const apart = request?.wants ? Math.abs(request.pressure - first) : Number.POSITIVE_INFINITY;
      if (apart <= STAY.share * head + STAY.extra) count++;
      else {
        this.open[zone] = 0;
        closed = true;
      }
    }
    if (closed) this.#closing = CLOSING;
    if (this.#closing > dt / 2) return count;
    for (let zone = 0; zone < this.open.length; zone++) {
      const request = requests[zone];
      if (this.open[zone] === 1 || !request?.wants) continue;
      if (Math.abs(request.pressure - first) > ENTER.share * head + ENTER.extra) continue;
      this.open[zone] = 1;
      count++;
    }
    return count;
  }

  /**
   * Pressure of the zone to serve first: the highest that needs a top-up, unless one was passed over; without
   * top-ups, the lowest.
   */
  #first(requests: readonly AirRequest[]): number {
    let lowest = Number.POSITIVE_INFINITY;
    let highestShort = Number.NEGATIVE_INFINITY;
    let lackingMost = 0;
    let passedOver = 0;
    for (let zone = 0; zone < requests.length; zone++) {
      const request = requests[zone];
      if (!request?.wants) continue;
      const { pressure, shortfall, short } = request;
      lowest = Math.min(lowest, pressure);
      if (short) highestShort = Math.max(highestShort, pressure);
      if (shortfall < PASSED_OVER.least || shortfall > PASSED_OVER.most || shortfall <= lackingMost) continue;
      lackingMost = shortfall;
      passedOver = pressure;
    }
    if (highestShort === Number.NEGATIVE_INFINITY) return lowest;
    return lackingMost > 0 ? passedOver : highestShort;
  }
}
