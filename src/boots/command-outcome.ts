/** The outcome of a command. If it is *unknown*, the boots' status must be read before any command but Stop is sent. */

import type { Op } from '../../firmware-protocol/command.ts';
import type { Rejection, Success } from '../../firmware-protocol/response.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { Cause } from './cause.ts';

/** `O` types the response: that to `requestControl` has a token, that to `readClock` the clock. */
export type CommandOutcome<O extends Op = Op> =
  | { readonly kind: 'acknowledged'; readonly response: Success<O> }
  | {
      readonly kind: 'rejected';
      readonly response: Rejection<O>;
      /** For a command to both boots of a pair: those that rejected it with this result. */
      readonly sides?: readonly Side[];
    }
  /** The command has not left this computer so far. A Stop is still sent if the link comes back; other commands are not. */
  | { readonly kind: 'notSent'; readonly cause: Cause }
  /** The boots, or one boot of a pair, may have obeyed. */
  | { readonly kind: 'unknown'; readonly cause: Cause };
