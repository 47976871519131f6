/**
 * When a link that counts as up is given up because it refuses. Only an answer from the far side shows that it works: a write without
 * response is taken by the platform, whatever becomes of it.
 */

/** One refusal is an operation's own; so many in a row are the link's. */
const MOST = 3;

export interface Refusals {
  /** Since the last answer. */
  readonly inARow: number;
  readonly isOver: boolean;
}

export type Result =
  | 'answered'
  | 'taken'
  | 'refused'
  /** An urgent one, in each way it could be done. */
  | 'urgentRefused';

export const noRefusals: Refusals = { inARow: 0, isOver: false };

export function after({ inARow, isOver }: Refusals, result: Result): Refusals {
  switch (result) {
    case 'answered':
      return noRefusals;
    case 'taken':
      return { inARow, isOver };
    case 'refused':
      return { inARow: inARow + 1, isOver: inARow + 1 >= MOST };
    case 'urgentRefused':
      return { inARow: inARow + 1, isOver: true };
  }
}
