/**
 * What became of a command whose answer was lost, as the status shows it: boots name there the last command they answered, by op code and
 * counter, and its result.
 */

import { type Op, opCodes } from '../../firmware-protocol/command.ts';
import { resultCodes, type Success } from '../../firmware-protocol/response.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { CommandOutcome } from './command-outcome.ts';

/** Their success carries a value that the status does not have. */
const carriesMore: readonly Op[] = ['requestControl', 'readClock'];

/**
 * @returns null where the status does not tell: another command was answered since, the command was not heard, or it was refused for a
 * reason that only the answer holds
 */
export function settledByReading(op: Op, counter: number, status: Status): CommandOutcome | null {
  const { lastOp, lastCounter, lastResult } = status;
  if (lastOp !== opCodes[op] || lastCounter !== counter) return null;
  switch (lastResult) {
    case resultCodes.success:
      if (carriesMore.includes(op)) {
        return op === 'requestControl' ? { kind: 'unknown', cause: { kind: 'grantLost' } } : null;
      }
      // The type of a success that carries nothing.
      return { kind: 'acknowledged', response: { result: 'success', op } as Success };
    case resultCodes.failed:
      return { kind: 'rejected', response: { result: 'failed', op } };
    case resultCodes.busy:
      return { kind: 'rejected', response: { result: 'busy', op } };
    case resultCodes.needsPress:
      return { kind: 'rejected', response: { result: 'needsPress', op } };
    default:
      return null;
  }
}
