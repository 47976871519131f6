/** What the scheduler is told, what it orders, and what it has to say. */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import type { Instant, Milliseconds, Mmhg } from '../../firmware-protocol/quantities.ts';
import type { Status, TimelineRefusal } from '../../firmware-protocol/status.ts';
import type { Settings } from '../program/program.ts';
import type { Problem } from '../safety/problem.ts';
import type { Plan, Stage } from './plan.ts';

export type SchedulerEvent =
  /** The boots are ready to be given the script, and said so. */
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
  /** What became of the last cut. */
  | { readonly kind: 'played'; readonly report: CutReport }
  /** Only says "look now". */
  | { readonly kind: 'wake' };

export type Timed<Event> = Event & { readonly now: Instant };

/** What the boots report of a cut. */
export type CutReport =
  | { readonly kind: 'inForce' }
  /** It would have replaced what had been played by then. Nothing was changed. */
  | { readonly kind: 'late' }
  /** The boots refuse what was composed; sending it again would not help. */
  | { readonly kind: 'refused'; readonly reason: TimelineRefusal }
  /** A later cut, or Stop, took its place. */
  | { readonly kind: 'superseded' };

/** To be carried out in their sequence. */
export type Order =
  /** Lower every target at once; it can only lower. */
  | { readonly kind: 'ceiling'; readonly ceiling: Mmhg }
  /** From `from` on the timeline is these keyframes; what comes before stays. */
  | { readonly kind: 'cut'; readonly keyframes: readonly Keyframe[]; readonly from: Milliseconds }
  | { readonly kind: 'resume' }
  /** Stop: the boots refuse the script, or the scheduler failed. */
  | { readonly kind: 'end'; readonly why: EndCause };

export type EndCause =
  | { readonly kind: 'refused'; readonly reason: TimelineRefusal }
  /** A bug: the reducer threw. */
  | { readonly kind: 'failed'; readonly error: unknown };

export type SchedulerNotice =
  /** The air cannot follow `asked` on these legs; `set` is wanted instead. */
  | { readonly kind: 'lowered'; readonly asked: Mmhg; readonly set: Mmhg }
  /** The change is taken back and the session goes on as it was. `ending`: it is about to end. */
  | { readonly kind: 'notChanged'; readonly why: Problem | 'ending' }
  /** The session ends with the wave being played. `air`: no pressure keeps the limits any more. */
  | { readonly kind: 'endsEarly'; readonly why: Problem | 'air' };

/** What one event leads to. */
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

/** First one result, then another from where it led. */
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
