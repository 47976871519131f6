/** A cut, which changes what the boots play, and its outcome. */

import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import type { Milliseconds } from '../../firmware-protocol/quantities.ts';
import type { TimelineRefusal } from '../../firmware-protocol/status.ts';

/**
 * Keyframes that replace the timeline from the playhead time `from` on; everything before stays. For a pair, all times are
 * script time (pair/leg-time.ts).
 */
export interface Cut {
  readonly keyframes: readonly Keyframe[];
  readonly from: Milliseconds;
}

export type CutOutcome =
  /** The boots have accepted what was sent so far. What is sent later may still be refused. */
  | { readonly kind: 'inForce' }
  /** The cut came too late: it would have replaced what the boots had already played. Nothing changed. */
  | { readonly kind: 'late' }
  /** The boots refuse these keyframes; sending them again would not help. */
  | { readonly kind: 'refused'; readonly reason: TimelineRefusal }
  /** A later cut, a Stop or a new session took the place of this cut. */
  | { readonly kind: 'superseded' };
