/** The events that a session handles, and the effects that it asks for. */

import type { Op, Request } from '../../firmware-protocol/command.ts';
import type { Feature } from '../../firmware-protocol/feature.ts';
import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { Telemetry } from '../../firmware-protocol/telemetry.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { Adoption, OpenFailure, ReopenFailure } from '../boots/boots.ts';
import type { Cause } from '../boots/cause.ts';
import type { CommandOutcome } from '../boots/command-outcome.ts';
import type { BrowserBluetooth } from '../boots/open-boots.ts';
import type { FitFinding } from '../diagnosis/boots-fit.ts';
import type { Order, Scheduled, SchedulerEvent } from '../scheduler/event.ts';
import type { Plan } from '../scheduler/plan.ts';
import type { LegBreach } from './effects/pressure-guard.ts';
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
      readonly names: readonly string[];
      readonly simulated: boolean;
      /** A pair has one feature for both boots. */
      readonly feature: Feature;
      readonly pair: boolean;
      readonly status: Status;
      /** The session that an earlier page stored, which may be running on these boots; null = none. */
      readonly remembered: Remembered | null;
    }
  | { readonly kind: 'openFailed'; readonly failure: OpenFailure }
  /** The second boot of a pair was not added; the connected one stays. */
  | { readonly kind: 'notAdded'; readonly why: NotAdded }
  | { readonly kind: 'link'; readonly state: 'connected' | 'reconnecting' | 'forbidden' }
  | { readonly kind: 'bluetooth'; readonly state: BrowserBluetooth }
  | { readonly kind: 'reopened'; readonly failure: ReopenFailure | null }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'telemetry'; readonly telemetry: Telemetry }
  | { readonly kind: 'garbled'; readonly cause: Cause }
  /** What the first low filling has shown about the fit of the boots: findings that are new. */
  | { readonly kind: 'misfit'; readonly findings: readonly FitFinding[] }
  /** Which boots of a pair have not confirmed a Stop for over a second, whether the session or the pair itself sent it; empty = none. */
  | { readonly kind: 'unstopped'; readonly sides: readonly Side[] }
  /**
   * Measured pressures break a limit that the program keeps or that the boots should enforce (safety/live-watch.ts), or stay above what the
   * script asks for (safety/plan-watch.ts).
   */
  | { readonly kind: 'limitBroken'; readonly broken: LegBreach }
  /**
   * The boots report that they run, but their running time or clock stands still. `sides`: which boots of a pair; empty = single boots.
   */
  | { readonly kind: 'standingStill'; readonly sides: readonly Side[] }
  | { readonly kind: 'outcome'; readonly op: Op; readonly outcome: CommandOutcome }
  | { readonly kind: 'scheduled'; readonly result: Scheduled }
  /** Another tab of this browser has taken over the session and its token. */
  | { readonly kind: 'disowned' }
  /** The computer has woken from sleep, or the browser has unfrozen the page. */
  | { readonly kind: 'woke' }
  /** A bug: an effect threw or rejected. */
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'tick' };

export type SessionEvent = IntentEvent | WorldEvent;

/** A request as the state machine makes it. The state machine knows no calendar, so EffectRunner adds the date to Prepare. */
export type UndatedRequest =
  | Exclude<Request, { readonly op: 'prepare' }>
  | Omit<Request<'prepare'>, 'calendar'>;

export type Effect =
  | { readonly kind: 'choose' }
  | { readonly kind: 'chooseOther' }
  | { readonly kind: 'giveUpLink' }
  | { readonly kind: 'reopen' }
  /** Drops a link over which the boots could not be read after a reconnect. The link then reconnects by itself. */
  | { readonly kind: 'abandonLink' }
  /** Stops feeding the boots and forgets the token, because another tab controls them. */
  | { readonly kind: 'yield' }
  | { readonly kind: 'readStatus' }
  | { readonly kind: 'command'; readonly request: UndatedRequest }
  | { readonly kind: 'stop' }
  /** Makes the boots blink. `side`: only this boot of a pair; null = all connected boots. */
  | { readonly kind: 'identify'; readonly side: Side | null }
  /** Starts a scheduler for this plan, in place of the one before. */
  | { readonly kind: 'run'; readonly plan: Plan }
  | { readonly kind: 'schedule'; readonly event: SchedulerEvent }
  /** Drops the scheduler of a program that is over or being stopped, with any orders still to come. */
  | { readonly kind: 'retire' }
  /** Continues a script of which the boots hold a part. If it is not certain what they hold, no keyframes are sent until the next cut. */
  | {
      readonly kind: 'adopt';
      readonly script: readonly Keyframe[];
      readonly adoption: Adoption;
    }
  | { readonly kind: 'play'; readonly cut: Omit<Extract<Order, { kind: 'cut' }>, 'kind'> };
