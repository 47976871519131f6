/** All that can happen to a session, and all that it can ask for. */

import type { Op, Request } from '../../firmware-protocol/command.ts';
import type { Feature } from '../../firmware-protocol/feature.ts';
import type { Instant, Mmhg } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { Telemetry } from '../../firmware-protocol/telemetry.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { OpenFailure } from '../boots/boots.ts';
import type { CommandOutcome } from '../boots/command-outcome.ts';
import type { Cut, Played } from '../boots/cut.ts';
import type { Program, ZoneSetting } from '../program/program.ts';
import type { LinkState } from './view.ts';

export type IntentEvent =
  | { readonly kind: 'connect' | 'addOther' | 'disconnect' | 'start' | 'pause' | 'resume' | 'stop' }
  | { readonly kind: 'acknowledgeFault' | 'dismissNotice' }
  | { readonly kind: 'choose'; readonly program: Program }
  | { readonly kind: 'setIntensity'; readonly intensity: Mmhg }
  | { readonly kind: 'setMinutes'; readonly minutes: number }
  | { readonly kind: 'setZone'; readonly side: Side; readonly zone: number; readonly setting: ZoneSetting }
  | { readonly kind: 'confirm'; readonly confirmed: boolean };

export type WorldEvent =
  | { readonly kind: 'chosen' }
  | {
      readonly kind: 'notChosen';
      readonly reason: 'cancelled' | 'unavailable' | 'failed';
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
  | { readonly kind: 'link'; readonly state: LinkState }
  | { readonly kind: 'reopened'; readonly failure: OpenFailure | null }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'telemetry'; readonly telemetry: Telemetry }
  | { readonly kind: 'garbled'; readonly detail: string }
  /** Which boots of a pair were told to stop, also by the pair itself, and have not confirmed it for a second or more. */
  | { readonly kind: 'unstopped'; readonly sides: readonly Side[] }
  | { readonly kind: 'outcome'; readonly op: Op; readonly outcome: CommandOutcome }
  /** What became of the last cut. */
  | { readonly kind: 'feed'; readonly event: Played }
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
  | { readonly kind: 'cut'; readonly cut: Cut };
