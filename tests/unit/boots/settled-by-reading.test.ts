import { describe, expect, it } from 'vitest';
import { opCodes } from '../../../firmware-protocol/command.ts';
import { resultCodes } from '../../../firmware-protocol/response.ts';
import { settledByReading } from '../../../src/boots/settled-by-reading.ts';
import { statusOf } from '../status.ts';

const answering = (op: keyof typeof opCodes, counter: number, lastResult: number) =>
  statusOf({ lastOp: opCodes[op], lastCounter: counter, lastResult });

describe('a command whose response was lost', () => {
  it('was obeyed if the status names it as the last command, with success', () => {
    expect(settledByReading('pause', 9, answering('pause', 9, resultCodes.success))).toEqual({
      kind: 'acknowledged',
      response: { result: 'success', op: 'pause' },
    });
  });

  it.each(['failed', 'busy', 'needsPress'] as const)(
    'was refused if the status gives the result %s',
    (result) => {
      expect(settledByReading('resume', 9, answering('resume', 9, resultCodes[result]))).toEqual({
        kind: 'rejected',
        response: { result, op: 'resume' },
      });
    },
  );

  it('gave this page control without the token, if it asked for control', () => {
    expect(
      settledByReading('requestControl', 1, answering('requestControl', 1, resultCodes.success)),
    ).toEqual({
      kind: 'unknown',
      cause: { kind: 'grantLost' },
    });
  });

  it.each([
    ['another command was answered since', answering('stop', 9, resultCodes.success)],
    ['the last one was an earlier one', answering('pause', 8, resultCodes.success)],
    ['the reason is in the answer alone', answering('pause', 9, resultCodes.notPermitted)],
    ['there was none', statusOf()],
  ])('is not settled where %s', (_, status) => {
    expect(settledByReading('pause', 9, status)).toBeNull();
  });

  it.each(['readClock', 'reportRecords'] as const)('is not settled if its response has a value: %s', (op) => {
    expect(settledByReading(op, 9, answering(op, 9, resultCodes.success))).toBeNull();
  });
});
