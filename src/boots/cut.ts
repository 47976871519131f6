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
  /**
   * The boots have accepted what was sent of the cut so far, or the cut replaces nothing that was sent to a boot of a pair. What is sent later
   * may still be refused.
   */
  | { readonly kind: 'inForce' }
  /** The cut came too late: it would have replaced what the boots, or one boot of a pair, had already played. */
  | { readonly kind: 'late' }
  /** The boots refuse these keyframes; sending them again would not help. */
  | { readonly kind: 'refused'; readonly reason: TimelineRefusal }
  /** Something else took the place of this cut, for example a later cut, a Stop or a new session. */
  | { readonly kind: 'superseded' };
