/** Entries of the log: bytes that are not decoded yet, or a new state of the link. */

import type { Instant, Milliseconds } from '../../../firmware-protocol/quantities.ts';

export type FrameOnLink =
  | {
      readonly kind: 'written' | 'read';
      readonly at: Instant;
      readonly uuid: string;
      /** Null for a read that failed. */
      readonly bytes: Uint8Array | null;
      /** Time until the boots answered, or until the browser had accepted the write. */
      readonly took: Milliseconds;
      /** The kind of failure; null = the write or read succeeded. */
      readonly failure: string | null;
    }
  | { readonly kind: 'notified'; readonly at: Instant; readonly uuid: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'link';
      readonly at: Instant;
      readonly state: 'disconnected' | 'connecting' | 'connected' | 'reconnecting' | 'forbidden';
    };

export type LoggedFrame = FrameOnLink & {
  /** Which device, among all that this page has opened, counted from 0. */
  readonly boot: number;
  readonly number: number;
};
