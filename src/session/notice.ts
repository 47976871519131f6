/** What a person may have to be told, each by what happened. src/words says it; notices.ts decides which one is shown. */

import type { Fault } from '../../firmware-protocol/status.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import type { Problem } from '../program/problem.ts';

/** Something the person must know. Each is named by what happened; src/words says it and what to do. */
export type Notice =
  | { readonly kind: 'noBluetooth' }
  | { readonly kind: 'bluetoothOff' }
  | { readonly kind: 'chooserCancelled' }
  | { readonly kind: 'notBoots'; readonly detail: string }
  | { readonly kind: 'wrongVersion'; readonly theirs: string; readonly ours: string }
  | { readonly kind: 'payloadTooSmall'; readonly bytes: number }
  | { readonly kind: 'limitsTooWide'; readonly limit: string }
  | { readonly kind: 'couldNotConnect'; readonly detail: string }
  | { readonly kind: 'linkLost'; readonly playingOn: boolean }
  /** Which boots of a pair, here and below; none named: the boots there are. */
  | { readonly kind: 'heldByAnother'; readonly sides: readonly Side[] }
  | { readonly kind: 'controlLost' }
  | { readonly kind: 'needsPress'; readonly sides: readonly Side[] }
  | { readonly kind: 'silent' }
  | { readonly kind: 'garbled'; readonly detail: string }
  | { readonly kind: 'refused'; readonly command: string; readonly reason: string }
  | { readonly kind: 'programRefused'; readonly problems: readonly Problem[] }
  /** A wish was brought inside what is possible, and this says why; while a session runs and before it. */
  | { readonly kind: 'clamped'; readonly problem: Problem }
  /** The other boot of a pair could not be added. */
  | { readonly kind: 'notAPair'; readonly detail: string }
  | StopTrouble
  /** A bug: this page failed, and told the boots to stop. */
  | { readonly kind: 'failed'; readonly detail: string }
  /** The boots have stopped, and of these parts, or of all, it is not known whether they are empty. */
  | { readonly kind: 'airNotKnown'; readonly places: readonly Place[]; readonly sides: readonly Side[] }
  /** A start was called off because the boots were out of reach or did not answer for a while; nothing of it was played. */
  | { readonly kind: 'notBegun' }
  /** What was being prepared will not begin: somebody called it off, at the boots or from another page. */
  | { readonly kind: 'calledOff'; readonly by: 'button' | 'unknown' }
  | { readonly kind: 'rebooted' }
  | FaultNotice
  | WarningNotice;

/** Hands are needed: boots that do not stop, or do not let go. It goes when they do, and not before. */
export type StopTrouble =
  | { readonly kind: 'stopNotConfirmed'; readonly sides: readonly Side[] }
  | { readonly kind: 'notEmptying'; readonly places: readonly Place[]; readonly sides: readonly Side[] };

/** What a person is told once, and may put aside. */
export type Message = Exclude<Notice, StopTrouble>;

/** Where on the boots; nulls = not known. */
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
