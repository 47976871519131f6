/** The questions that the page asks after a session, and the entries that the answers make. */

import { BehaviorSubject, type Observable } from 'rxjs';
import type { Entry, EntryContent, EntryId, SessionEntry } from '../../../journal/entry.ts';
import { bootsLocks } from '../../../journal/gate.ts';
import { locksIn } from '../../../journal/reports.ts';
import { lastTime } from '../../../journal/views/last-time.ts';
import type { UntimedReport } from '../../../plan/reporting.ts';
import type { Moment, TimeZone } from '../../../plan/time/wall-clock.ts';
import type { AfterView, AnswerAfter } from '../../../ui/journal/after-view.ts';
import { reportOf } from '../entries-and-reports.ts';
import type { JournalKeeper } from '../journal-keeper.ts';
import { type Answers, answersTo, entriesOf, unanswered, withoutEntry } from './answers.ts';

export interface QuestionsAfterDependencies {
  readonly now: () => Moment;
  readonly zone: () => TimeZone;
  readonly keeper: JournalKeeper;
  readonly own: () => readonly Entry[];
  /** Writes an entry after all earlier writes, and reports it to the plan if the plan wants to know of it. */
  readonly note: (content: EntryContent) => Promise<Entry>;
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly withdrawReport: (report: UntimedReport, at: Moment) => void;
}

export class QuestionsAfter {
  readonly #options: QuestionsAfterDependencies;
  #answers: Answers | null = null;
  readonly #view = new BehaviorSubject<AfterView | null>(null);

  constructor(options: QuestionsAfterDependencies) {
    this.#options = options;
  }

  get view(): Observable<AfterView | null> & { readonly value: AfterView | null } {
    return this.#view;
  }

  onSessionBegin(): void {
    this.#answers = null;
    this.show();
  }

  onSessionEnd(): void {
    this.#answers = unanswered;
    this.show();
  }

  /** Call when the session's entry is in the journal. All answers refer to that entry, also those given before. */
  onSessionEntered(session: SessionEntry): void {
    if (this.#answers !== null) {
      this.#answers = { ...this.#answers, session };
      void this.#options.inTurn(() => this.#attach(session));
    }
    this.show();
  }

  onErased(entry: EntryId): void {
    if (this.#answers !== null) this.#answers = withoutEntry(this.#answers, entry);
  }

  answer(answer: AnswerAfter): void {
    const before = this.#answers ?? unanswered;
    const of = before.session?.id ?? null;
    if ('sign' in answer) {
      void this.#options.note({ kind: 'sign', sign: answer.sign, of }).then((entry) => {
        if (this.#answers !== null)
          this.#answers = { ...this.#answers, signEntries: [...this.#answers.signEntries, entry] };
      });
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
    this.show();
  }

  /** Call when time has passed or the journal has changed. */
  show(): void {
    const answers = this.#answers;
    if (answers === null) {
      if (this.#view.value !== null) this.#view.next(null);
      return;
    }
    const { now, zone, own, keeper } = this.#options;
    const { session } = answers;
    this.#view.next({
      session: session?.id ?? null,
      feel: answers.feel,
      numb: answers.numb,
      lastTime: session && lastTime(session, own(), zone()),
      locks: bootsLocks(locksIn(own(), now(), zone())),
      isMemoryOnly: keeper.state.value.memoryOnly !== false,
    });
  }

  async #attach(session: SessionEntry): Promise<void> {
    const before = this.#answers;
    if (before?.session?.id !== session.id) return;
    this.#answers = answersTo(session, before);
    const unchanged = new Set(entriesOf(before));
    for (const entry of entriesOf(this.#answers))
      if (!unchanged.has(entry)) await this.#options.keeper.keep(entry);
  }

  /** @param content null = only erases the entry of an earlier answer, if there is one */
  #replace(what: 'feelEntry' | 'numbEntry', content: EntryContent | null): void {
    const { inTurn, keeper, note, withdrawReport } = this.#options;
    void inTurn(async () => {
      const before = this.#answers?.[what] ?? null;
      if (before === null) return;
      const report = reportOf(before);
      if (report !== null) withdrawReport(report, before.at);
      await keeper.erase(before);
    });
    const noted = content === null ? inTurn(async () => null) : note(content);
    void noted.then((entry) => {
      if (this.#answers !== null) this.#answers = { ...this.#answers, [what]: entry };
    });
  }
}
