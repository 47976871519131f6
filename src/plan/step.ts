/** A step of a plan: what to do, when, why, and on whose word. Values only; the sentences are in words/en/plan. */

import type { Mmhg } from '../../firmware-protocol/quantities.ts';
import type { Tool } from './asked.ts';
import type { Reason } from './rules/reasons.ts';
import type { SourceName } from './rules/sources.ts';
import type { CalendarDay, WallTime } from './time/wall-clock.ts';

export type Muscle = 'feet' | 'ankles' | 'calves' | 'hamstrings' | 'quadriceps' | 'hips' | 'glutes';

/** Minutes of a deed are wall time. */
export type Deed =
  /** Every so many minutes, so many times; once where `every` is null. */
  | {
      readonly kind: 'walk';
      readonly minutes: number;
      readonly every: { readonly minutes: number; readonly times: number } | null;
    }
  | { readonly kind: 'drink'; readonly minutes: number }
  | {
      readonly kind: 'boots';
      /** Id and name of the program. */
      readonly program: string;
      readonly name: string;
      readonly pressure: Mmhg;
      readonly minutes: number;
    }
  /** Light and quick, toward the heart; both legs. */
  | {
      readonly kind: 'roller';
      readonly minutes: number;
      readonly muscles: readonly Muscle[];
      readonly passes: number;
    }
  | {
      readonly kind: 'plate';
      /** On and rest together. */
      readonly minutes: number;
      readonly hertz: number;
      /** Peak to peak. */
      readonly millimetres: number;
      readonly onSeconds: number;
      readonly restSeconds: number;
    }
  /** Light: broad and gentle. Spots: single ones, pressed for a while; deep work. */
  | {
      readonly kind: 'massage';
      readonly minutes: number;
      readonly depth: 'light' | 'spots';
      readonly by: 'hands' | 'massager';
      readonly muscles: readonly Muscle[];
      /** Null where no spot is held. */
      readonly secondsASpot: number | null;
    }
  /** Cramp: the muscle that cramps, held; moving: in and out of the range that is easy. */
  | {
      readonly kind: 'stretch';
      readonly minutes: number;
      readonly manner: 'cramp' | 'moving';
      readonly muscles: readonly Muscle[];
    }
  | { readonly kind: 'run'; readonly minutes: number; readonly sorenessAtMost: number }
  | { readonly kind: 'warm'; readonly minutes: number }
  | { readonly kind: 'rest'; readonly minutes: number }
  | { readonly kind: 'wind-down'; readonly minutes: number; readonly breathsAMinute: number };

export type DeedKind = Deed['kind'];
export type DeedOf<Kind extends DeedKind> = Extract<Deed, { readonly kind: Kind }>;

/** What is to be asked before a step is begun: a yes locks (change/locks.ts). */
export type Check = 'one-calf' | 'after-ultra';

/** Why a step is other than its rule has it. */
export type Change =
  | 'sore'
  | 'hurt'
  | 'hard'
  | 'marks'
  /** The person allows no more pressure. */
  | 'highest'
  | 'dose'
  /** It was skipped, or its time has passed, and it has another one. */
  | 'moved';

export type StepState =
  | { readonly kind: 'due' }
  | { readonly kind: 'done' }
  | { readonly kind: 'skipped' }
  /** Its time is over, and nothing was reported of it. */
  | { readonly kind: 'passed' }
  | { readonly kind: 'locked' };

export interface Step {
  /** The same however often the plan is made anew. */
  readonly id: string;
  /** 0 = the day of the event. */
  readonly day: number;
  readonly date: CalendarDay;
  readonly at: WallTime;
  readonly deed: Deed;
  /** Of the base layer, which nothing replaces. */
  readonly base: boolean;
  readonly needs: Tool | null;
  readonly optional: boolean;
  readonly askFirst: Check | null;
  readonly why: Reason;
  readonly sources: readonly SourceName[];
  readonly changes: readonly Change[];
  readonly state: StepState;
}

/** From the beginning of a step to its end, its repeats included, min. */
export const lengthOf = ({ deed }: Pick<Step, 'deed'>): number =>
  deed.kind === 'walk' && deed.every !== null
    ? deed.every.minutes * (deed.every.times - 1) + deed.minutes
    : deed.minutes;
