/** The scheduler's inputs (events), orders and notices. */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import type { Instant, Milliseconds, Mmhg } from '../../firmware-protocol/quantities.ts';
import type { Status, TimelineRefusal } from '../../firmware-protocol/status.ts';
import type { Settings } from '../program/program.ts';
import type { Problem } from '../safety/problem.ts';
import type { Plan, Stage } from './plan.ts';

export type SchedulerEvent =
  /** The boots report that they are ready for the script. */
  | { readonly kind: 'begin'; readonly status: Status }
  /** The person wants other settings. */
  | { readonly kind: 'want'; readonly settings: Settings }
  /** The boots reported; `pressures` as in `Heard`. */
  | {
      readonly kind: 'heard';
      readonly status: Status;
      readonly pressures: readonly (number | null)[];
      readonly stage: Stage;
    }
  /** Whether the script may be changed has changed. */
  | { readonly kind: 'stage'; readonly stage: Stage }
  /** The person resumes. */
  | { readonly kind: 'resume' }
  /** The outcome of the last cut. */
  | { readonly kind: 'played'; readonly report: CutReport }
  /** An earlier page had ordered a cut, and it is not known what came of it. `isLower`: it was for less pressure. */
  | { readonly kind: 'redo'; readonly isLower: boolean }
  /** Only says "look now". */
  | { readonly kind: 'wake' };

export type Timed<Event> = Event & { readonly now: Instant };

/** The outcome of a cut, as the boots report it. */
export type CutReport =
  | { readonly kind: 'inForce' }
  /** The boots had already played what it would have replaced. They changed nothing. */
  | { readonly kind: 'late' }
  /** The boots refuse what was composed; sending it again would not help. */
  | { readonly kind: 'refused'; readonly reason: TimelineRefusal }
  /** A later cut, or Stop, took its place. */
  | { readonly kind: 'superseded' };

/** Carried out in sequence. */
export type Order =
  /** Lower every target at once; it can only lower. */
  | { readonly kind: 'ceiling'; readonly ceiling: Mmhg }
  /** Replace the timeline from `from` on; what comes before stays. */
  | { readonly kind: 'cut'; readonly keyframes: readonly Keyframe[]; readonly from: Milliseconds }
  | { readonly kind: 'resume' }
  /** Stop: the boots refuse the script, or the scheduler failed. */
  | { readonly kind: 'end'; readonly why: EndCause };

export type EndCause =
  | { readonly kind: 'refused'; readonly reason: TimelineRefusal }
  /** A bug: the reducer threw. */
  | { readonly kind: 'failed'; readonly error: unknown };

export type SchedulerNotice =
  /** The air cannot follow `asked` on these legs; the scheduler aims for `set` instead. */
  | { readonly kind: 'lowered'; readonly asked: Mmhg; readonly set: Mmhg }
  /** The change is withdrawn and the session continues as it was. `ending`: it is about to end. */
  | { readonly kind: 'notChanged'; readonly why: Problem | 'ending' }
  /** The session ends with the wave being played. `air`: with the air as it is, no intensity keeps within the limits. */
  | { readonly kind: 'endsEarly'; readonly why: Problem | 'air' };

/** The result of one event. */
export interface Scheduled {
  readonly plan: Plan;
  readonly orders: readonly Order[];
  readonly notices: readonly SchedulerNotice[];
}

export const scheduled = (plan: Plan, ...orders: readonly Order[]): Scheduled => ({
  plan,
  orders,
  notices: [],
});

/** One result followed by the next step from its plan. */
export function andThen(first: Scheduled, next: (plan: Plan) => Scheduled): Scheduled {
  const second = next(first.plan);
  return {
    plan: second.plan,
    orders: [...first.orders, ...second.orders],
    notices: [...first.notices, ...second.notices],
  };
}

export const noticing = (result: Scheduled, ...notices: readonly SchedulerNotice[]): Scheduled => ({
  ...result,
  notices: [...notices, ...result.notices],
});
