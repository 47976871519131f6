/**
 * Outcome of the last cut given to a pair: in force once both legs have accepted it, failed as soon as one
 * refuses.
 */

import { type Observable, ReplaySubject } from 'rxjs';
import type { TimelineRefusal } from '../../../firmware-protocol/status.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { CutOutcome } from '../cut.ts';

interface Open {
  readonly outcomes: ReplaySubject<CutOutcome>;
  /** Legs that have not accepted it yet. */
  readonly missingFrom: readonly Side[];
}

export class LastCut {
  /** Null once the final outcome has been reported. */
  #open: Open | null = null;

  /** Opens a new cut, superseding the last. @param heldBy legs that already hold it */
  begin(heldBy: readonly Side[] = []): Observable<CutOutcome> {
    this.supersede();
    const outcomes = new ReplaySubject<CutOutcome>(1);
    const missingFrom = (['left', 'right'] as const).filter((side) => !heldBy.includes(side));
    this.#open = { outcomes, missingFrom };
    if (missingFrom.length === 0) outcomes.next({ kind: 'inForce' });
    return outcomes.asObservable();
  }

  /** A leg has accepted it. */
  confirmed(side: Side): void {
    const open = this.#open;
    if (!open?.missingFrom.includes(side)) return;
    const missingFrom = open.missingFrom.filter((other) => other !== side);
    this.#open = { ...open, missingFrom };
    if (missingFrom.length === 0) open.outcomes.next({ kind: 'inForce' });
  }

  /** A leg refused what it was sent last. @returns whether this was reported as the cut's outcome */
  failed(side: Side, reason: TimelineRefusal): boolean {
    const open = this.#open;
    // If the leg had already accepted the cut, what came late is a delay that the pair itself sent.
    if (!open || (reason === 'late' && !open.missingFrom.includes(side))) return false;
    this.#close(reason === 'late' ? { kind: 'late' } : { kind: 'refused', reason });
    return true;
  }

  supersede(): void {
    this.#close({ kind: 'superseded' });
  }

  end(): void {
    this.#close(null);
  }

  #close(last: CutOutcome | null): void {
    const open = this.#open;
    this.#open = null;
    if (last) open?.outcomes.next(last);
    open?.outcomes.complete();
  }
}
