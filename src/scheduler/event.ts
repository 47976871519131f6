/** What goes into the scheduler (events), and what comes out of it (orders and notices). */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import type { Milliseconds, Mmhg } from '../../firmware-protocol/quantities.ts';
import type { Status, TimelineRefusal } from '../../firmware-protocol/status.ts';
import type { Settings } from '../program/program.ts';
import type { Problem } from '../safety/problem.ts';
import type { Plan, Stage } from './plan.ts';

export type SchedulerEvent =
  /** The boots are ready for the script. */
  | { readonly kind: 'begin'; readonly status: Status }
  | { readonly kind: 'want'; readonly settings: Settings }
  /** `pressures` as in `BootsReport`. */
  | {
      readonly kind: 'report';
      readonly status: Status;
      readonly pressures: readonly (number | null)[];
      readonly stage: Stage;
    }
  /** The stage decides whether the script may be changed now. */
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'resume' }
  | { readonly kind: 'cutOutcome'; readonly outcome: CutOutcome }
  /** Before this page was loaded, an order `cut` was given whose outcome is not known. `isLower`: the cut was for less pressure. */
  | { readonly kind: 'redo'; readonly isLower: boolean }
  /** Nothing has happened; the scheduler checks what is due. */
  | { readonly kind: 'wake' };

/** Declared like `CutOutcome` in src/boots/cut.ts, because src/scheduler may not import src/boots. */
export type CutOutcome =
  /** The boots have accepted what was sent so far, or none of it replaces what they hold; what is sent later may still be refused. */
  | { readonly kind: 'inForce' }
  /** The boots had already played what the cut would have replaced. They changed nothing. */
  | { readonly kind: 'late' }
  /** The boots refuse these keyframes; sending them again would not help. */
  | { readonly kind: 'refused'; readonly reason: TimelineRefusal }
  /** A later cut, a Stop or a new session took the place of this cut. */
  | { readonly kind: 'superseded' };

export type Order =
  /** Lower every target above `ceiling` to it, at once. */
  | { readonly kind: 'ceiling'; readonly ceiling: Mmhg }
  /** Replace the timeline from the playhead time `from` on; what comes before stays. */
  | { readonly kind: 'cut'; readonly keyframes: readonly Keyframe[]; readonly from: Milliseconds }
  | { readonly kind: 'resume' }
  /** Stop, because the boots refuse the script, or because the scheduler failed. */
  | { readonly kind: 'end'; readonly why: EndCause };

export type EndCause =
  | { readonly kind: 'refused'; readonly reason: TimelineRefusal }
  /** The scheduler's reducer threw, which is a bug. */
  | { readonly kind: 'failed'; readonly error: unknown };

export type SchedulerNotice =
  /** The air cannot follow the intensity `asked`, so the scheduler aims for `set`. */
  | { readonly kind: 'lowered'; readonly asked: Mmhg; readonly set: Mmhg }
  /** The change is withdrawn, and the session continues as before. `ending`: the session is about to end. */
  | { readonly kind: 'notChanged'; readonly why: Problem | 'ending' }
  /** The session ends at the next cycle boundary. `air`: with the air as estimated, no intensity tried keeps the limits. */
  | { readonly kind: 'endsEarly'; readonly why: Problem | 'air' };

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

export function andThen(first: Scheduled, next: (plan: Plan) => Scheduled): Scheduled {
  const second = next(first.plan);
  return {
    plan: second.plan,
    orders: [...first.orders, ...second.orders],
    notices: [...first.notices, ...second.notices],
  };
}

export const withNotices = (result: Scheduled, ...notices: readonly SchedulerNotice[]): Scheduled => ({
  ...result,
  notices: [...notices, ...result.notices],
});
