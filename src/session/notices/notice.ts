/** Notices to a person, by what happened. notices.ts decides which one is shown, and src/words what it says. */

import type { Op } from '../../../firmware-protocol/command.ts';
import type { Fault } from '../../../firmware-protocol/fault-codes.ts';
import type { LimitName } from '../../../firmware-protocol/limits.ts';
import type { Result } from '../../../firmware-protocol/response.ts';
import type { TimelineRefusal } from '../../../firmware-protocol/status.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import type { OpenFailure } from '../../boots/boots.ts';
import type { Cause, NoPair } from '../../boots/cause.ts';
import type { Problem } from '../../safety/problem.ts';
import type { SchedulerNotice } from '../../scheduler/event.ts';

/** Named by what happened. */
export type Notice =
  | { readonly kind: 'noBluetooth'; readonly why: NoBluetooth }
  | { readonly kind: 'chooserCancelled' }
  | { readonly kind: 'notBoots'; readonly cause: Cause }
  | { readonly kind: 'wrongVersion'; readonly theirs: string; readonly ours: string }
  | { readonly kind: 'payloadTooSmall'; readonly bytes: number }
  | { readonly kind: 'limitsTooWide'; readonly limit: LimitName }
  | { readonly kind: 'couldNotConnect'; readonly cause: Cause }
  | { readonly kind: 'linkLost'; readonly playingOn: boolean }
  /** `sides`, here and below: which boots of a pair; empty = the connected boots. */
  | { readonly kind: 'heldByAnother'; readonly sides: readonly Side[] }
  | { readonly kind: 'controlLost' }
  /** Another tab of this browser took the session over. */
  | { readonly kind: 'otherTab' }
  | { readonly kind: 'needsPress'; readonly sides: readonly Side[] }
  | { readonly kind: 'silent' }
  /** The boots said that they run, and stood still; this page told them to stop. */
  | { readonly kind: 'standingStill'; readonly sides: readonly Side[] }
  | { readonly kind: 'garbled'; readonly cause: Cause }
  | { readonly kind: 'refused'; readonly command: Op | 'timeline'; readonly reason: Result | TimelineRefusal }
  | { readonly kind: 'programRefused'; readonly problems: readonly Problem[] }
  /** A requested value was clamped or refused, before a session or while it runs. */
  | { readonly kind: 'clamped'; readonly problem: SettingNotice }
  /** The other boot of a pair could not be added. */
  | { readonly kind: 'notAPair'; readonly why: NotAdded }
  | StopTrouble
  /** A bug: this page failed, and told the boots to stop. */
  | { readonly kind: 'failed'; readonly detail: string }
  /** The boots have stopped, and it is not known whether these parts are empty; without parts, whether any is. */
  | { readonly kind: 'airNotKnown'; readonly places: readonly Place[]; readonly sides: readonly Side[] }
  /** The start was called off because the boots were out of reach or did not answer. They played none of the session. */
  | { readonly kind: 'notBegun' }
  /** The boots gave this page control, and the answer with the token was lost: until they let go of it, nobody has it. */
  | { readonly kind: 'grantLost'; readonly sides: readonly Side[] }
  /** A command was sent and did not reach the boots, as they report. It is not sent again. */
  | { readonly kind: 'notHeard'; readonly what: 'pause' | 'resume' }
  /** A person asked for something that cannot be sent: the link is lost. It is not sent later. */
  | { readonly kind: 'notNow'; readonly what: NotNow }
  /** The session being prepared was called off, at the boots or from another page. */
  | { readonly kind: 'calledOff'; readonly by: 'button' | 'unknown' }
  | { readonly kind: 'rebooted' }
  /** `nearlyEmpty`: it may be empty before a session is over. */
  | { readonly kind: 'batteryLow'; readonly level: 'low' | 'nearlyEmpty' }
  /** Measured pressures broke a limit that the boots keep themselves; this page told them to stop. */
  | ({ readonly kind: 'limitBroken'; readonly limit: LimitName } & Place)
  | FaultNotice
  | WarningNotice;

/**
 * Why no chooser could be shown. `noWebBluetooth`: the browser has none. `noAdapter`: none was found, or it is switched off for good.
 * `off`: switched off. `denied`: the system refused the browser. `blocked`: a setting of the site, the browser or its administrator.
 * `tooLate`: browsers show it only right after a click.
 */
export type NoBluetooth = 'noWebBluetooth' | 'noAdapter' | 'off' | 'denied' | 'blocked' | 'tooLate';

/** What cannot be sent without a link. */
export type NotNow = 'pause' | 'acknowledge' | 'addOther';

/** Why a setting is not as requested. */
export type SettingNotice =
  | Problem
  | SchedulerNotice
  /** Above 80 mmHg is no longer confirmed, so the intensity is 80 mmHg now. */
  | { readonly kind: 'confirmationWithdrawn' }
  /** It would leave no zone squeezed while a session runs. */
  | { readonly kind: 'nothingLeftOn' }
  /** Settings of single zones were for boots with different zones. */
  | { readonly kind: 'zonesForgotten' };

/** Why the other boot of a pair could not be added. */
export type NotAdded =
  | NoPair
  | { readonly kind: 'chosenTwice' }
  | { readonly kind: 'sessionBegun' }
  /** `detail`: what the browser reports. */
  | { readonly kind: 'notChosen'; readonly detail: string }
  | { readonly kind: 'notOpened'; readonly failure: OpenFailure };

/** A person must act: the boots do not stop, or do not vent. It stays until they do. */
export type StopTrouble =
  | { readonly kind: 'stopNotConfirmed'; readonly sides: readonly Side[] }
  | { readonly kind: 'notEmptying'; readonly places: readonly Place[]; readonly sides: readonly Side[] };

/** Shown once; a person may dismiss it. */
export type Message = Exclude<Notice, StopTrouble>;

/** A place on the boots; null = not known. */
export interface Place {
  readonly side: Side | null;
  readonly part: BodyPart | null;
}

interface Trouble extends Place {
  readonly fault: Fault;
}
export interface FaultNotice extends Trouble {
  readonly kind: 'fault';
}
export interface WarningNotice extends Trouble {
  readonly kind: 'warning';
}
