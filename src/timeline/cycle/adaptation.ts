/** What of a program these boots cannot do as it is meant, and do otherwise. Words are made of it where it is shown. */

import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';

export type Adaptation =
  /** The boots hold one zone at a time: each is squeezed and let go before the next, none is held behind the wave, and there is no mould. */
  | { readonly kind: 'oneZoneAtATime' }
  /** Zones that share a valve go together, at the lower of what the two would get. */
  | { readonly kind: 'inPairs'; readonly pairs: readonly (readonly [BodyPart, BodyPart])[] }
  /** A program for both legs on the one boot there is. */
  | { readonly kind: 'oneLeg'; readonly side: Side }
  /** Squeezes of a pulse, fewer than meant. */
  | { readonly kind: 'lessPulsing'; readonly squeezes: number; readonly meant: number }
  | { readonly kind: 'shorterHold'; readonly hold: Seconds; readonly meant: Seconds }
  /** Steps held behind the wave, fewer than meant. */
  | { readonly kind: 'fewerHeld'; readonly steps: number; readonly meant: number }
  /** So that no leg is squeezed for too much of the time. */
  | { readonly kind: 'longerRest'; readonly rest: Seconds; readonly meant: Seconds }
  /** A step of the wave takes more than one breath. */
  | { readonly kind: 'slowerBreath'; readonly breaths: number }
  /** How long a cycle takes, where that is a tenth or more beyond what it takes on boots without these shortcomings. */
  | { readonly kind: 'longerCycle'; readonly lasts: Seconds; readonly otherwise: Seconds };
