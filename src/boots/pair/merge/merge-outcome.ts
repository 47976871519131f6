/** The outcome of a command that was sent to both boots: acknowledged only if both have acknowledged it. */

import type { Op } from '../../../../firmware-protocol/command.ts';
import type { Side } from '../../../../firmware-protocol/zones.ts';
import type { CommandOutcome } from '../../command-outcome.ts';

const sides = ['left', 'right'] as const satisfies readonly Side[];

export interface Both<T> {
  readonly left: T;
  readonly right: T;
}

/** Commands that leave the two boots in different states if only one of them obeys. */
const changesState: readonly Op[] = ['prepare', 'start', 'pause', 'resume'];

const mayHaveGone = ({ kind }: CommandOutcome): boolean => kind === 'acknowledged' || kind === 'unknown';

/** Whether one boot has obeyed, or may have, but it is not certain that both have. False for commands not in `changesState`. */
export const isSplit = (op: Op, { left, right }: Both<CommandOutcome>): boolean =>
  changesState.includes(op) &&
  (mayHaveGone(left) || mayHaveGone(right)) &&
  !(left.kind === 'acknowledged' && right.kind === 'acknowledged');

const weight: Readonly<Record<CommandOutcome['kind'], number>> = {
  acknowledged: 0,
  notSent: 1,
  rejected: 2,
  unknown: 3,
};

const sidesOf = (
  { response }: Extract<CommandOutcome, { kind: 'rejected' }>,
  both: Both<CommandOutcome>,
): readonly Side[] =>
  sides.filter((side) => {
    const outcome = both[side];
    return outcome.kind === 'rejected' && outcome.response.result === response.result;
  });

/**
 * The worse of the two outcomes. If the command was not sent to one boot, and the other has obeyed or may have, the result
 * is *unknown*.
 * @param stopped whether both boots are stopped because their outcomes differ
 */
export function mergedOutcome(
  op: Op,
  both: Both<CommandOutcome>,
  stopped: boolean = isSplit(op, both),
): CommandOutcome {
  const { left, right } = both;
  const [worse, side] =
    weight[right.kind] > weight[left.kind] ? ([right, 'right'] as const) : ([left, 'left'] as const);
  if (worse.kind === 'acknowledged') return worse;
  if (worse.kind === 'rejected') return { ...worse, sides: sidesOf(worse, both) };
  const cause = { kind: 'oneBoot', side, cause: worse.cause, stopped } as const;
  const one = left.kind === 'acknowledged' || right.kind === 'acknowledged';
  return stopped || one ? { kind: 'unknown', cause } : { kind: worse.kind, cause };
}
