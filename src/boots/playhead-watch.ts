/**
 * Notices boots that say that they run and stand still: their clock, or their playhead and waits together, do not go on from one status to the
 * next. Such boots hold what they hold.
 */

import { elapsed, type Instant } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';

/** Boots report every second; after this, ms, it is not that two reports came one right after the other. */
const STANDS = 1800;

interface Moved {
  readonly active: number;
  readonly activeAt: Instant;
  readonly clock: number;
  readonly clockAt: Instant;
}

export class PlayheadWatch {
  #moved: Moved | null = null;

  /** A new link, or a new session: what was heard before says nothing. */
  begin(): void {
    this.#moved = null;
  }

  /** @returns whether they stand still */
  heard({ therapy, playhead, waited, clock }: Status, now: Instant): boolean {
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
    return elapsed(activeAt, now) > STANDS || elapsed(clockAt, now) > STANDS;
  }
}
