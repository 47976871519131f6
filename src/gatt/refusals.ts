/**
 * Decides when to give up a link that seems up but refuses operations. Only an answer from the peripheral proves that a
 * link works, because the platform accepts a write without response whether or not it arrives.
 */

/** A single refusal may be the operation's fault. This many without an answer in between are the link's. */
const MAX_REFUSALS = 3;

export interface Refusals {
  /** Refusals since the last answer. */
  readonly inARow: number;
  readonly isOver: boolean;
}

export type OperationResult =
  | 'answered'
  /** The platform accepted a write without response, which proves nothing about the link. */
  | 'taken'
  | 'refused'
  /** An urgent operation was refused in every way: reason enough to give up the link. */
  | 'urgentRefused';

export const noRefusals: Refusals = { inARow: 0, isOver: false };

export function countResult({ inARow, isOver }: Refusals, result: OperationResult): Refusals {
  switch (result) {
    case 'answered':
      return noRefusals;
    case 'taken':
      return { inARow, isOver };
    case 'refused':
      return { inARow: inARow + 1, isOver: inARow + 1 >= MAX_REFUSALS };
    case 'urgentRefused':
      return { inARow: inARow + 1, isOver: true };
  }
}
