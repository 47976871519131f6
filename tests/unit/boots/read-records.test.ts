import { NEVER, Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { milliseconds, seconds } from '../../../firmware-protocol/quantities.ts';
import { encodeRecord, type RecordFrame } from '../../../firmware-protocol/record.ts';
import type { CommandOutcome } from '../../../src/boots/command-outcome.ts';
import { readRecords } from '../../../src/boots/records/read-records.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';
import type { Link } from '../../../src/gatt/link.ts';
import { success } from '../../../src/gatt/reply.ts';
import { featureOf } from '../session/driven-session.ts';

const session: RecordFrame = {
  piece: 'session',
  number: 7,
  bootCount: 1,
  clock: milliseconds(0),
  began: 0,
  lasted: seconds(60),
  endReason: 'finished',
  fault: 'none',
  faultZone: null,
  program: 'flush',
};
const zone = { peak: null, above30: null, dose: null };
const leg: RecordFrame = { piece: 'leg', number: 7, zones: [zone, zone, zone, zone] };

const unknown: CommandOutcome<'reportRecords'> = { kind: 'unknown', cause: { kind: 'noAnswer' } };

async function recordsAfter(outcome: CommandOutcome<'reportRecords'>, pieces: readonly RecordFrame[]) {
  const clock = new VirtualClock();
  const sent = new Subject<Uint8Array>();
  const link: Link = {
    name: 'boots',
    state: NEVER,
    lingerTime: milliseconds(0),
    connect: async () => success(undefined),
    disconnect: () => {},
    abandon: () => {},
    read: async () => success(new Uint8Array()),
    write: async () => success(undefined),
    writeNext: async () => success(undefined),
    withdrawWrites: () => {},
    notifications: () => sent,
    resubscribe: async () => success(undefined),
  };
  const feature = featureOf({ kind: 'left', abilities: { ...featureOf().abilities, storesSessions: true } });
  const records = readRecords({
    link,
    clock,
    feature,
    command: async () => {
      for (const piece of pieces) sent.next(encodeRecord(piece));
      return outcome;
    },
  });
  await clock.run(milliseconds(5000));
  return records;
}

describe('records whose response was lost', () => {
  it('are given if their pieces come all the same', async () => {
    expect((await recordsAfter(unknown, [session, leg]))?.map(({ number }) => number)).toEqual([7]);
  });

  it('are null if no piece comes', async () => {
    expect(await recordsAfter(unknown, [])).toBeNull();
  });
});
