/**
 * Decides when to give up a link that seems up but refuses operations. Only an answer from the peripheral
 * proves that the link works: the platform accepts a write without response whatever becomes of it.
 */

/** One refusal may be the operation's fault; this many in a row are the link's. */
const MAX_REFUSALS = 3;

export interface Refusals {
  /** Refusals since the last answer. */
  readonly inARow: number;
  readonly isOver: boolean;
}

export type Result =
  | 'answered'
  | 'taken'
  | 'refused'
  /** An urgent operation, refused in every way it could be performed. */
  | 'urgentRefused';

export const noRefusals: Refusals = { inARow: 0, isOver: false };

export function countResult({ inARow, isOver }: Refusals, result: Result): Refusals {
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
