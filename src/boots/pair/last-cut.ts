/** The outcome of a pair's last cut: in force once both legs have accepted it, failed as soon as one leg refuses it. */

import { type Observable, ReplaySubject } from 'rxjs';
import type { TimelineRefusal } from '../../../firmware-protocol/status.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { CutOutcome } from '../cut.ts';

interface Open {
  readonly outcomes: ReplaySubject<CutOutcome>;
  readonly missingFrom: readonly Side[];
}

export class LastCut {
  /** The last cut, as long as it may have another outcome; null = there is none. */
  #open: Open | null = null;

  /** Begins a new cut, which supersedes the last. @param heldBy legs that already hold the new one */
  begin(heldBy: readonly Side[] = []): Observable<CutOutcome> {
    this.supersede();
    const outcomes = new ReplaySubject<CutOutcome>(1);
    const missingFrom = (['left', 'right'] as const).filter((side) => !heldBy.includes(side));
    this.#open = { outcomes, missingFrom };
    if (missingFrom.length === 0) outcomes.next({ kind: 'inForce' });
    return outcomes.asObservable();
  }

  confirmed(side: Side): void {
    const open = this.#open;
    if (!open?.missingFrom.includes(side)) return;
    const missingFrom = open.missingFrom.filter((other) => other !== side);
    this.#open = { ...open, missingFrom };
    if (missingFrom.length === 0) open.outcomes.next({ kind: 'inForce' });
  }

  /** Call when a leg has refused what it was sent last. @returns whether the refusal was reported as the outcome of the cut */
  failed(side: Side, reason: TimelineRefusal): boolean {
    const open = this.#open;
    // If the leg had already accepted the cut, what came late was a later change, which the pair itself sent to keep the legs in step.
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
