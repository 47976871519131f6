/** What became of a command. *Unknown* is its own outcome: it is resolved by reading the boots' state, never by asking again. */

import type { Op } from '../../firmware-protocol/command.ts';
import type { Rejection, Success } from '../../firmware-protocol/response.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { Cause } from './cause.ts';

/** By the op code of the command: an acknowledged Request control brings its token, a Read clock its clock. */
export type CommandOutcome<O extends Op = Op> =
  | { readonly kind: 'acknowledged'; readonly response: Success<O> }
  | {
      readonly kind: 'rejected';
      readonly response: Rejection<O>;
      /** Which boots of a pair said so. */
      readonly sides?: readonly Side[];
    }
  /** It certainly did not leave. */
  | { readonly kind: 'notSent'; readonly cause: Cause }
  /** It may have been obeyed. */
  | { readonly kind: 'unknown'; readonly cause: Cause };
