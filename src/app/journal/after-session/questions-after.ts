/** The questions that the page asks after a session, and the entries that the answers make. */

import { BehaviorSubject, type Observable } from 'rxjs';
import type { Entry, EntryContent, EntryId, SessionEntry } from '../../../journal/entry.ts';
import { bootsLocks } from '../../../journal/gate.ts';
import { followsMarks } from '../../../journal/marks.ts';
import { locksIn } from '../../../journal/reports.ts';
import { lastTime } from '../../../journal/views/last-time.ts';
import type { UntimedReport } from '../../../plan/reporting.ts';
import type { Moment, TimeZone } from '../../../plan/time/wall-clock.ts';
import type { AfterView, AnswerAfter } from '../../../ui/journal/after-view.ts';
import { reportOf } from '../entries-and-reports.ts';
import type { JournalKeeper } from '../journal-keeper.ts';
import { type Answers, answersTo, entriesOf, restored, unanswered, withoutEntry } from './answers.ts';

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
  /** Answers about each session that has ended on this page, in the order in which the sessions ended. */
  readonly #all: Answers[] = [];
  /** Index in `#all` of the session that the page asks about; null = none. */
  #current: number | null = null;
  #began: Moment;
  readonly #view = new BehaviorSubject<AfterView | null>(null);

  constructor(options: QuestionsAfterDependencies) {
    this.#options = options;
    this.#began = options.now();
  }

  get view(): Observable<AfterView | null> & { readonly value: AfterView | null } {
    return this.#view;
  }

  onSessionBegin(): void {
    this.#began = this.#options.now();
    this.#current = null;
    this.show();
  }

  onSessionEnd(): void {
    this.#ask();
    this.show();
  }

  /**
   * Call when the session's entry is in the journal, even if the next session has begun. All answers about the session refer to that
   * entry, also those given before.
   */
  onSessionEntered(session: SessionEntry): void {
    const waiting = [...this.#all.keys()].filter((at) => this.#all[at]?.session === null);
    const of = waiting.findLast((at) => (this.#all[at]?.began ?? session.at) <= session.at) ?? waiting[0];
    if (of !== undefined) {
      this.#change(of, (answers) => ({ ...answers, session }));
      void this.#options.inTurn(() => this.#attach(of, session));
    }
    this.show();
  }

  onErased(entry: EntryId): void {
    for (const at of this.#all.keys()) this.#change(at, (answers) => withoutEntry(answers, entry));
  }

  /** Call when the user brings back an erased entry. @returns the entry as the journal has to store it */
  onRestored(entry: Entry): Entry {
    for (const [at, answers] of this.#all.entries()) {
      const back = restored(answers, entry);
      if (back === null) continue;
      this.#all[at] = back.answers;
      return back.entry;
    }
    return entry;
  }

  answer(answer: AnswerAfter): void {
    const at = this.#current ?? this.#ask();
    const of = this.#all[at]?.session?.id ?? null;
    if ('sign' in answer && answer.sign !== 'marks') {
      void this.#options.note({ kind: 'sign', sign: answer.sign, of }).then((entry) => {
        this.#change(at, (answers) => ({ ...answers, signEntries: [...answers.signEntries, entry] }));
      });
      return;
    }
    if ('feel' in answer) {
      this.#change(at, (answers) => ({ ...answers, feel: answer.feel }));
      const content: EntryContent = { kind: 'soreness', when: 'after', scores: { legs: answer.feel }, of };
      this.#replace(at, 'feelEntry', content);
    } else if ('numb' in answer) {
      this.#change(at, (answers) => ({ ...answers, numb: answer.numb }));
      this.#replace(at, 'numbEntry', answer.numb ? { kind: 'sign', sign: 'tingling', of } : null);
    } else {
      const marks = 'marks' in answer ? answer.marks : true;
      this.#change(at, (answers) => ({ ...answers, marks }));
      this.#replace(at, 'marksEntry', marks ? { kind: 'sign', sign: 'marks', of } : null);
    }
    this.show();
  }

  /** Call when time has passed or the journal has changed. */
  show(): void {
    const answers = this.#current === null ? undefined : this.#all[this.#current];
    if (answers === undefined) {
      if (this.#view.value !== null) this.#view.next(null);
      return;
    }
    const { now, zone, own, keeper } = this.#options;
    const { session } = answers;
    this.#view.next({
      session: session?.id ?? null,
      feel: answers.feel,
      numb: answers.numb,
      marks: answers.marks,
      asksMarks: session !== null && !session.simulated && followsMarks(session, own()),
      lastTime: session && lastTime(session, own(), zone()),
      locks: bootsLocks(locksIn(own(), now(), zone())),
      isMemoryOnly: keeper.state.value.memoryOnly !== false,
    });
  }

  /** @returns the index of the answers */
  #ask(): number {
    this.#current = this.#all.push(unanswered(this.#began)) - 1;
    return this.#current;
  }

  #change(at: number, change: (answers: Answers) => Answers): void {
    const before = this.#all[at];
    if (before !== undefined) this.#all[at] = change(before);
  }

  async #attach(at: number, session: SessionEntry): Promise<void> {
    const before = this.#all[at];
    if (before === undefined) return;
    const after = answersTo(session, before);
    this.#all[at] = after;
    const unchanged = new Set(entriesOf(before));
    for (const entry of entriesOf(after)) if (!unchanged.has(entry)) await this.#options.keeper.keep(entry);
  }

  /** @param content null = only erases the entry of an earlier answer, if there is one */
  #replace(at: number, what: 'feelEntry' | 'numbEntry' | 'marksEntry', content: EntryContent | null): void {
    const { inTurn, keeper, note, withdrawReport } = this.#options;
    void inTurn(async () => {
      const before = this.#all[at]?.[what] ?? null;
      if (before === null) return;
      const report = reportOf(before);
      if (report !== null) withdrawReport(report, before.at);
      await keeper.erase(before);
    });
    const noted = content === null ? inTurn(async () => null) : note(content);
    void noted.then((entry) => this.#change(at, (answers) => ({ ...answers, [what]: entry })));
  }
}
