/** What boots are given to play, and what becomes of it. */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import type { Milliseconds } from '../../firmware-protocol/quantities.ts';
import type { TimelineRefusal } from '../../firmware-protocol/status.ts';

/** From `from` on, the timeline is this; what came before stays as it was. */
export interface Cut {
  readonly keyframes: readonly Keyframe[];
  readonly from: Milliseconds;
}

export type Played =
  /** The boots have taken what was sent of it. What is sent later may still be refused. */
  | { readonly kind: 'inForce' }
  /** It came too late: it would have replaced time that has been played. Nothing was changed. */
  | { readonly kind: 'late' }
  /** The boots refuse what was composed; sending it again would not help. */
  | { readonly kind: 'refused'; readonly reason: TimelineRefusal }
  /** A later cut, a Stop or another session has taken its place. */
  | { readonly kind: 'superseded' };
