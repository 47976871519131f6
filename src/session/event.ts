/** All that can happen to a session, and all that it asks for. */

import type { Op, Request } from '../../firmware-protocol/command.ts';
import type { Feature } from '../../firmware-protocol/feature.ts';
import type { Instant } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { Telemetry } from '../../firmware-protocol/telemetry.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { OpenFailure } from '../boots/boots.ts';
import type { CommandOutcome } from '../boots/command-outcome.ts';
import type { Order, Scheduled, SchedulerEvent } from '../scheduler/event.ts';
import type { Plan } from '../scheduler/plan.ts';
import type { IntentEvent } from './intents.ts';

export type WorldEvent =
  | { readonly kind: 'chosen' }
  | {
      readonly kind: 'notChosen';
      readonly reason: 'cancelled' | 'unavailable' | 'off' | 'failed';
      readonly detail: string;
    }
  | {
      readonly kind: 'opened';
      readonly name: string;
      readonly simulated: boolean;
      /** Of both as one, where they are a pair. */
      readonly feature: Feature;
      readonly pair: boolean;
      readonly status: Status;
    }
  | { readonly kind: 'openFailed'; readonly failure: OpenFailure }
  /** The other boot was not added; the one there is stays. */
  | { readonly kind: 'notAdded'; readonly detail: string }
  | { readonly kind: 'link'; readonly state: 'connected' | 'reconnecting' }
  | { readonly kind: 'reopened'; readonly failure: OpenFailure | null }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'telemetry'; readonly telemetry: Telemetry }
  | { readonly kind: 'garbled'; readonly detail: string }
  /** Boots of a pair that were told to stop, also by the pair itself, and have not confirmed it for a second or more. */
  | { readonly kind: 'unstopped'; readonly sides: readonly Side[] }
  | { readonly kind: 'outcome'; readonly op: Op; readonly outcome: CommandOutcome }
  /** The scheduler has a new plan, orders, or something to say. */
  | { readonly kind: 'scheduled'; readonly result: Scheduled }
  /** A bug: what was asked of the boots or the scheduler threw. */
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Only says "look at the time". */
  | { readonly kind: 'tick' };

/** Every event is stamped where it enters. */
export type SessionEvent = (IntentEvent | WorldEvent) & { readonly now: Instant };

export type Effect =
  | { readonly kind: 'choose' }
  | { readonly kind: 'chooseOther' }
  | { readonly kind: 'giveUpLink' }
  | { readonly kind: 'reopen' }
  /** Ends a link that brought nonsense; it comes back by itself. */
  | { readonly kind: 'abandonLink'; readonly reason: string }
  | { readonly kind: 'readStatus' }
  | { readonly kind: 'command'; readonly request: Request }
  | { readonly kind: 'stop' }
  /** A scheduler for this plan, in place of the one before. */
  | { readonly kind: 'run'; readonly plan: Plan }
  | { readonly kind: 'schedule'; readonly event: SchedulerEvent }
  /** The program is over: its scheduler and what it still would order. */
  | { readonly kind: 'retire' }
  | { readonly kind: 'play'; readonly cut: Omit<Extract<Order, { kind: 'cut' }>, 'kind'> };
