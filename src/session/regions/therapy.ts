/** What the session does to the legs, as far as the boots report: one region of the state, and every move in it. */

import type { Op } from '../../../firmware-protocol/command.ts';
import type { Instant } from '../../../firmware-protocol/quantities.ts';
import type { EndReason } from '../../../firmware-protocol/status.ts';
import type { Plan, Stage } from '../../scheduler/plan.ts';
import { region } from './region.ts';

/**
 * The steps between Start and running. `interrupted`: the link was lost. If it is soon back, the start goes on from what the boots report;
 * otherwise it is called off, and Stop makes the boots safe.
 */
export type Preparing = 'control' | 'prepare' | 'zeroing' | 'loading' | 'starting' | 'interrupted';

interface WithTime {
  /** When the step began. */
  readonly since: Instant;
}
interface WithPlan {
  readonly plan: Plan;
}

export type Therapy =
  | { readonly kind: 'idle' }
  /** `before`: the step that was interrupted; null in any other. */
  | ({ readonly kind: 'preparing'; readonly step: Preparing; readonly before: Preparing | null } & WithTime &
      WithPlan)
  | ({ readonly kind: 'running' } & WithPlan)
  | ({ readonly kind: 'pausing' } & WithTime & WithPlan)
  | ({ readonly kind: 'paused' } & WithTime & WithPlan)
  | ({ readonly kind: 'resuming' } & WithTime & WithPlan)
  /** The outcome of `asked` is unknown and the status is being read; meanwhile only Stop is sent. */
  | ({ readonly kind: 'unsure'; readonly asked: Op } & WithPlan)
  /** The boots run a session that this page did not start, or lost control of; it can only watch and stop it. */
  | { readonly kind: 'found' }
  /** `plan` is null for a found session. */
  | { readonly kind: 'ended'; readonly reason: EndReason; readonly plan: Plan | null };

type Kind = Therapy['kind'];
export type TherapyOf<K extends Kind> = Extract<Therapy, { kind: K }>;

export const therapy = region<Therapy>()({
  idle: {
    start: 'preparing',
    "another's session runs": 'found',
    'a session of an earlier page runs': 'running',
    'a session of an earlier page is paused': 'paused',
  },
  preparing: {
    'the next step': 'preparing',
    'the boots run': 'running',
    'the boots paused': 'paused',
    "another's session runs": 'found',
    'called off, refused or not sent': 'idle',
    'another took control': 'found',
    'an outcome is unknown': 'unsure',
    'the boots stopped': 'ended',
    'it had not begun': 'idle',
  },
  running: {
    'it had not begun': 'idle',
    pause: 'pausing',
    'the boots paused': 'paused',
    'the boots stopped': 'ended',
    'another took control': 'found',
    'an outcome is unknown': 'unsure',
  },
  pausing: {
    'it had not begun': 'idle',
    'the boots paused': 'paused',
    'it did not happen': 'running',
    'an outcome is unknown': 'unsure',
    'the boots stopped': 'ended',
    'another took control': 'found',
  },
  paused: {
    'it had not begun': 'idle',
    resume: 'resuming',
    'the boots run': 'running',
    'the boots stopped': 'ended',
    'an outcome is unknown': 'unsure',
    'another took control': 'found',
  },
  resuming: {
    'it had not begun': 'idle',
    'the boots run': 'running',
    'it did not happen': 'paused',
    'an outcome is unknown': 'unsure',
    'the boots stopped': 'ended',
    'another took control': 'found',
  },
  unsure: {
    'the boots run': 'running',
    'the boots paused': 'paused',
    'the boots stopped': 'ended',
    'it had not begun': 'idle',
    'another took control': 'found',
    'the link was lost before it began': 'preparing',
  },
  found: {
    'the boots stopped': 'ended',
  },
  ended: {
    'put aside': 'idle',
    start: 'preparing',
    "another's session runs": 'found',
  },
});

/** Whether a program of this page runs or is about to. */
export type Planned = Extract<Therapy, { plan: Plan; kind: Exclude<Kind, 'ended'> }>;
export const isPlanned = (state: Therapy): state is Planned => 'plan' in state && state.kind !== 'ended';

/** Whether a session is under way, as far as is known: boots may be squeezing. */
export const isUnderWay = ({ kind }: Therapy): boolean => kind !== 'idle' && kind !== 'ended';

/** Whether the scheduler may change the script. */
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
