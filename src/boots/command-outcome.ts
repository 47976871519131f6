/** What became of a command. *Unknown* is its own outcome: it is resolved by reading the boots' state, never by asking again. */

import type { Outcome } from '../../firmware-protocol/response.ts';
import type { Side } from '../../firmware-protocol/zones.ts';

export type CommandOutcome =
  | { readonly kind: 'acknowledged'; readonly response: Extract<Outcome, { result: 'success' }> }
  | {
      readonly kind: 'rejected';
      readonly response: Exclude<Outcome, { result: 'success' }>;
      /** Which boots of a pair said so. */
      readonly sides?: readonly Side[];
    }
  /** It certainly did not leave. */
  | { readonly kind: 'notSent'; readonly detail: string }
  /** It may have been obeyed. */
  | { readonly kind: 'unknown'; readonly detail: string };
