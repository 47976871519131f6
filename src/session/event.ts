/** Every event of a session, and every effect it asks for. */

import type { Op, Request } from '../../firmware-protocol/command.ts';
import type { Feature } from '../../firmware-protocol/feature.ts';
import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import type { Instant } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { Telemetry } from '../../firmware-protocol/telemetry.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { OpenFailure, Shifts } from '../boots/boots.ts';
import type { Cause } from '../boots/cause.ts';
import type { CommandOutcome } from '../boots/command-outcome.ts';
import type { Order, Scheduled, SchedulerEvent } from '../scheduler/event.ts';
import type { Plan } from '../scheduler/plan.ts';
import type { Guarded } from './effects/pressure-guard.ts';
import type { IntentEvent } from './intents.ts';
import type { Remembered } from './memory/remembered.ts';
import type { NoBluetooth, NotAdded } from './notices/notice.ts';

export type WorldEvent =
  | { readonly kind: 'chosen' }
  | {
      readonly kind: 'notChosen';
      readonly reason: 'cancelled' | 'failed' | NoBluetooth;
      readonly detail: string;
    }
  | {
      readonly kind: 'opened';
      readonly name: string;
      readonly simulated: boolean;
      /** A pair has one feature for both boots. */
      readonly feature: Feature;
      readonly pair: boolean;
      readonly status: Status;
      /** The session that an earlier page may have left on these boots. */
      readonly remembered: Remembered | null;
    }
  | { readonly kind: 'openFailed'; readonly failure: OpenFailure }
  /** The other boot was not added; the connected one stays. */
  | { readonly kind: 'notAdded'; readonly why: NotAdded }
  | { readonly kind: 'link'; readonly state: 'connected' | 'reconnecting' }
  | { readonly kind: 'reopened'; readonly failure: OpenFailure | null }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'telemetry'; readonly telemetry: Telemetry }
  | { readonly kind: 'garbled'; readonly cause: Cause }
  /** Boots of a pair that have not confirmed a Stop for a second or more, whether the session or the pair itself sent it. */
  | { readonly kind: 'unstopped'; readonly sides: readonly Side[] }
  /** What is measured breaks a limit that the program was planned inside. */
  | { readonly kind: 'limitBroken'; readonly broken: Guarded }
  /** Boots say that they run and stand still; `sides` of a pair. */
  | { readonly kind: 'standingStill'; readonly sides: readonly Side[] }
  | { readonly kind: 'outcome'; readonly op: Op; readonly outcome: CommandOutcome }
  /** The scheduler has a new plan, orders or notices. */
  | { readonly kind: 'scheduled'; readonly result: Scheduled }
  /** Another tab of this browser has taken the session over, with its token. */
  | { readonly kind: 'disowned' }
  /** The machine slept, or the page was frozen. */
  | { readonly kind: 'woke' }
  /** A bug: an effect or the scheduler threw. */
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Time has passed; nothing else has happened. */
  | { readonly kind: 'tick' };

/** Every event gets its time where it enters. */
export type SessionEvent = (IntentEvent | WorldEvent) & { readonly now: Instant };

/** A request as the state machine makes it, which knows no calendar. */
export type Undated = Exclude<Request, { readonly op: 'prepare' }> | Omit<Request<'prepare'>, 'calendar'>;

export type Effect =
  | { readonly kind: 'choose' }
  | { readonly kind: 'chooseOther' }
  | { readonly kind: 'giveUpLink' }
  | { readonly kind: 'reopen' }
  /** Drops a link over which invalid frames came; it reconnects by itself. */
  | { readonly kind: 'abandonLink'; readonly reason: string }
  /** Another tab controls the boots: feeds them no more, and forgets the token. */
  | { readonly kind: 'yield' }
  | { readonly kind: 'readStatus' }
  | { readonly kind: 'command'; readonly request: Undated }
  | { readonly kind: 'stop' }
  /** Lets boots blink; `side`: of a pair, only this one. */
  | { readonly kind: 'identify'; readonly side: Side | null }
  /** Replaces the scheduler by one for this plan. */
  | { readonly kind: 'run'; readonly plan: Plan }
  | { readonly kind: 'schedule'; readonly event: SchedulerEvent }
  /** The program is over: drops its scheduler and any orders still to come. */
  | { readonly kind: 'retire' }
  /** Goes on with a script that the boots hold in part. If it is not certain what they hold, nothing is sent until the next cut. */
  | {
      readonly kind: 'adopt';
      readonly script: readonly Keyframe[];
      readonly shifts: Shifts | null;
      readonly isCertain: boolean;
    }
  | { readonly kind: 'play'; readonly cut: Omit<Extract<Order, { kind: 'cut' }>, 'kind'> };
