/**
 * Finds the outcome of a command whose response was lost: the boots' status names the last command that they answered, by op
 * code and counter, and the result.
 */

import { type Op, opCodes } from '../../firmware-protocol/command.ts';
import { resultCodes, type Success } from '../../firmware-protocol/response.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { CommandOutcome } from './command-outcome.ts';

/** Commands whose success has a value that a later status cannot give: the whole token, a clock reading, a number of records. */
const opsWithAnswer: readonly Op[] = ['requestControl', 'readClock', 'reportRecords'];

/**
 * @returns null if the status does not show the outcome: another command has been answered since, the boots did not hear the
 * command, or part of the outcome was only in the response (the reason for a refusal, a clock reading, a number of records)
 */
export function settledByReading(op: Op, counter: number, status: Status): CommandOutcome | null {
  const { lastOp, lastCounter, lastResult } = status;
  if (lastOp !== opCodes[op] || lastCounter !== counter) return null;
  switch (lastResult) {
    case resultCodes.success:
      if (opsWithAnswer.includes(op)) {
        return op === 'requestControl' ? { kind: 'unknown', cause: { kind: 'grantLost' } } : null;
      }
      // The success of every other command has no value, so this object is complete.
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
