/** How a cycle departs from what its program asks for, because of the boots or the air. `words` makes the sentences. */

import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';

export type Adaptation =
  /**
   * The boots hold one zone at a time: each zone is released before the next is squeezed, none is held behind the wave, and there is no
   * prefill.
   */
  | { readonly kind: 'oneZoneAtATime' }
  /** Zones that share a valve are squeezed together, at the lower of their two pressures. */
  | { readonly kind: 'inPairs'; readonly pairs: readonly (readonly [BodyPart, BodyPart])[] }
  /** A program for both legs runs on a single boot. */
  | { readonly kind: 'oneLeg'; readonly side: Side }
  /** A pulse has fewer squeezes. */
  | { readonly kind: 'lessPulsing'; readonly squeezes: number; readonly meant: number }
  | { readonly kind: 'shorterHold'; readonly hold: Seconds; readonly meant: Seconds }
  /** Fewer steps are held behind the wave. */
  | { readonly kind: 'fewerHeld'; readonly steps: number; readonly meant: number }
  /** The rest is longer, so that no leg is squeezed for too large a share of the time. */
  | { readonly kind: 'longerRest'; readonly rest: Seconds; readonly meant: Seconds }
  /** A step of the wave takes more than one breath. */
  | { readonly kind: 'slowerBreath'; readonly breaths: number }
  /** The cycle takes over a tenth longer than on boots that hold zones together on valves of their own. */
  | { readonly kind: 'longerCycle'; readonly lasts: Seconds; readonly otherwise: Seconds };
