/** The therapy region of the state: what the session does to the legs, as the boots report it. */

import type { Op } from '../../../firmware-protocol/command.ts';
import type { Instant } from '../../../firmware-protocol/quantities.ts';
import type { EndReason } from '../../../firmware-protocol/status.ts';
import type { Plan, Stage } from '../../scheduler/plan.ts';
import { region } from './region.ts';

/**
 * The steps between Start and running. `interrupted`: the link was lost. If the link is soon back, the start goes on from the state
 * that the boots report; otherwise the start is called off, and Stop makes the boots safe.
 */
export type Preparing = 'control' | 'prepare' | 'zeroing' | 'loading' | 'starting' | 'interrupted';

interface WithTime {
  /** When this state, or this step of preparing, began. */
  readonly since: Instant;
}
interface WithPlan {
  readonly plan: Plan;
}

export type Therapy =
  | { readonly kind: 'idle' }
  /** `before`: in the step `interrupted`, the step before it; otherwise null. */
  | ({ readonly kind: 'preparing'; readonly step: Preparing; readonly before: Preparing | null } & WithTime &
      WithPlan)
  | ({ readonly kind: 'running' } & WithPlan)
  | ({ readonly kind: 'pausing' } & WithTime & WithPlan)
  | ({ readonly kind: 'paused' } & WithTime & WithPlan)
  | ({ readonly kind: 'resuming' } & WithTime & WithPlan)
  /** The outcome of `asked` is unknown until the boots' status shows it; meanwhile Start, Pause and Resume are not possible. */
  | ({ readonly kind: 'unsure'; readonly asked: Op } & WithPlan)
  /** The boots run a session that this page did not start, or lost control of. The page can only watch and stop that session. */
  | { readonly kind: 'found' }
  /** `plan`: null if this page could only watch the session at its end. */
  | { readonly kind: 'ended'; readonly reason: EndReason; readonly plan: Plan | null };

type Kind = Therapy['kind'];
export type TherapyOf<K extends Kind> = Extract<Therapy, { kind: K }>;

export const therapy = region<Therapy>()({
  idle: {
    start: 'preparing',
    "another controller's session runs": 'found',
    'a session of an earlier page runs': 'running',
    'a session of an earlier page is paused': 'paused',
    'a boot was added': 'idle',
  },
  preparing: {
    'the next step': 'preparing',
    'the boots run': 'running',
    'the boots paused': 'paused',
    "another controller's session runs": 'found',
    'the start was called off, refused or not sent': 'idle',
    'another controller took control': 'found',
    'an outcome is unknown': 'unsure',
    'the boots stopped': 'ended',
    'the session had not begun': 'idle',
  },
  running: {
    'the session had not begun': 'idle',
    pause: 'pausing',
    'the boots paused': 'paused',
    'the boots stopped': 'ended',
    'another controller took control': 'found',
    'an outcome is unknown': 'unsure',
  },
  pausing: {
    'the session had not begun': 'idle',
    'the boots paused': 'paused',
    'the command had no effect': 'running',
    'an outcome is unknown': 'unsure',
    'the boots stopped': 'ended',
    'another controller took control': 'found',
  },
  paused: {
    'the session had not begun': 'idle',
    resume: 'resuming',
    'the boots run': 'running',
    'the boots stopped': 'ended',
    'an outcome is unknown': 'unsure',
    'another controller took control': 'found',
  },
  resuming: {
    'the session had not begun': 'idle',
    'the boots run': 'running',
    'the command had no effect': 'paused',
    'an outcome is unknown': 'unsure',
    'the boots stopped': 'ended',
    'another controller took control': 'found',
  },
  unsure: {
    'the boots run': 'running',
    'the boots paused': 'paused',
    'the boots stopped': 'ended',
    'the session had not begun': 'idle',
    'another controller took control': 'found',
    'the link was lost before the session began': 'preparing',
  },
  found: {
    'the boots stopped': 'ended',
    'a boot was added': 'idle',
  },
  ended: {
    dismissed: 'idle',
    start: 'preparing',
    "another controller's session runs": 'found',
    'a boot was added': 'idle',
  },
});

type Moves = typeof therapy.moves;
/** The states from which the move `Why` leads. */
export type TherapyBefore<Why extends string> = TherapyOf<
  { [K in Kind]: Why extends keyof Moves[K] ? K : never }[Kind]
>;

/** @param before the step before, if the next step is `interrupted`; otherwise null */
export const nextStep = (
  from: TherapyOf<'preparing'>,
  step: Preparing,
  since: Instant,
  before: Preparing | null = null,
): TherapyOf<'preparing'> => therapy.move(from, 'the next step', { plan: from.plan, step, before, since });

export const calledOff = (from: TherapyOf<'preparing'>): TherapyOf<'idle'> =>
  therapy.move(from, 'the start was called off, refused or not sent', {});

export const nowRunning = (from: TherapyBefore<'the boots run'>): TherapyOf<'running'> =>
  therapy.move(from, 'the boots run', { plan: from.plan });

export const nowPaused = (from: TherapyBefore<'the boots paused'>, since: Instant): TherapyOf<'paused'> =>
  therapy.move(from, 'the boots paused', { since, plan: from.plan });

export const nowFound = (from: TherapyBefore<"another controller's session runs">): TherapyOf<'found'> =>
  therapy.move(from, "another controller's session runs", {});

export const nowUnsure = (from: TherapyBefore<'an outcome is unknown'>, asked: Op): TherapyOf<'unsure'> =>
  therapy.move(from, 'an outcome is unknown', { plan: from.plan, asked });

export const nowEnded = (from: TherapyBefore<'the boots stopped'>, reason: EndReason): TherapyOf<'ended'> =>
  therapy.move(from, 'the boots stopped', { reason, plan: from.kind === 'found' ? null : from.plan });

export const withoutEffect = (
  from: TherapyBefore<'the command had no effect'>,
  since: Instant,
): TherapyOf<'running' | 'paused'> =>
  from.kind === 'pausing'
    ? therapy.move(from, 'the command had no effect', { plan: from.plan })
    : therapy.move(from, 'the command had no effect', { since, plan: from.plan });

export const notBegun = (from: TherapyBefore<'the session had not begun'>): TherapyOf<'idle'> =>
  therapy.move(from, 'the session had not begun', {});

export const runsFromEarlierPage = (from: TherapyOf<'idle'>, plan: Plan): TherapyOf<'running'> =>
  therapy.move(from, 'a session of an earlier page runs', { plan });

/** A program of this page runs, is paused or is about to run, as far as is known. */
export type Planned = Extract<Therapy, { plan: Plan; kind: Exclude<Kind, 'ended'> }>;
export const isPlanned = (state: Therapy): state is Planned => 'plan' in state && state.kind !== 'ended';

/** Whether a session is under way, as far as is known: boots may be squeezing. */
export const isUnderWay = (state: Therapy): state is Exclude<Therapy, TherapyOf<'idle' | 'ended'>> =>
  state.kind !== 'idle' && state.kind !== 'ended';

/** The stage tells the scheduler whether the script may be changed now. */
export function stageOf({ kind }: Planned): Stage {
  switch (kind) {
    case 'preparing':
      return 'loading';
    case 'running':
      return 'playing';
    case 'resuming':
      return 'resuming';
    default:
      return 'held';
  }
}
