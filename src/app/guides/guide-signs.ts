/**
 * Reports the warning signs that a guide asks about, and says which guides are closed: by the locks (what a sign forbids) of journal and
 * plan, or by the answers to the health questions. A sign goes to the journal, which reports it to the plan. Before the journal has
 * loaded, a sign goes to the plan or, without a plan, lasts only as long as the page.
 */

import type { GuideId, Sign } from '../../guide/guide.ts';
import type { Entry, EntryContent } from '../../journal/entry.ts';
import { lastScreened } from '../../journal/gate.ts';
import { locksIn } from '../../journal/reports.ts';
import { type Lock, locksOf, signs } from '../../plan/change/locks.ts';
import type { Report } from '../../plan/plan-request.ts';
import { type Moment, type TimeZone, wallAt } from '../../plan/time/wall-clock.ts';
import { isRuledOut, lockOn } from '../../ui/guides/guide-locks.ts';
import type { PlanOfPage } from '../plan/plan-of-page.ts';

export interface GuideJournal {
  readonly own: readonly Entry[];
  note(content: EntryContent, at?: Moment): unknown;
}

export class GuideSigns {
  journal: GuideJournal | null = null;
  #reports: readonly Report[] = [];

  constructor(
    private readonly plan: PlanOfPage,
    private readonly today: () => Moment,
  ) {}

  private get zone(): TimeZone {
    return this.plan.view.value.zone;
  }

  /** The locks for the gravest signs come first. */
  get locks(): readonly Lock[] {
    const noted = this.journal === null ? [] : locksIn(this.journal.own, this.today(), this.zone);
    const reported = locksOf(this.#reports, this.today(), this.zone);
    const all = [...this.planned, ...noted, ...reported];
    return all.toSorted((one, other) => signs.indexOf(one.sign) - signs.indexOf(other.sign));
  }

  /** The health questions that the person answered with yes in the last screening; none before the journal has loaded. */
  private get answers(): readonly string[] {
    return lastScreened(this.journal?.own ?? [])?.yes ?? [];
  }

  isRuledOut(guide: GuideId): boolean {
    return isRuledOut(this.answers, guide);
  }

  /** Whether a lock or the answers to the health questions close the guide. */
  isClosed(guide: GuideId): boolean {
    return lockOn(this.locks, guide) !== null || this.isRuledOut(guide);
  }

  /** Whether the plan has a lock for the same sign. If so, the user lifts the lock in the plan. */
  isPlanned({ sign }: Lock): boolean {
    return this.planned.some((lock) => lock.sign === sign);
  }

  report(sign: Sign): void {
    if (this.journal !== null) this.journal.note({ kind: 'sign', sign, of: null });
    else if (this.plan.view.value.current !== null) this.plan.report({ kind: sign });
    else this.#reports = [...this.#reports, { kind: sign, at: wallAt(this.today(), this.zone) }];
  }

  private get planned(): readonly Lock[] {
    return this.plan.view.value.current?.plan.locks ?? [];
  }
}
