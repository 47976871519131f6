/** The recovery plan that the page shows. It is recomputed as time passes and after each report, and stored after each change. */

import { BehaviorSubject } from 'rxjs';
import { type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';
import type { SessionEntry } from '../../journal/entry.ts';
import { rememberedReports } from '../../journal/reports.ts';
import { closes, locksOf } from '../../plan/change/locks.ts';
import { compactPlan, readPlan } from '../../plan/document.ts';
import { forbiddenSteps } from '../../plan/place/rule-steps.ts';
import { planFor, stepsOf } from '../../plan/plan.ts';
import { type PlanForm, requestFrom } from '../../plan/plan-form.ts';
import type { PlanRequest, RecoveryEvent, Report } from '../../plan/plan-request.ts';
import {
  findReport,
  type UntimedReport,
  withEarlierReport,
  withoutReport,
  withoutStep,
  withReport,
  withReportAt,
} from '../../plan/reporting.ts';
import { barredBy, forbiddenBy } from '../../plan/screening/questions.ts';
import { standingAt } from '../../plan/standing.ts';
import type { Step } from '../../plan/step.ts';
import type { PlanRow } from '../../plan/stored.ts';
import { type Moment, momentAfter, type TimeZone, wallAt } from '../../plan/time/wall-clock.ts';
import type { CurrentPlan, PlanKeeping, PlanView, RemindersView } from '../../ui/places/plan/plan-view.ts';
import type { PlanOutcome } from '../../words/plan/plan-outcome.ts';

export interface PlanPage {
  readonly keep: (plan: PlanRow) => Promise<PlanKeeping>;
  /** The time by the device's calendar, which may be wrong. */
  readonly today: () => Moment;
  readonly zone: TimeZone;
  readonly hasGuides: () => boolean;
  /** What a new plan takes into account from the journal: sessions of the last day, and signs that lock. @param event of the new plan */
  readonly reportsBefore: (event: RecoveryEvent) => readonly Report[];
  /** The screening questions that the person answered with yes. */
  readonly answers: () => readonly string[];
  readonly reminders: () => RemindersView;
  readonly stopBoots: () => void;
}

/** The same text for equal plans, whatever the order of the keys in their requests. */
const asText = ({ request, person }: PlanRow): string =>
  JSON.stringify([request && readPlan(compactPlan(request)), person]);

export class PlanOfPage {
  readonly view: BehaviorSubject<PlanView>;
  readonly #page: PlanPage;
  #kept: PlanRow;
  /** The plan before it was last replaced or removed, for Undo; null = none. */
  #earlier: PlanRequest | null = null;
  #withdrawn: { readonly report: Report; readonly place: number } | null = null;
  #keeping: PlanKeeping = 'kept';
  #outcome: PlanOutcome | null = null;

  constructor(page: PlanPage, kept: PlanRow) {
    this.#page = page;
    this.#kept = kept;
    this.view = new BehaviorSubject(this.#viewNow());
  }

  get request(): PlanRequest | null {
    return this.#kept.request;
  }

  step(id: string): Step | null {
    const { current } = this.view.value;
    return current === null ? null : (stepsOf(current.plan).find((step) => step.id === id) ?? null);
  }

  make(form: PlanForm): void {
    const { zone, today, reportsBefore } = this.#page;
    const made = requestFrom(form, zone, wallAt(today(), zone));
    const request = reportsBefore(made.event).reduce(withReport, made);
    this.#earlier = this.#kept.request;
    this.#keep({ request, person: request.person });
  }

  /**
   * Replaces the plan with an imported one. Signs that lock in the journal lock in the new plan too, its boots stay within the highest
   * pressure that the person allowed before, and the tools that the person must not use stay barred.
   * @returns that pressure, if the imported plan allowed more; otherwise null
   */
  import(imported: PlanRequest): Mmhg | null {
    const { today, reportsBefore } = this.#page;
    const { person } = this.#kept;
    const highest = mmhg(Math.min(imported.person.highest, person.highest));
    const barred = [...new Set([...person.barred, ...imported.person.barred])];
    const given: PlanRequest = { ...imported, person: { ...imported.person, barred, highest } };
    const { event, reports } = given;
    const signs = reportsBefore(event).filter(({ kind }) => kind !== 'session');
    const locked = (of: readonly Report[]) => locksOf(of, today(), event.zone).map(({ sign }) => sign);
    const known = locked(reports);
    const request = locked(signs).some((sign) => !known.includes(sign))
      ? signs.reduce(withReport, given)
      : given;
    this.#earlier = this.#kept.request;
    this.#keep({ request, person: request.person });
    return highest < imported.person.highest ? highest : null;
  }

  remove(): void {
    this.#earlier = this.#kept.request;
    this.#keep({ ...this.#kept, request: null });
  }

  restore(): void {
    const back = this.#earlier;
    if (back === null) return;
    this.#earlier = this.#kept.request;
    this.#keep({ request: back, person: back.person });
  }

  /**
   * Adds a report with the current time or, for a boots session that has just ended, roughly the time when the session began. Does nothing
   * without a plan.
   */
  report(untimed: UntimedReport): void {
    const { request } = this.#kept;
    if (request === null) return;
    const at = momentAfter(this.#page.today(), untimed.kind === 'session' ? -untimed.minutes : 0);
    const report: Report = { ...untimed, at: wallAt(at, request.event.zone) };
    const before = this.view.value.current?.plan.locks.length ?? 0;
    this.#change((one) => withReport(one, report));
    const locks = this.view.value.current?.plan.locks ?? [];
    if (locks.length > before && locks.some(({ sign }) => closes[sign].includes('boots'))) {
      this.#page.stopBoots();
    }
  }

  /** Adds a session whose end no page saw, and which the boots' record has completed. */
  reportRemembered(session: SessionEntry): void {
    this.#change((request) => rememberedReports(session, request).reduce(withEarlierReport, request));
  }

  withdrawStep(step: string): void {
    this.#change((request) => withoutStep(request, step));
  }

  withdrawReport(report: Report): void {
    this.#change((request) => withoutReport(request, report));
  }

  /** Withdraws a report that was made at about this time, if there is one; `restoreReport` puts it back. */
  withdrawReportMadeAt(untimed: UntimedReport, at: Moment): void {
    const { request } = this.#kept;
    const report = request && findReport(request, untimed, at);
    this.#withdrawn = null;
    if (request === null || report === null) return;
    this.#withdrawn = { report, place: request.reports.indexOf(report) };
    this.withdrawReport(report);
  }

  restoreReport(): void {
    const back = this.#withdrawn;
    this.#withdrawn = null;
    if (back !== null) this.#change((request) => withReportAt(request, back.report, back.place));
  }

  /** Call when another tab has changed the stored plan, or another person uses the device. */
  replaceBy(kept: PlanRow): void {
    if (asText(kept) === asText(this.#kept)) return;
    this.#kept = kept;
    this.#earlier = null;
    this.#withdrawn = null;
    this.refresh();
  }

  say(outcome: PlanOutcome | null): void {
    this.#outcome = outcome;
    this.refresh();
  }

  refresh(): void {
    this.view.next(this.#viewNow());
  }

  #change(change: (request: PlanRequest) => PlanRequest): void {
    const { request } = this.#kept;
    if (request !== null) this.#keep({ ...this.#kept, request: change(request) });
  }

  #keep(kept: PlanRow): void {
    this.#kept = kept;
    this.refresh();
    this.#page.keep(kept).then((keeping) => {
      if (keeping === this.#keeping) return;
      this.#keeping = keeping;
      this.refresh();
    });
  }

  #viewNow(): PlanView {
    const { today, zone, hasGuides, reminders } = this.#page;
    const { person } = this.#kept;
    return {
      now: wallAt(today(), zone),
      zone,
      current: this.#current(),
      hasEarlier: this.#earlier !== null,
      person,
      keeping: this.#keeping,
      outcome: this.#outcome,
      reminders: reminders(),
      hasGuides: hasGuides(),
    };
  }

  #current(): CurrentPlan | null {
    const { request } = this.#kept;
    if (request === null) return null;
    const now = wallAt(this.#page.today(), request.event.zone);
    const { person } = request;
    const yes = this.#page.answers();
    const barred = barredBy(yes).filter((tool) => !person.barred.includes(tool));
    const asked: PlanRequest = {
      ...request,
      person: { ...person, barred: [...person.barred, ...barred], forbidden: forbiddenBy(yes) },
    };
    const plan = planFor(asked, now);
    return {
      plan,
      standing: standingAt(plan, now),
      now,
      leftOut: [...barred.filter((tool) => person.owns.includes(tool)), ...forbiddenSteps(asked)],
    };
  }
}
