/**
 * Detects boots that report that they run but stand still: their clock, or the sum of playhead and waits, does not advance from one status to
 * the next. Such boots keep squeezing what they squeeze.
 */

import { elapsed, type Instant } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';

/** After this time without an advance boots stand still, ms. Boots report every second, and two reports may come right after each other. */
const STANDSTILL_TIME = 1800;

interface Movement {
  readonly active: number;
  readonly activeAt: Instant;
  readonly clock: number;
  readonly clockAt: Instant;
}

export class PlayheadWatch {
  #moved: Movement | null = null;

  /** Call on a new link: what was reported before it says nothing now. */
  begin(): void {
    this.#moved = null;
  }

  /** Takes a status. @returns whether the boots stand still */
  isStandingStill({ therapy, playhead, waited, clock }: Status, now: Instant): boolean {
    if (therapy !== 'running') {
      this.#moved = null;
      return false;
    }
    const active = playhead + waited;
    const before = this.#moved;
    this.#moved = {
      active,
      activeAt: before && before.active === active ? before.activeAt : now,
      clock,
      clockAt: before && before.clock === clock ? before.clockAt : now,
    };
    const { activeAt, clockAt } = this.#moved;
    return elapsed(activeAt, now) > STANDSTILL_TIME || elapsed(clockAt, now) > STANDSTILL_TIME;
  }
}
