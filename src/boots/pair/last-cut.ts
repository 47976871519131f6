/** What is told of the last cut given to a pair: it is in force once both legs have it, and fails with the first that does not. */

import { type Observable, ReplaySubject } from 'rxjs';
import type { TimelineRefusal } from '../../../firmware-protocol/status.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Played } from '../cut.ts';

interface Open {
  readonly told: ReplaySubject<Played>;
  /** The legs that do not have it yet. */
  readonly waitsFor: readonly Side[];
}

export class LastCut {
  /** Null once there is nothing more to be told. */
  #open: Open | null = null;

  /** Takes the place of the one before. @param has legs that have it already */
  begin(has: readonly Side[] = []): Observable<Played> {
    this.supersede();
    const told = new ReplaySubject<Played>(1);
    const waitsFor = (['left', 'right'] as const).filter((side) => !has.includes(side));
    this.#open = { told, waitsFor };
    if (waitsFor.length === 0) told.next({ kind: 'inForce' });
    return told.asObservable();
  }

  /** A leg has it. */
  confirmed(side: Side): void {
    const open = this.#open;
    if (!open?.waitsFor.includes(side)) return;
    const waitsFor = open.waitsFor.filter((other) => other !== side);
    this.#open = { ...open, waitsFor };
    if (waitsFor.length === 0) open.told.next({ kind: 'inForce' });
  }

  /** A leg does not take what it was given last. @returns whether that has been told */
  failed(side: Side, reason: TimelineRefusal): boolean {
    const open = this.#open;
    // What comes late once the leg has the cut is what the pair itself put off.
    if (!open || (reason === 'late' && !open.waitsFor.includes(side))) return false;
    this.#close(reason === 'late' ? { kind: 'late' } : { kind: 'refused', reason });
    return true;
  }

  supersede(): void {
    this.#close({ kind: 'superseded' });
  }

  /** The session is over. */
  end(): void {
    this.#close(null);
  }

  #close(last: Played | null): void {
    const open = this.#open;
    this.#open = null;
    if (last) open?.told.next(last);
    open?.told.complete();
  }
}
