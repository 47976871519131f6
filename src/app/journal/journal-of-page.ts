/**
 * The journal as the page uses it: the safety gate for real boots, objections to a session, the questions after it, and writing entries.
 * Exchanges reports, such as warning signs, with the plan in both directions, so that journal and plan have the same locks.
 */

import { BehaviorSubject } from 'rxjs';
import { objectionsBefore, type Planned } from '../../journal/dose/before-start.ts';
import type { Entry, EntryContent, PersonId, SessionEntry } from '../../journal/entry.ts';
import { bootsLocks, type Gate, gateOf } from '../../journal/gate.ts';
import { causesOf, lockingEntry, locksIn } from '../../journal/reports.ts';
import { lastTime } from '../../journal/views/last-time.ts';
import type { Sign } from '../../plan/change/locks.ts';
import type { Objection } from '../../plan/dose/allowance.ts';
import type { Report } from '../../plan/plan-request.ts';
import type { UntimedReport } from '../../plan/reporting.ts';
import type { Moment, TimeZone } from '../../plan/time/wall-clock.ts';
import type { AfterView, AnswerAfter, AnswersOfScreening } from '../../ui/journal/after-view.ts';
import { type Answers, unanswered } from './answers.ts';
import { entryContentOf, entryOfReport, reachesPlan, reportOf } from './entries-and-reports.ts';
import type { JournalKeeper } from './journal-keeper.ts';
import type { Rescreening } from './rescreening.ts';

export interface PlanEvent {
  readonly at: Moment;
  readonly isUltra: boolean;
}

export interface JournalPageDependencies {
  readonly keeper: JournalKeeper;
  readonly rescreening: Rescreening;
  /** Returns the calendar time. */
  readonly now: () => Moment;
  readonly zone: () => TimeZone;
  /** The event of the current person's plan; null without a plan. */
  readonly event: () => PlanEvent | null;
  readonly reportToPlan: (report: UntimedReport) => void;
  /** Withdraws a report that was made to the plan at about that time. `restoreReport` undoes the last withdrawal. */
  readonly withdrawReport: (report: UntimedReport, at: Moment) => void;
  readonly restoreReport: () => void;
  /** Called when a lock closes the gate, because of a sign that forbids boots. */
  readonly stopBoots: () => void;
}

export class JournalOfPage {
  readonly keeper: JournalKeeper;
  readonly gate: BehaviorSubject<Gate>;
  /** The questions after a session; null while there is none to ask about. */
  readonly after = new BehaviorSubject<AfterView | null>(null);
  readonly #options: JournalPageDependencies;
  /** Whether the user has said, since the page was opened, which person they are. */
  #isKnown = false;
  #answers: Answers | null = null;
  /** True while this object reports to the plan. The page then calls `onReport`, which must not write a second entry. */
  #isReporting = false;
  /** The last write in the queue. Writes run one after another, so that the entry of a changed answer replaces the earlier one. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(options: JournalPageDependencies) {
    this.#options = options;
    this.keeper = options.keeper;
    this.gate = new BehaviorSubject(this.#gate());
    this.keeper.state.subscribe(() => this.refresh());
    options.rescreening.people.subscribe(() => this.refresh());
  }

  /** Entries of the person who uses the device now. */
  get own(): readonly Entry[] {
    const { journal, deviceState } = this.keeper.state.value;
    return journal.entries.filter(({ person }) => person === deviceState.person);
  }

  /** Recomputes the gate and `after`. Call when time has passed or the journal has changed. */
  refresh(): void {
    const before = this.gate.value;
    const next = this.#gate();
    if (JSON.stringify(next) !== JSON.stringify(before)) this.gate.next(next);
    if (next.kind === 'locked' && before.kind !== 'locked') this.#options.stopBoots();
    this.#showAfter();
  }

  objections(planned: Planned): readonly Objection[] {
    const { now, zone, event } = this.#options;
    const { device } = this.keeper.state.value.deviceState;
    return objectionsBefore(this.own, planned, { now: now(), zone: zone(), device }, event()?.at ?? null);
  }

  /** Call when a session is over: shows the questions after it. */
  onSessionEnd(): void {
    this.#answers = unanswered;
    this.#showAfter();
  }

  /** Call when the session's entry is in the journal. From then on, answers refer to it. */
  onSessionEntered(session: SessionEntry): void {
    if (this.#answers !== null) this.#answers = { ...this.#answers, session };
    this.#showAfter();
  }

  onSessionBegin(): void {
    this.#answers = null;
    this.#showAfter();
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

  answer(answer: AnswerAfter): void {
    const before = this.#answers ?? unanswered;
    const of = before.session?.id ?? null;
    if ('sign' in answer) {
      void this.note({ kind: 'sign', sign: answer.sign, of });
      return;
    }
    if ('feel' in answer) {
      this.#answers = { ...before, feel: answer.feel };
      const content: EntryContent = { kind: 'soreness', when: 'after', scores: { legs: answer.feel }, of };
      this.#replace('feelEntry', content);
    } else {
      this.#answers = { ...before, numb: answer.numb };
      this.#replace('numbEntry', answer.numb ? { kind: 'sign', sign: 'tingling', of } : null);
    }
    this.#showAfter();
  }

  answerScreening({ yes, signs, clinician }: AnswersOfScreening): void {
    const { person } = this.keeper.state.value.deviceState;
    void this.note({ kind: 'screening', yes, clinician }).then(() => this.#options.rescreening.done(person));
    for (const sign of signs) void this.note({ kind: 'sign', sign, of: null });
  }

  /** Call when the person wants to answer the screening again. */
  requestScreening(): void {
    this.#options.rescreening.request(this.keeper.state.value.deviceState.person);
  }

  clear(sign: Sign): void {
    void this.note({ kind: 'cleared', sign, of: causesOf(this.own, sign) });
  }

  /** Erases an entry, and withdraws its report from the plan. */
  erase(entry: Entry): Promise<void> {
    const report = reportOf(entry);
    if (report !== null) this.#options.withdrawReport(report, entry.at);
    return this.#inTurn(() => this.keeper.erase(entry));
  }

  /** Puts back the entry that was erased last, and its report. */
  async restore(entry: Entry): Promise<void> {
    await this.#inTurn(() => this.keeper.keep(entry));
    if (reportOf(entry) !== null) this.#options.restoreReport();
  }

  /** Erases the last entry that causes this lock. */
  withdrawSign(sign: Sign): void {
    const last = lockingEntry(this.own, sign, this.#options.zone());
    if (last === null) return;
    void this.erase(last);
    if (this.#answers !== null && last.id === this.#answers.numbEntry?.id)
      this.#answers = { ...this.#answers, numb: false, numbEntry: null };
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

  /** Call when the user has reported something to the plan. Writes an entry of it, if the journal has one for its kind. */
  onReport(report: UntimedReport): void {
    if (this.#isReporting) return;
    const content = entryContentOf(report, this.own);
    if (content !== null) void this.#inTurn(() => this.keeper.note(content));
  }

  /** Call when the user has withdrawn a report from the plan. Erases its entry. */
  onReportWithdrawn(withdrawn: Report): void {
    const entry = entryOfReport(withdrawn, this.own, this.#options.zone());
    if (entry !== null) void this.#inTurn(() => this.keeper.erase(entry));
  }

  /** Replaces the entry of an earlier answer, if there is one. @param content null = only erases that entry */
  #replace(what: 'feelEntry' | 'numbEntry', content: EntryContent | null): void {
    void this.#inTurn(async () => {
      const before = this.#answers?.[what] ?? null;
      if (before === null) return;
      const report = reportOf(before);
      if (report !== null) this.#options.withdrawReport(report, before.at);
      await this.keeper.erase(before);
    });
    const noted = content === null ? this.#inTurn(async () => null) : this.note(content);
    void noted.then((entry) => {
      if (this.#answers !== null) this.#answers = { ...this.#answers, [what]: entry };
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#writing.then(work);
    this.#writing = next.catch(() => undefined);
    return next;
  }

  #gate(): Gate {
    const { journal, people, deviceState } = this.keeper.state.value;
    const { now, zone, event } = this.#options;
    const after = event();
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

  #showAfter(): void {
    const answers = this.#answers;
    if (answers === null) {
      if (this.after.value !== null) this.after.next(null);
      return;
    }
    const { now, zone } = this.#options;
    const { session } = answers;
    this.after.next({
      session: session?.id ?? null,
      feel: answers.feel,
      numb: answers.numb,
      lastTime: session && lastTime(session, this.own, zone()),
      locks: bootsLocks(locksIn(this.own, now(), zone())),
      isMemoryOnly: this.keeper.state.value.memoryOnly !== false,
    });
  }
}
