import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../../firmware-protocol/quantities.ts';
import { mergedRecords } from '../../../../../src/boots/pair/merge/merge-records.ts';
import type { SessionRecord } from '../../../../../src/boots/records/session-record.ts';

const NOON = 1_796_040_000;
const got = (peak: number) => ({ peak: mmhg(peak), above30: seconds(60), dose: 10 });
const unknown = { peak: null, above30: null, dose: null };

const record = (number: number, more: Partial<SessionRecord> = {}): SessionRecord => ({
  number,
  bootCount: 1,
  began: NOON + 1000 * number,
  lasted: seconds(600),
  endReason: 'finished',
  fault: null,
  program: 'Flush',
  zones: [got(50), got(40), got(30)],
  ...more,
});

describe('the records of a pair', () => {
  it('are joined if both began at the same time, whatever their numbers', () => {
    const joined = mergedRecords(
      [record(1), record(2)],
      [
        record(8, { began: NOON + 2001, lasted: seconds(603), zones: [got(51), got(41), got(31)] }),
        record(9, { began: NOON + 9000 }),
      ],
      3,
    );
    expect(joined).toMatchObject([
      { number: 1, zones: [got(50), got(40), got(30), unknown, unknown, unknown] },
      { number: 2, lasted: 603, zones: [got(50), got(40), got(30), got(51), got(41), got(31)] },
      { number: 9, zones: [unknown, unknown, unknown, got(50), got(40), got(30)] },
    ]);
    expect(joined).toHaveLength(3);
  });

  it('give the graver end, and the fault of a right boot with the zone of the right leg', () => {
    const fault = { fault: 'leak', zone: 1 } as const;
    const [joined] = mergedRecords(
      [record(1, { endReason: 'stoppedByController' })],
      [record(1, { endReason: 'fault', fault })],
      3,
    );
    expect(joined).toMatchObject({ endReason: 'fault', fault: { fault: 'leak', zone: 4 } });
  });

  it('give the length of the session if one boot knows it', () => {
    const [joined] = mergedRecords([record(1, { lasted: null, endReason: 'rebooted' })], [record(1)], 3);
    expect(joined).toMatchObject({ lasted: 600, endReason: 'rebooted' });
  });

  it('are not joined if the beginning is unknown, or if the programs differ', () => {
    expect(mergedRecords([record(1, { began: 0 })], [record(1, { began: 0 })], 3)).toHaveLength(2);
    expect(mergedRecords([record(1)], [record(1, { program: 'Other' })], 3)).toHaveLength(2);
  });
});
