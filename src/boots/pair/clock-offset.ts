/**
 * How one boot's clock stands to the controller's. The midpoint of a round trip is when the boots read their clock; the shortest
 * of the last ones is the best, since what a trip waits for the connection's beat it need not wait both ways alike.
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
  readonly lasted: number;
  /** Controller's time less boots' clock, at the middle. */
  readonly offset: number;
}

/** Crystals of 100 ppm are 6 ms apart by then. */
const OLD: Milliseconds = milliseconds(60_000);
/** Boots that differ by more than that from what was heard have begun anew, or lie. */
const LATEST: Milliseconds = milliseconds(2000);
const WRAP = 2 ** 32;

export class ClockOffset {
  #trips: readonly Trip[] = [];

  constructor(
    readonly boots: { command(request: Request<'readClock'>): Promise<CommandOutcome<'readClock'>> },
    readonly clock: Clock,
  ) {}

  /** Boots that booted again count from 0. */
  forget(): void {
    this.#trips = [];
  }

  /** Makes round trips until so many of late are known, or one fails. */
  async know(trips: number): Promise<boolean> {
    this.#trips = this.#trips.filter(({ at }) => elapsed(at, this.clock.now()) < OLD);
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
    this.#trips = [...this.#trips.filter((old) => elapsed(old.at, at) < OLD), trip];
    return true;
  }

  /** How long the shortest of late took; null = none is known. */
  get shortest(): Milliseconds | null {
    const best = this.#best();
    return best && milliseconds(best.lasted);
  }

  /** How long the last one took; null = none is known. */
  get last(): Milliseconds | null {
    const last = this.#trips.at(-1);
    return last ? milliseconds(last.lasted) : null;
  }

  /** What the boots' clock shows at an instant; null = not known. Never 0, which on the wire means now. */
  clockAt(at: Instant): Milliseconds | null {
    const best = this.#best();
    if (!best) return null;
    const clock = Math.round(at - best.offset) % WRAP;
    return milliseconds(clock < 0 ? clock + WRAP : clock || 1);
  }

  /** When the boots' clock showed this, given when that was heard of: never later. */
  instantOf(clock: Milliseconds, heard: Instant): Instant {
    const now = this.clockAt(heard);
    if (now === null) return heard;
    const ago = (now - clock) | 0;
    return ago > 0 && ago < LATEST ? instant(heard - ago) : heard;
  }

  #best(): Trip | null {
    return this.#trips.reduce<Trip | null>(
      (best, trip) => (best === null || trip.lasted < best.lasted ? trip : best),
      null,
    );
  }
}
