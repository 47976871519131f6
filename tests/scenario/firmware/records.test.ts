/** The records that boots keep of their sessions, read over a link (PROTOCOL.md 4.14 and 6.2). */

import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { RecordFrame, RecordOf } from '../../../firmware-protocol/record.ts';
import { Bench, type BenchOptions } from './bench.ts';
import type { TestCentral } from './test-central.ts';

const CALENDAR_NOON = 1_796_040_000;

const squeeze = [
  { at: 0, to: [45, 20, 'vent'] as const, gate: 30, cycle: true },
  { at: 20, to: 'vent' as const, end: true },
];

function benchOf(options: BenchOptions = {}): { bench: Bench; central: TestCentral } {
  const bench = new Bench({ zones: 3, ...options });
  return { bench, central: bench.central() };
}

function play(bench: Bench, central: TestCentral, program: string, words = squeeze): void {
  central.makeReady({ program, calendar: CALENDAR_NOON + Math.round(bench.firmware.clock / 1000) });
  central.deliver(words);
  central.start();
  bench.runUntil(() => central.status.therapy === 'stopped', 120);
}

function reported(bench: Bench, central: TestCentral, from = 0): readonly RecordFrame[] {
  central.records.length = 0;
  expect(central.send({ op: 'reportRecords', from })).toMatchObject({ result: 'success' });
  bench.run(2);
  return central.records;
}

const sessionsIn = (frames: readonly RecordFrame[]): readonly RecordOf<'session'>[] =>
  frames.filter((frame) => frame.piece === 'session');

describe('a record', () => {
  it('describes the session and the pressures of each zone of each leg (REC-4, REC-7, REC-8)', () => {
    const { bench, central } = benchOf();
    bench.run(7);
    const truth = { peak: 0, dose: 0, above30: 0 };
    central.makeReady({ program: 'Wind-down', calendar: CALENDAR_NOON });
    const prepared = bench.firmware.clock;
    bench.run(5);
    const begun = bench.firmware.clock;
    central.deliver(squeeze);
    central.start();
    bench.runUntil(() => {
      const foot = bench.plant.pressure(0);
      truth.peak = Math.max(truth.peak, foot);
      truth.dose += (Math.max(0, foot - 30) * 0.02) / 60;
      if (foot > 30) truth.above30 += 0.02;
      return central.status.therapy === 'stopped';
    }, 120);

    const [session, left, right, ...more] = reported(bench, central);
    expect(more).toEqual([]);
    expect(session).toMatchObject({ piece: 'session', number: 1, program: 'Wind-down', clock: begun });
    expect(session).toMatchObject({ endReason: 'finished', fault: 'none', faultZone: null, bootCount: 1 });
    expect(session).toMatchObject({ lasted: central.status.wall });
    // Zeroing and 5 s of waiting come between Prepare and Start.
    const began = (session as RecordOf<'session'>).began - CALENDAR_NOON;
    expect(began).toBeGreaterThanOrEqual(Math.round((begun - prepared) / 1000));
    expect(began).toBeLessThan(16);
    expect([left?.piece, right?.piece]).toEqual(['leg', 'rightLeg']);
    const { zones } = left as RecordOf<'leg'>;
    expect(zones).toHaveLength(3);
    expect(Math.abs((zones[0]?.peak ?? 0) - truth.peak)).toBeLessThan(3);
    expect(Math.abs((zones[0]?.above30 ?? 0) - truth.above30)).toBeLessThan(1.5);
    expect(Math.abs((zones[0]?.dose ?? 0) - truth.dose)).toBeLessThan(0.5);
    expect(truth.dose).toBeGreaterThan(2);
    expect(zones[1]).toMatchObject({ above30: 0, dose: 0 });
    expect(zones[2]?.peak).toBeLessThan(5);
  });

  it('says who stopped it, and which zone failed', () => {
    const { bench, central } = benchOf({ plant: { faults: [{ kind: 'leak', zone: 3, coefficient: 0.05 }] } });
    central.makeReady();
    central.deliver(squeeze);
    central.start();
    bench.run(5);
    bench.firmware.pressButton();
    expect(sessionsIn(reported(bench, central))).toMatchObject([{ endReason: 'stoppedAtBoots', began: 0 }]);
    bench.run(20);
    central.makeReady();
    central.deliver([
      { at: 0, to: 45, gate: 60 },
      { at: 55, to: 'vent', end: true },
    ]);
    central.start();
    bench.runUntil(() => central.status.therapy === 'stopped', 150);
    const { fault, faultZone } = central.status;
    expect(fault).not.toBe('none');
    expect(sessionsIn(reported(bench, central))[1]).toMatchObject({ endReason: 'fault', fault, faultZone });
  });

  it('survives a reboot; of a session that the reboot ended, only the beginning is known (REC-5)', () => {
    const { bench, central } = benchOf();
    play(bench, central, 'First');
    bench.run(20);
    central.makeReady({ program: 'Second', calendar: CALENDAR_NOON });
    central.deliver(squeeze);
    central.start();
    bench.run(15);
    bench.firmware.reset();
    const after = bench.central();
    const frames = reported(bench, after);
    expect(sessionsIn(frames)).toMatchObject([
      { program: 'First', endReason: 'finished', bootCount: 1 },
      { program: 'Second', endReason: 'rebooted', lasted: null, bootCount: 1 },
    ]);
    expect(frames.at(-1)).toMatchObject({ piece: 'rightLeg', number: 2 });
    expect((frames.at(-1) as RecordOf<'rightLeg'>).zones[0]).toEqual({
      peak: null,
      above30: null,
      dose: null,
    });
  });
});

describe('the records', () => {
  const short = [{ at: 0, to: 'vent' as const, end: true }];

  it('are those of the last twenty sessions; they can be read from one number on, and deleted up to one (REC-1, REC-2, REC-6)', () => {
    const { bench, central } = benchOf();
    for (let session = 1; session <= 22; session++) play(bench, central, `No. ${session}`, short as never);
    const numbers = (from = 0) => sessionsIn(reported(bench, central, from)).map(({ number }) => number);
    expect(numbers()).toEqual(Array.from({ length: 20 }, (_, i) => i + 3));
    expect(numbers(20)).toEqual([20, 21, 22]);
    expect(numbers(1)).toHaveLength(20);
    central.takeControl();
    expect(central.send({ op: 'deleteRecords', through: 2 })).toMatchObject({ result: 'success' });
    expect(numbers()).toHaveLength(20);
    expect(central.send({ op: 'deleteRecords', through: 20 })).toMatchObject({ result: 'success' });
    expect(numbers()).toEqual([21, 22]);
    expect(central.send({ op: 'deleteRecords', through: 0 })).toMatchObject({ result: 'success' });
    expect(numbers()).toEqual([]);
    play(bench, central, 'Next', short as never);
    expect(numbers()).toEqual([23]);
  });

  it('can be read by anybody and deleted by the holder, but not during a session (CMD-6)', () => {
    const { bench, central } = benchOf();
    play(bench, central, 'Mine', short as never);
    const other = bench.central();
    expect(sessionsIn(reported(bench, other))).toHaveLength(1);
    expect(central.records).toEqual([]);
    expect(other.send({ op: 'deleteRecords', through: 0 })).toMatchObject({ reason: 'noControl' });
    central.makeReady();
    central.deliver(squeeze);
    central.start();
    expect(other.send({ op: 'reportRecords', from: 0 })).toMatchObject({ reason: 'wrongState' });
    expect(central.send({ op: 'deleteRecords', through: 0 })).toMatchObject({ reason: 'wrongState' });
  });

  it('are not sent any more once a session begins, nor to a central that has not enabled them (REC-8)', () => {
    const { bench, central } = benchOf();
    for (let session = 0; session < 10; session++) play(bench, central, '', short as never);
    const deaf = bench.central();
    deaf.link.subscribe('a9810007-63e0-4bb9-bc4a-b1c81710ccc6', false);
    expect(deaf.send({ op: 'reportRecords', from: 0 })).toMatchObject({ records: 10 });
    central.makeReady();
    central.deliver(squeeze);
    central.records.length = 0;
    central.send({ op: 'reportRecords', from: 0 });
    bench.run(0.2);
    const sent = central.records.length;
    central.send({ op: 'start', at: milliseconds(0) });
    bench.run(3);
    expect(sent).toBeGreaterThan(0);
    expect(central.records).toHaveLength(sent);
    expect(deaf.records).toEqual([]);
  });

  it('cannot be read from boots that store none (REC-3)', () => {
    const { central } = benchOf({ firmware: { storesSessions: false } });
    central.takeControl();
    expect(central.send({ op: 'reportRecords', from: 0 })).toMatchObject({
      result: 'notSupported',
      major: 1,
    });
    expect(central.send({ op: 'deleteRecords', through: 0 })).toMatchObject({ result: 'notSupported' });
  });
});
