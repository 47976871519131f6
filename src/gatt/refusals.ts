/**
 * Decides when to give up a link that seems up but refuses operations. Only an answer from the peripheral proves that a
 * link works, because the platform accepts a write without response whether or not it arrives.
 */

/** A single refusal may be the fault of the operation. This many in a row are the fault of the link. */
const MAX_REFUSALS = 3;

export interface Refusals {
  /** Refusals since the last answer. */
  readonly inARow: number;
  readonly isOver: boolean;
}

export type OperationResult =
  | 'answered'
  | 'taken'
  | 'refused'
  /** An urgent operation was refused in every way in which it could be performed. */
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
