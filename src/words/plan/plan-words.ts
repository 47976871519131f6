/** The type of the plan's words. They load with the plan, so they are not part of `Words` (words.ts), which loads earlier. */

import type { CalendarWords } from '../../plan/calendar/calendar.ts';
import type { Lock } from '../../plan/change/locks.ts';
import type { PlanProblem } from '../../plan/document/problem.ts';
import type { NearTime } from '../../plan/plan-form.ts';
import type {
  BareWork,
  bareReports,
  Course,
  EventFigures,
  EventKind,
  PlanRequest,
  RecoveryEvent,
  Tool,
} from '../../plan/plan-request.ts';
import type { Advice } from '../../plan/rules/advice.ts';
import type { Reason } from '../../plan/rules/reasons.ts';
import type { Source, SourceName } from '../../plan/rules/sources.ts';
import type { Standing } from '../../plan/standing.ts';
import type { Action, Change, Check, Step } from '../../plan/step.ts';
import type { CalendarDay, WallTime } from '../../plan/time/wall-clock.ts';
import type { Texts } from '../first/first-words.ts';
import type { ProblemWords, WordsFor } from '../notices/problem-words.ts';
import type { PlanOutcome } from './plan-outcome.ts';

/** About a reported sign or the screening, or about an outcome in the journal. */
export interface LockWords {
  readonly title: string;
  readonly advice: readonly string[];
}

export interface OutcomeWords {
  readonly title: string;
  readonly lines: readonly string[];
  readonly problems: readonly ProblemWords[];
}

export interface PlanWords {
  readonly events: Readonly<Record<EventKind, string>>;
  readonly tools: Readonly<Record<Tool, string>>;
  heading(request: PlanRequest): string;
  /** "42.2 km, 3 h 45 min, and 310 m up"; empty if nothing is known. */
  figures(of: EventFigures): string;
  /** "Day 1, Monday 30 November" */
  day(number: number, date: CalendarDay): string;
  time(wall: WallTime): string;
  /** For a day that is over: "2 done, 1 skipped, and 4 not reported". */
  dayOver(steps: readonly Step[]): string;
  readonly sources: string;
  source(name: SourceName, source: Source): string;

  /** "Boots: Next-day flush, 60 mmHg, 25 min" */
  action(action: Action): string;
  how(action: Action): string;
  readonly checks: Readonly<Record<Check, string>>;
  /** The question before work on the legs, and the answer that reports no sign. */
  readonly questions: Readonly<Record<Check, { readonly title: string; readonly none: string }>>;
  readonly changes: Readonly<Record<Change, string>>;
  /** "if you like; gentler, because you are very sore". Empty if there is nothing to remark. */
  remarks(step: Step): string;
  readonly reasons: Readonly<Record<Reason, string>>;

  readonly advice: Readonly<Record<Advice, string>>;
  lock(lock: Lock): LockWords;
  standing(standing: Standing): readonly string[];
  calendar(event: RecoveryEvent): CalendarWords;

  readonly maker: Texts<
    | 'title'
    | 'intro'
    | 'event'
    | 'eventMissing'
    | 'ended'
    | 'begins'
    | 'exactly'
    | 'ahead'
    | 'beginsNow'
    | 'went'
    | 'owns'
    | 'more'
    | 'distance'
    | 'duration'
    | 'ascent'
    | 'temperature'
    | 'highest'
    | 'barred'
    | 'make'
  > & {
    readonly near: Texts<NearTime>;
    readonly courses: Texts<Course>;
    readonly tools: Texts<Tool>;
  };
  readonly soreness: Texts<'question' | 'least' | 'most'>;
  readonly page: Texts<
    | 'title'
    | 'today'
    | 'done'
    | 'skip'
    | 'why'
    | 'lead'
    | 'bootsOpen'
    | 'soreChange'
    | 'laterDays'
    | 'earlierDays'
    | 'noMoreToday'
    | 'rightNow'
    | 'nextToday'
    | 'stillGood'
    | 'over'
    | 'nextDay'
    | 'openDay'
    | 'wrong'
    | 'wrongWhat'
    | 'cleared'
    | 'clearedClot'
    | 'mistake'
    | 'call'
    | 'callWhere'
    | 'make'
    | 'drop'
    | 'dropped'
    | 'replaced'
    | 'restore'
    | 'lost'
    | 'advice'
    | 'optional'
  > & {
    readonly signs: Texts<(typeof bareReports)[number]>;
    readonly girth: Texts<'what' | 'left' | 'right' | 'tell'> & {
      last(leftCm: number, rightCm: number): string;
    };
    /** The link from the home screen to the whole plan. */
    wholePlan(event: string): string;
    /** About tools and work that the answers to the screening forbid. */
    leftOut(left: readonly (Tool | BareWork)[]): string;
    soreToday(value: number): string;
    rowed(done: number, of: number): string;
  };
  readonly exchange: Texts<
    | 'title'
    | 'calendar'
    | 'calendarWhat'
    | 'save'
    | 'share'
    | 'code'
    | 'open'
    | 'openWhat'
    | 'drop'
    | 'codeAloud'
    | 'close'
    | 'linkName'
    | 'remind'
    | 'remindOff'
    | 'remindDenied'
  >;
  outcome(outcome: PlanOutcome): OutcomeWords;
  problem(problem: PlanProblem): ProblemWords;
}

export type PlanProblemSentences = WordsFor<PlanProblem, ProblemWords>;
