/**
 * The journal as the page uses it: the gate (whether real boots may start), objections to a session, the questions after it, and writing
 * entries. Exchanges reports, such as warning signs, with the recovery plan in both directions, so that both have the same locks.
 */

import { BehaviorSubject } from 'rxjs';
import { objectionsBefore, type Planned } from '../../journal/dose/before-start.ts';
import type { Entry, EntryContent, PersonId } from '../../journal/entry.ts';
import { type Gate, gateOf } from '../../journal/gate.ts';
import { causesOf, lockingEntry } from '../../journal/reports.ts';
import type { Sign } from '../../plan/change/locks.ts';
import type { Objection } from '../../plan/dose/allowance.ts';
import type { Report } from '../../plan/plan-request.ts';
import type { UntimedReport } from '../../plan/reporting.ts';
import { type Moment, type TimeZone, type WallTime, wallAt } from '../../plan/time/wall-clock.ts';
import type { AnswersOfScreening } from '../../ui/journal/after-view.ts';
import { QuestionsAfter } from './after-session/questions-after.ts';
import { entryContentOf, entryOfReport, reachesPlan, reportOf, soreTimeOf } from './entries-and-reports.ts';
import type { JournalKeeper } from './journal-keeper.ts';
import type { EventOfPlan } from './plan-event.ts';
import type { Rescreening } from './rescreening.ts';

export interface JournalPageDependencies {
  readonly keeper: JournalKeeper;
  readonly rescreening: Rescreening;
  readonly now: () => Moment;
  readonly zone: () => TimeZone;
  readonly ofPlan: EventOfPlan;
  readonly reportToPlan: (report: UntimedReport) => void;
  /** Withdraws a report that was made to the plan at about that time. `restoreReport` undoes the last withdrawal. */
  readonly withdrawReport: (report: UntimedReport, at: Moment) => void;
  readonly restoreReport: () => void;
  readonly stopBoots: () => void;
}

export class JournalOfPage {
  readonly keeper: JournalKeeper;
  readonly gate: BehaviorSubject<Gate>;
  readonly after: QuestionsAfter;
  readonly #options: JournalPageDependencies;
  /** Whether the user has said, since the page was opened, which person they are. */
  #isKnown = false;
  /** True while this object reports to the plan. The page then calls `onReport`, which must not write a second entry. */
  #isReporting = false;
  /** Ends with the last write. Writes run one after another, so that the entry of a changed answer replaces the earlier one. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(options: JournalPageDependencies) {
    this.#options = options;
    this.keeper = options.keeper;
    this.gate = new BehaviorSubject(this.#gate());
    this.after = new QuestionsAfter({
      now: options.now,
      zone: options.zone,
      keeper: this.keeper,
      own: () => this.own,
      note: (content) => this.note(content),
      inTurn: (work) => this.#inTurn(work),
      withdrawReport: options.withdrawReport,
    });
    this.keeper.state.subscribe(() => this.refresh());
    options.rescreening.people.subscribe(() => this.refresh());
    options.ofPlan.event.subscribe(() => this.refresh());
  }

  /** Entries of the person who uses the device. */
  get own(): readonly Entry[] {
    const { journal, deviceState } = this.keeper.state.value;
    return journal.entries.filter(({ person }) => person === deviceState.person);
  }

  get ofPlan(): EventOfPlan {
    return this.#options.ofPlan;
  }

  /** Recomputes the gate and what `after` shows. Call when time has passed or the journal has changed. */
  refresh(): void {
    const before = this.gate.value;
    const next = this.#gate();
    if (JSON.stringify(next) !== JSON.stringify(before)) this.gate.next(next);
    if (next.kind === 'locked' && before.kind !== 'locked') this.#options.stopBoots();
    this.after.show();
  }

  objections(planned: Planned): readonly Objection[] {
    const { now, zone } = this.#options;
    const { device } = this.keeper.state.value.deviceState;
    return objectionsBefore(
      this.own,
      planned,
      { now: now(), zone: zone(), device },
      this.ofPlan.event.value?.at ?? null,
    );
  }

  note(content: EntryContent, at?: Moment): Promise<Entry> {
    const { now, zone } = this.#options;
    const report = reachesPlan(content, at ?? now(), now(), zone()) ? reportOf(content) : null;
    const noted = this.#inTurn(() => this.keeper.note(content, at));
    if (report !== null) {
      this.#isReporting = true;
      this.#options.reportToPlan(report);
      this.#isReporting = false;
    }
    return noted;
  }

  answerScreening({ yes, signs, clinician }: AnswersOfScreening): void {
    const { person } = this.keeper.state.value.deviceState;
    void this.note({ kind: 'screening', yes, clinician }).then(() => this.#options.rescreening.done(person));
    for (const sign of signs) void this.note({ kind: 'sign', sign, of: null });
  }

  requestScreening(): void {
    this.#options.rescreening.request(this.keeper.state.value.deviceState.person);
  }

  clear(sign: Sign): void {
    void this.note({ kind: 'cleared', sign, of: causesOf(this.own, sign) });
  }

  erase(entry: Entry): Promise<void> {
    const report = reportOf(entry);
    if (report !== null) this.#options.withdrawReport(report, entry.at);
    this.after.onErased(entry.id);
    return this.#inTurn(() => this.keeper.erase(entry));
  }

  /** Puts back the entry that was erased last, and its report. @param trace of a session; null = none */
  async restore(entry: Entry, trace: Uint8Array<ArrayBuffer> | null): Promise<void> {
    await this.#inTurn(async () => {
      if (entry.kind === 'session') await this.keeper.keepSession(entry, trace);
      else await this.keeper.keep(this.after.onRestored(entry));
    });
    if (reportOf(entry) !== null) this.#options.restoreReport();
  }

  withdrawSign(sign: Sign): void {
    const last = lockingEntry(this.own, sign, this.#options.zone());
    if (last === null) return;
    void this.erase(last);
  }

  async choosePerson(person: PersonId): Promise<void> {
    this.#isKnown = true;
    await this.#inTurn(() => this.keeper.usedBy(person));
    this.refresh();
  }

  async addPerson(name: string): Promise<void> {
    this.#isKnown = true;
    await this.#inTurn(() => this.keeper.usedByName(name));
  }

  /**
   * Call when the user has reported something to the plan. Writes an entry, if the journal has one for this kind of report.
   * @param event time of the event of a plan that is about to be made
   */
  onReport(report: UntimedReport, event: WallTime | null = this.#eventTime()): void {
    if (this.#isReporting) return;
    const { now, zone } = this.#options;
    const content = entryContentOf(report, this.own, soreTimeOf(wallAt(now(), zone()), event));
    if (content !== null) void this.#inTurn(() => this.keeper.note(content));
  }

  /** Call when the user has withdrawn a report from the plan. Erases the entry that says the same, if there is one. */
  onReportWithdrawn(withdrawn: Report): void {
    const entry = entryOfReport(withdrawn, this.own, this.#options.zone());
    if (entry === null) return;
    this.after.onErased(entry.id);
    void this.#inTurn(() => this.keeper.erase(entry));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#writing.then(work);
    this.#writing = next.catch(() => undefined);
    return next;
  }

  #eventTime(): WallTime | null {
    const event = this.ofPlan.event.value;
    return event && wallAt(event.at, this.#options.zone());
  }

  #gate(): Gate {
    const { journal, people, deviceState } = this.keeper.state.value;
    const { now, zone } = this.#options;
    const after = this.ofPlan.event.value;
    return gateOf({
      entries: journal.entries,
      people,
      person: deviceState.person,
      isKnown: this.#isKnown,
      now: now(),
      zone: zone(),
      ultra: after?.isUltra ? after.at : null,
      rescreening: this.#options.rescreening.people.value,
    });
  }
}
