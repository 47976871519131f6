/** The type of the journal's words. They load with the journal, so they are not part of `Words` (words.ts), which loads earlier. */

import type { Mmhg } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import type { SignAfter } from '../../journal/after-session.ts';
import type { JournalProblem } from '../../journal/document/problem.ts';
import type { Entry, EntryKind, SoreMuscle, SoreTime } from '../../journal/entry.ts';
import type { Gate } from '../../journal/gate.ts';
import type { ClockDoubt } from '../../journal/journal.ts';
import type { SessionAlarm, SessionChange } from '../../journal/session-entry.ts';
import type { DayMarks } from '../../journal/views/days.ts';
import type { LastTime } from '../../journal/views/last-time.ts';
import type { Summary } from '../../journal/views/trends.ts';
import type { Lock } from '../../plan/change/locks.ts';
import type { Objection } from '../../plan/dose/allowance.ts';
import type { Clearable } from '../../plan/plan-request.ts';
import type { Contraindication, SignOfToday, ToAskAbout } from '../../plan/screening/questions.ts';
import type { CalendarDay, TimeZone, WallTime } from '../../plan/time/wall-clock.ts';
import type { Texts } from '../first/first-words.ts';
import type { ProblemWords, WordsFor } from '../notices/problem-words.ts';
import type { LockWords } from '../plan/plan-words.ts';
import type { JournalOutcome } from './journal-outcome.ts';

export interface GateWords {
  readonly screening: Texts<
    | 'title'
    | 'never'
    | 'ask'
    | 'today'
    | 'during'
    | 'clinician'
    | 'none'
    | 'some'
    | 'pair'
    | 'goOn'
    | 'back'
    | 'again'
  > & {
    readonly why: Readonly<Record<Extract<Gate, { readonly kind: 'due' }>['why'], string>>;
    readonly contraindications: Readonly<Record<Contraindication, string>>;
    readonly toAskAbout: Readonly<Record<ToAskAbout, string>>;
    readonly signs: Readonly<Record<SignOfToday, string>>;
    readonly rules: readonly string[];
    readonly passed: string;
  };
  blocked(by: readonly Contraindication[]): LockWords;
  askFirst(about: readonly ToAskAbout[]): LockWords;
  lock(lock: Lock): LockWords;
  /**
   * Labels of the button that lifts a lock. By pressing the button, the person says that a clinician has seen them, or that the sign is
   * gone.
   */
  readonly opens: Readonly<Record<Clearable | 'tingling', string>>;
  readonly mistake: string;
  readonly call: { readonly number: string; readonly label: string; readonly where: string };
  readonly who: Texts<'title' | 'what'>;
}

export interface AfterWords
  extends Texts<
    | 'feel'
    | 'least'
    | 'most'
    | 'numb'
    | 'marks'
    | 'yes'
    | 'no'
    | 'else'
    | 'elseWhat'
    | 'noted'
    | 'open'
    | 'memoryOnly'
  > {
  readonly signs: Readonly<Record<SignAfter, string>>;
  /** What to do next time after marks or pain. @param less how much lower the pressure is to be */
  marksNext(less: Mmhg): string;
  /** Compares the last session of the same program with this one. @param day day of the last session, as `shortDay` writes it */
  lastTime(last: LastTime, day: string): readonly [before: string, now: string];
}

export interface JournalPageWords
  extends Texts<
    | 'title'
    | 'calendar'
    | 'find'
    | 'trends'
    | 'keep'
    | 'earlier'
    | 'later'
    | 'today'
    | 'nothing'
    | 'nothingDay'
    | 'add'
    | 'erase'
    | 'restore'
    | 'back'
  > {
  month(month: string): string;
  /** "Sunday 29 November 2026" */
  day(day: CalendarDay): string;
  shortDay(day: CalendarDay): string;
  /** In their order. `long` is for screen readers. */
  readonly weekdays: readonly { readonly short: string; readonly long: string }[];
  /** The weekday on which a week begins, Monday = 1. */
  readonly firstWeekday: number;
  dayAloud(day: CalendarDay, marks: DayMarks): string;
  time(wall: WallTime): string;
  /** "Post-marathon, 30 min", "Soreness in the morning: calves 6". */
  entry(entry: Entry): string;
  entryMore(entry: Entry): readonly string[];
  /** For an entry that was made in another time zone: its local time. */
  elsewhere(wall: WallTime, zone: TimeZone): string;
  readonly doubts: Readonly<Record<ClockDoubt, string>>;
  readonly kinds: Readonly<Record<EntryKind, string>>;
  outcome(outcome: JournalOutcome): LockWords;
  readonly form: Texts<
    | 'soreness'
    | 'sorenessMore'
    | 'readiness'
    | 'readinessLeast'
    | 'readinessMost'
    | 'girth'
    | 'left'
    | 'right'
    | 'note'
    | 'save'
    | 'noted'
  > & {
    readonly when: Readonly<Record<SoreTime, string>>;
    readonly muscles: Readonly<Record<SoreMuscle, string>>;
  };
  readonly session: Texts<
    | 'trace'
    | 'noTrace'
    | 'loading'
    | 'zones'
    | 'zone'
    | 'peak'
    | 'mean'
    | 'above30'
    | 'dose'
    | 'changes'
    | 'alarms'
    | 'measured'
    | 'asked'
    | 'whole'
    | 'zoomHint'
    | 'closer'
    | 'wider'
    | 'before'
    | 'behind'
    | 'unit'
  > & {
    change(change: SessionChange): string;
    alarm(alarm: SessionAlarm): string;
    zoneName(side: Side, part: BodyPart): string;
    traceAloud(zones: number): string;
  };
  readonly finding: Texts<'text' | 'kind' | 'from' | 'to' | 'alarms' | 'all' | 'none'> & {
    /** `listed`: how many of them, the newest, the page lists. */
    found(count: number, listed: number): string;
  };
  readonly trend: Texts<
    'soreness' | 'dose' | 'readiness' | 'advised' | 'refused' | 'none' | 'table' | 'day' | 'value' | 'range'
  > & {
    readonly ranges: Readonly<Record<'month' | 'year' | 'all', string>>;
    summary(summary: Summary): string;
    series(name: string): string;
  };
  readonly keeping: Texts<
    | 'export'
    | 'exportWhat'
    | 'json'
    | 'csv'
    | 'import'
    | 'importWhat'
    | 'choose'
    | 'erase'
    | 'eraseWhat'
    | 'eraseFirst'
    | 'eraseYes'
    | 'eraseNo'
    | 'eraseLater'
    | 'persist'
    | 'persistWhat'
    | 'persisted'
    | 'persistRefused'
    | 'busy'
    | 'people'
    | 'peopleWhat'
    | 'mine'
    | 'name'
    | 'other'
    | 'otherName'
    | 'addPerson'
    | 'whose'
  > & {
    readonly memoryOnly: Readonly<Record<'noStorage' | 'storageFull', string>>;
    readonly stages: Readonly<Record<'writing' | 'reading' | 'keeping', string>>;
    unreadable(count: number): string;
    total(count: number): string;
  };
}

export interface JournalWords {
  readonly page: JournalPageWords;
  readonly gate: GateWords;
  against(objection: Objection): string;
  readonly after: AfterWords;
  problem(problem: JournalProblem): ProblemWords;
}

export type JournalProblemSentences = WordsFor<JournalProblem, ProblemWords>;
