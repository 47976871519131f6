/** A step of a plan: what to do, when, why, and its sources, as values without sentences. */

import type { Mmhg } from '../../firmware-protocol/quantities.ts';
import type { Tool } from './plan-request.ts';
import type { Reason } from './rules/reasons.ts';
import type { SourceName } from './rules/sources.ts';
import { type CalendarDay, faceAfter, type WallTime } from './time/wall-clock.ts';

export type Muscle = 'feet' | 'ankles' | 'calves' | 'hamstrings' | 'quadriceps' | 'hips' | 'glutes';

export type Action =
  /** `hourly`: whether it is one of the short walks of a day of sitting, one each hour. */
  | { readonly kind: 'walk'; readonly minutes: number; readonly hourly: boolean }
  | { readonly kind: 'drink'; readonly minutes: number }
  | {
      readonly kind: 'boots';
      /** Id of the program; `name` is its name. */
      readonly program: string;
      readonly name: string;
      readonly pressure: Mmhg;
      readonly minutes: number;
    }
  /** `passes`: number of strokes over each muscle of each leg. */
  | {
      readonly kind: 'roller';
      readonly minutes: number;
      readonly muscles: readonly Muscle[];
      readonly passes: number;
    }
  | {
      readonly kind: 'plate';
      readonly minutes: number;
      readonly hertz: number;
      /** Amplitude of the vibration, peak to peak. */
      readonly millimetres: number;
      readonly onSeconds: number;
      readonly restSeconds: number;
    }
  /** `light`: broad and gentle. `spots`: deep pressure on single spots, each for a while. */
  | {
      readonly kind: 'massage';
      readonly minutes: number;
      readonly depth: 'light' | 'spots';
      readonly by: 'hands' | 'massager';
      readonly muscles: readonly Muscle[];
      /** Null if no single spots are pressed. */
      readonly secondsASpot: number | null;
    }
  /** `cramp`: stretch and hold the muscle that cramps. `moving`: move through the easy range and back. */
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

export type ActionKind = Action['kind'];
export type ActionOf<Kind extends ActionKind> = Extract<Action, { readonly kind: Kind }>;

/** A question to ask before the step. A yes reports a sign, which may lock kinds of steps (change/locks.ts). */
export type Check = 'one-calf' | 'after-ultra';

/** Why a step differs from its rule. */
export type Change =
  | 'sore'
  | 'hurt'
  | 'hard'
  | 'marks'
  | 'highest'
  | 'dose'
  /** The step was skipped, or its time passed, and it got a later time. */
  | 'moved';

export type StepState =
  | { readonly kind: 'due' }
  | { readonly kind: 'done' }
  | { readonly kind: 'skipped' }
  /** The time of the step is over, and nothing was reported about the step. */
  | { readonly kind: 'passed' }
  | { readonly kind: 'locked' };

export interface Step {
  /** Stays the same each time the plan is made: "day0-boots". */
  readonly id: string;
  /** 0 = the day of the event. */
  readonly day: number;
  readonly date: CalendarDay;
  readonly at: WallTime;
  readonly action: Action;
  /** Whether the step is one of the basic walks, which need no tools. */
  readonly base: boolean;
  readonly needs: Tool | null;
  readonly optional: boolean;
  readonly askFirst: Check | null;
  readonly why: Reason;
  readonly sources: readonly SourceName[];
  readonly changes: readonly Change[];
  /**
   * For a boots step that is due, mmHg·min above 30 mmHg: `had` is the sum of the doses of the sessions that began in the 24 h before the
   * step, each with the zone that got the most; `advised` is the most that is advised. Null if there was no such session, and for other
   * steps.
   */
  readonly dose: { readonly had: number; readonly advised: number } | null;
  readonly state: StepState;
}

/** How long after its end an hourly walk can still be done, min. After that, the next one is not far away. */
const HOURLY_STAYS = 10;

export const isHourly = ({ action }: Pick<Step, 'action'>): boolean =>
  action.kind === 'walk' && action.hourly;

export const endOf = ({ at, action }: Pick<Step, 'at' | 'action'>): WallTime => faceAfter(at, action.minutes);

/** When the time of a step is over. */
export const overAt = (step: Pick<Step, 'at' | 'action'>): WallTime =>
  isHourly(step) ? faceAfter(endOf(step), HOURLY_STAYS) : endOf(step);
