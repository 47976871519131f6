/** A frame on a link as the log keeps it: as bytes, decoded only when somebody looks. */

import type { Instant, Milliseconds } from '../../../firmware-protocol/quantities.ts';

export type FrameOnLink =
  | {
      readonly kind: 'written' | 'read';
      readonly at: Instant;
      /** Of its characteristic. */
      readonly uuid: string;
      /** Null: a read that failed. */
      readonly bytes: Uint8Array | null;
      /** Until the boots answered, or the platform had taken it. */
      readonly took: Milliseconds;
      /** What kind of failure; null = it went well. */
      readonly failure: string | null;
    }
  | { readonly kind: 'notified'; readonly at: Instant; readonly uuid: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'link';
      readonly at: Instant;
      readonly state: 'disconnected' | 'connecting' | 'connected' | 'reconnecting';
    };

export type LoggedFrame = FrameOnLink & {
  /** Which of the devices that this page opened, from 0. */
  readonly boot: number;
  /** Counts all frames. */
  readonly number: number;
};
