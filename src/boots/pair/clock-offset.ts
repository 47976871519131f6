/**
 * Measures the offset between one boot's clock and this page's clock by round trips, as if the boot read its clock at the
 * midpoint. The shortest recent trip counts, because a wait for a connection event may lengthen either half of a trip.
 */

import type { Request } from '../../../firmware-protocol/command.ts';
import {
  elapsed,
  type Instant,
  instant,
  type Milliseconds,
  milliseconds,
} from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import type { CommandOutcome } from '../command-outcome.ts';

interface Trip {
  readonly at: Instant;
  /** Duration of the trip, ms. */
  readonly lasted: number;
  /** This page's time minus the boot's clock, at the midpoint of the trip, ms. */
  readonly offset: number;
}

/** Trips older than this are dropped at the next `know` or `trip`: two crystals 100 ppm apart drift by 6 ms in that time. */
const TRIP_LIFETIME: Milliseconds = milliseconds(60_000);
/**
 * A reading of the boot's clock is younger than this when it arrives. A larger difference means that the boot rebooted, or
 * that its clock is wrong.
 */
const OLDEST_READING: Milliseconds = milliseconds(2000);
const WRAP = 2 ** 32;

export class ClockOffset {
  #trips: readonly Trip[] = [];

  constructor(
    readonly boots: { command(request: Request<'readClock'>): Promise<CommandOutcome<'readClock'>> },
    readonly clock: Clock,
  ) {}

  /** Call when the boot has rebooted, because its clock has restarted at 0. */
  forget(): void {
    this.#trips = [];
  }

  /** Makes round trips until there are this many recent ones. @returns false if one fails */
  async know(trips: number): Promise<boolean> {
    this.#trips = this.#trips.filter(({ at }) => elapsed(at, this.clock.now()) < TRIP_LIFETIME);
    while (this.#trips.length < trips) if (!(await this.trip())) return false;
    return true;
  }

  async trip(): Promise<boolean> {
    const began = this.clock.now();
    const outcome = await this.boots.command({ op: 'readClock' });
    if (outcome.kind !== 'acknowledged') return false;
    const at = this.clock.now();
    const lasted = elapsed(began, at);
    const trip: Trip = { at, lasted, offset: began + lasted / 2 - outcome.response.clock };
    this.#trips = [...this.#trips.filter((old) => elapsed(old.at, at) < TRIP_LIFETIME), trip];
    return true;
  }

  get shortest(): Milliseconds | null {
    const best = this.#best();
    return best && milliseconds(best.lasted);
  }

  get last(): Milliseconds | null {
    const last = this.#trips.at(-1);
    return last ? milliseconds(last.lasted) : null;
  }

  /** What the boot's clock reads at an instant; null = unknown. Never 0, which means *now* in a Start or Resume (PROTOCOL.md START-3). */
  clockAt(at: Instant): Milliseconds | null {
    const best = this.#best();
    if (!best) return null;
    const clock = Math.round(at - best.offset) % WRAP;
    return milliseconds(clock < 0 ? clock + WRAP : clock || 1);
  }

  /**
   * The instant at which the boot's clock had this reading; `heard` if the offset is unknown or the reading implausible.
   * @param heard when the reading arrived
   */
  instantOf(clock: Milliseconds, heard: Instant): Instant {
    const now = this.clockAt(heard);
    if (now === null) return heard;
    const ago = (now - clock) | 0;
    return ago > 0 && ago < OLDEST_READING ? instant(heard - ago) : heard;
  }

  #best(): Trip | null {
    return this.#trips.reduce<Trip | null>(
      (best, trip) => (best === null || trip.lasted < best.lasted ? trip : best),
      null,
    );
  }
}
