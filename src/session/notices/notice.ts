/** The notices that a person may be shown, named by what happened. notices.ts decides which one is shown. */

import type { Op } from '../../../firmware-protocol/command.ts';
import type { Fault } from '../../../firmware-protocol/fault-codes.ts';
import type { LimitName } from '../../../firmware-protocol/limits.ts';
import type { Instant, Mmhg } from '../../../firmware-protocol/quantities.ts';
import type { Result } from '../../../firmware-protocol/response.ts';
import type { TimelineRefusal } from '../../../firmware-protocol/status.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import type { ChangedBoots, OpenFailure } from '../../boots/boots.ts';
import type { Cause, NoPair } from '../../boots/cause.ts';
import type { FitFinding } from '../../diagnosis/boots-fit.ts';
import type { Problem } from '../../safety/problem.ts';
import type { SchedulerNotice } from '../../scheduler/event.ts';

export type Notice =
  | { readonly kind: 'noBluetooth'; readonly why: NoBluetooth }
  | { readonly kind: 'chooserCancelled' }
  | { readonly kind: 'notBoots'; readonly cause: Cause }
  | { readonly kind: 'wrongVersion'; readonly theirs: string; readonly ours: string }
  | { readonly kind: 'payloadTooSmall'; readonly bytes: number }
  | { readonly kind: 'limitsTooWide'; readonly limit: LimitName }
  | { readonly kind: 'couldNotConnect'; readonly cause: Cause }
  | ChangedBoots
  | { readonly kind: 'linkLost'; readonly playingOn: boolean }
  | BluetoothLost
  | PermissionLost
  /** The browser does not let this page connect to the chosen device. */
  | { readonly kind: 'notPermitted' }
  /** Another controller holds control. `sides`, here and below: which boots of a pair; empty = the connected boots. */
  | { readonly kind: 'heldByAnother'; readonly sides: readonly Side[] }
  | { readonly kind: 'controlLost' }
  /** Another tab of this browser took the session over. */
  | { readonly kind: 'otherTab' }
  /** The boots give control only after a press of their button. `toStart`: whether control was wanted for Start. */
  | { readonly kind: 'needsPress'; readonly sides: readonly Side[]; readonly toStart: boolean }
  /** The boots that asked for a press have reported one, which counts for a while. `at`: when this page heard of the press. */
  | {
      readonly kind: 'pressed';
      readonly sides: readonly Side[];
      readonly toStart: boolean;
      readonly at: Instant;
    }
  | { readonly kind: 'silent' }
  /** The boots reported that they run, but their running time or clock stood still. This page has told them to stop. */
  | { readonly kind: 'standingStill'; readonly sides: readonly Side[] }
  | { readonly kind: 'garbled'; readonly cause: Cause }
  | { readonly kind: 'refused'; readonly command: Op | 'timeline'; readonly reason: Result | TimelineRefusal }
  | { readonly kind: 'programRefused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'clamped'; readonly problem: SettingNotice }
  /** The second boot of a pair could not be added. */
  | { readonly kind: 'notAPair'; readonly why: NotAdded }
  | StopTrouble
  /** This page has a bug, and has told the boots to stop. */
  | { readonly kind: 'failed'; readonly detail: string }
  /**
   * It is not known whether the parts at these places are empty; without places, whether any part is. Either emptying must be over, or
   * a person disconnected the boots before their Stop was over.
   */
  | { readonly kind: 'airNotKnown'; readonly places: readonly ZonePlace[]; readonly sides: readonly Side[] }
  /**
   * The session has not begun. `full`: the parts that did not empty while the boots prepared; without it, the boots were out of reach or did
   * not answer, for example, or the page was reloaded.
   */
  | { readonly kind: 'notBegun'; readonly full?: readonly ZonePlace[] }
  /** The second boot of a pair can be added only once the connected boot has stopped. */
  | { readonly kind: 'addAfterStop' }
  /** The boots granted control to this page, but the response with the token was lost, so this page cannot use that control. */
  | { readonly kind: 'grantLost'; readonly sides: readonly Side[] }
  /** A Pause or Resume was sent, but the boots' status shows that it had no effect. The command is not sent again. */
  | { readonly kind: 'notHeard'; readonly what: 'pause' | 'resume' }
  /** A person asked for something that cannot be sent, because the link is lost. It will not be sent later. */
  | { readonly kind: 'notNow'; readonly what: NotNow }
  /**
   * The session that was being prepared was called off, by the button on the boots or by something unknown, for example another page.
   * `pair`: unknown on a pair, which also stops both boots if only one of them begins.
   */
  | { readonly kind: 'calledOff'; readonly by: 'button' | 'pair' | 'unknown' }
  | { readonly kind: 'rebooted' }
  /** What the first low filling has shown about the fit of the boots. `held`: this page has paused the session because of it. */
  | { readonly kind: 'misfit'; readonly findings: readonly FitFinding[]; readonly held: boolean }
  /** A person asked the boots to delete their session records. `notSent`: the request was not sent. `unknown`: the answer was lost. */
  | { readonly kind: 'recordsDeleted'; readonly outcome: 'done' | 'notSent' | 'unknown' }
  /** `nearlyEmpty`: the battery may be empty before a session is over. */
  | { readonly kind: 'batteryLow'; readonly level: 'low' | 'nearlyEmpty' }
  | LimitBroken
  | FaultNotice
  | WarningNotice;

/**
 * Why no device chooser could be shown. `noWebBluetooth`: the browser has no Web Bluetooth. `notSecure`: the page was not loaded over a
 * secure connection, so browsers hide Web Bluetooth from it. `noAdapter`: this computer or phone has no usable Bluetooth adapter. `off`:
 * Bluetooth is switched off. `denied`: the system does not let the browser use Bluetooth. `blocked`: a setting of the site, the browser or
 * its administrator forbids it. `tooLate`: browsers show the chooser only right after a click.
 */
export type NoBluetooth =
  | 'noWebBluetooth'
  | 'notSecure'
  | 'noAdapter'
  | 'off'
  | 'denied'
  | 'blocked'
  | 'tooLate';

/**
 * Measured pressures broke a limit that the program keeps or that the boots should enforce; or a zone stayed above what the program asks
 * of it. This page has told the boots to stop.
 */
export type LimitBroken = { readonly kind: 'limitBroken' } & ZonePlace &
  (
    | { readonly limit: LimitName }
    /** `asked`: the most that the program asked of the zone lately; 0 = the zone was to be empty. */
    | { readonly limit: 'plan'; readonly asked: Mmhg; readonly measured: Mmhg }
  );

export type NotNow = 'pause' | 'acknowledge' | 'addOther' | 'deleteRecords';

export type SettingNotice =
  | Problem
  | SchedulerNotice
  /** The person withdrew the confirmation of pressures above 80 mmHg, so the intensity was lowered to 80 mmHg. */
  | { readonly kind: 'confirmationWithdrawn' }
  /** The setting would leave no zone squeezed while a session runs. */
  | { readonly kind: 'nothingLeftOn' }
  /** The settings of single zones were for boots with other zones, and have been dropped. */
  | { readonly kind: 'zonesForgotten' };

export type NotAdded =
  | NoPair
  | { readonly kind: 'chosenTwice' }
  | { readonly kind: 'sessionBegun' }
  | { readonly kind: 'notChosen'; readonly detail: string }
  | { readonly kind: 'notOpened'; readonly failure: OpenFailure };

/**
 * The browser's Bluetooth has stopped answering this page, so the person should load the page again. `session`: what this page's boots
 * were doing last. `other`: a start, a stop, or a session of another controller. The notice holds until the browser answers.
 */
export interface BluetoothLost {
  readonly kind: 'bluetoothLost';
  readonly session: 'playing' | 'paused' | 'other' | 'none';
}

/**
 * The browser no longer lets this page use the connected boots, or one of a pair: somebody removed the permission, or made the
 * browser forget them.
 * `session`: as in `BluetoothLost`. The notice holds until the boots are connected again.
 */
export interface PermissionLost {
  readonly kind: 'permissionLost';
  readonly session: BluetoothLost['session'];
}

/** A person must act, because the boots do not stop or do not empty. */
export type StopTrouble =
  | { readonly kind: 'stopNotConfirmed'; readonly sides: readonly Side[] }
  /** Like `stopNotConfirmed`, but the browser's Bluetooth does not answer this page any more. */
  | { readonly kind: 'stopNotSendable' }
  | { readonly kind: 'notEmptying'; readonly places: readonly ZonePlace[]; readonly sides: readonly Side[] };

/** A notice that is added when something happens. A person may dismiss it. */
export type Message = Exclude<Notice, StopTrouble | BluetoothLost | PermissionLost>;

/** The leg and body part of a zone; null = not known. */
export interface ZonePlace {
  readonly side: Side | null;
  readonly part: BodyPart | null;
}

interface Trouble extends ZonePlace {
  readonly fault: Fault;
}
export interface FaultNotice extends Trouble {
  readonly kind: 'fault';
}
export interface WarningNotice extends Trouble {
  readonly kind: 'warning';
}

/** Whether a notice tells the person to load the page again, because nothing can be sent any more from the page to the boots, or to one of a pair. */
export const saysToReload = (notice: Notice | null): boolean =>
  notice?.kind === 'stopNotSendable' || notice?.kind === 'bluetoothLost' || notice?.kind === 'permissionLost';
