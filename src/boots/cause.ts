/** What went wrong between this page and the boots. */

import type { TimelineRefusal } from '../../firmware-protocol/status.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { GattCause } from '../gatt/reply.ts';

export type Cause =
  | GattCause
  /** `detail`: why the codec could not decode or encode a frame. */
  | { readonly kind: 'frame'; readonly detail: string }
  /** The boots granted control to this page, as their status shows, but the response with the token was lost. */
  | { readonly kind: 'grantLost' }
  | { readonly kind: 'noStatus' }
  | { readonly kind: 'noClock' }
  | { readonly kind: 'nothingChosen' }
  | { readonly kind: 'timelineRefused'; readonly reason: TimelineRefusal }
  /** Something went wrong with one boot of a pair. `stopped`: both boots were stopped because of it. */
  | {
      readonly kind: 'oneBoot';
      readonly side: Side;
      readonly cause: Cause;
      readonly stopped: boolean;
    };

export type NoPair =
  | { readonly kind: 'bothLegs' }
  | { readonly kind: 'sameLeg'; readonly side: Side }
  | { readonly kind: 'sameSerial' }
  | { readonly kind: 'unlikeZones' }
  | { readonly kind: 'unlikeTimes' };
