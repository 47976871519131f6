/**
 * Detects boots that report that they run, but stand still: their clock or their running time (playhead plus waits) does not
 * advance. Such boots keep squeezing whatever they squeeze.
 */

import { elapsed, type Instant } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';

/**
 * Boots that have not advanced for longer than this stand still, ms. Boots report at least once a second in a session, and a
 * report may come late.
 */
const STANDSTILL_TIME = 1800;

interface Movement {
  /** Running time, ms. */
  readonly active: number;
  readonly activeAt: Instant;
  readonly clock: number;
  readonly clockAt: Instant;
}

export class PlayheadWatch {
  #moved: Movement | null = null;

  /** Call on a new link, because what was reported on an earlier link does not count. */
  begin(): void {
    this.#moved = null;
  }

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
