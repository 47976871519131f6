/** How a cycle departs from what its program asks for, because of the boots, the air or the limits. */

import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';

export type Adaptation =
  /** The boots hold one zone at a time: no zone is held behind the wave, and there is no prefill. */
  | { readonly kind: 'oneZoneAtATime' }
  /**
   * The air may prove too slow for the cycles of boots that hold one zone at a time. Then the session lowers the intensity or ends early.
   */
  | { readonly kind: 'mayBeLowered' }
  /** Zones that share a valve are squeezed together, at the lower of their two pressures. */
  | { readonly kind: 'inPairs'; readonly pairs: readonly (readonly [BodyPart, BodyPart])[] }
  /** A program for both legs runs on a single boot. */
  | { readonly kind: 'oneLeg'; readonly side: Side }
  /** A pulse has `squeezes` squeezes instead of the `meant` that the program asks for. */
  | { readonly kind: 'lessPulsing'; readonly squeezes: number; readonly meant: number }
  | { readonly kind: 'shorterHold'; readonly hold: Seconds; readonly meant: Seconds }
  /** `steps` steps of the wave stay held after the next ones have risen, instead of `meant`. */
  | { readonly kind: 'fewerHeld'; readonly steps: number; readonly meant: number }
  /**
   * The rest is longer, because a full release takes longer, a leg would be squeezed for too large a share of the time, or one boot of a
   * pair must be able to wait for the other.
   */
  | { readonly kind: 'longerRest'; readonly rest: Seconds; readonly meant: Seconds }
  /** A step of the wave takes more than one breath. */
  | { readonly kind: 'slowerBreath'; readonly breaths: number }
  /** The cycle takes over a tenth longer than on boots that hold several zones at once, each on a valve of its own. */
  | { readonly kind: 'longerCycle'; readonly lasts: Seconds; readonly otherwise: Seconds };
