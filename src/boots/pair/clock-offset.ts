/**
 * The offset between one boot's clock and the controller's, measured by round trips. The boot is assumed to read its clock
 * at the midpoint of a trip. The shortest recent trip is the most accurate, because waiting for a connection event may
 * lengthen either half.
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
  /** When the trip ended. */
  readonly at: Instant;
  /** Duration of the trip, ms. */
  readonly lasted: number;
  /** Controller time minus boot clock, at the midpoint of the trip, ms. */
  readonly offset: number;
}

/** Trips older than this are dropped at the next one: two crystals 100 ppm apart drift by 6 ms in that time. */
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

  /** Call when the boot has rebooted: its clock has restarted at 0. */
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

  /** Duration of the shortest trip; null = none is known. */
  get shortest(): Milliseconds | null {
    const best = this.#best();
    return best && milliseconds(best.lasted);
  }

  /** Duration of the last trip; null = none is known. */
  get last(): Milliseconds | null {
    const last = this.#trips.at(-1);
    return last ? milliseconds(last.lasted) : null;
  }

  /** What the boot's clock reads at an instant; null = unknown. Never 0, which means *now* on the wire. */
  clockAt(at: Instant): Milliseconds | null {
    const best = this.#best();
    if (!best) return null;
    const clock = Math.round(at - best.offset) % WRAP;
    return milliseconds(clock < 0 ? clock + WRAP : clock || 1);
  }

  /**
   * The instant at which the boot's clock had this reading; `heard` if the offset is unknown or the reading implausible.
   * @param heard when the reading arrived; the result is never later
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
