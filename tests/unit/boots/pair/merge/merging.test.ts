import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg, seconds } from '../../../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../../../firmware-protocol/status.ts';
import type { CommandOutcome } from '../../../../../src/boots/command-outcome.ts';
import { mergedFeature, whyNoPair } from '../../../../../src/boots/pair/merge/merge-feature.ts';
import { isSplit, mergedOutcome } from '../../../../../src/boots/pair/merge/merge-outcome.ts';
import {
  type LegStatus,
  mergedStatus,
  type PairStatus,
} from '../../../../../src/boots/pair/merge/merge-status.ts';
import { featureOf } from '../../../session/driven-session.ts';
import { statusOf } from '../../../status.ts';

const left = featureOf({ kind: 'left', serial: 'L' });
const right = featureOf({ kind: 'right', serial: 'R' });

describe('two features merged', () => {
  it('describe a hub that can do what both can', () => {
    const weaker = {
      ...right,
      abilities: { ...right.abilities, holdsTogether: false, sharedValves: true, physicalStop: false },
      highestTarget: mmhg(60),
      capacity: 64,
      longestSession: 30,
      longestAllowance: seconds(10),
    };
    expect(mergedFeature(left, weaker)).toMatchObject({
      kind: 'hub',
      abilities: { holdsTogether: false, sharedValves: true, physicalStop: false, regulatesEachZone: true },
      highestTarget: 60,
      capacity: 64,
      longestSession: 30,
      longestAllowance: 10,
      serial: 'L+R',
    });
  });

  it('make a pair in either order', () => {
    expect(whyNoPair(left, right)).toBe(null);
    expect(whyNoPair(right, left)).toBe(null);
  });

  it.each([
    ['a hub', { ...right, kind: 'hub' as const }, { kind: 'bothLegs' }],
    ['another left boot', { ...left, serial: 'L2' }, { kind: 'sameLeg', side: 'left' }],
    [
      'one with different zones',
      { ...right, parts: ['foot', 'calf', 'knee', 'thigh'] as const },
      { kind: 'unlikeZones' },
    ],
    ['one with another sample period', { ...right, samplePeriod: milliseconds(50) }, { kind: 'unlikeTimes' }],
    ['one with the same serial number', { ...right, serial: 'L' }, { kind: 'sameSerial' }],
  ])('make no pair with %s, and the reason is given', (_, other, why) => {
    expect(whyNoPair(left, other)).toEqual(why);
  });
});

const leg = (status: Partial<Status> = {}, more: Partial<LegStatus> = {}): LegStatus => ({
  status: statusOf({ ...status, holder: 7 }),
  script: milliseconds(status.playhead ?? 0),
  active: milliseconds((status.playhead ?? 0) + (status.waited ?? 0)),
  standing: false,
  token: 7,
  ...more,
});
const pairOf = (l: LegStatus, r: LegStatus, more: Partial<PairStatus> = {}): Status =>
  mergedStatus({
    left: l,
    right: r,
    zones: 5,
    before: null,
    bootCount: null,
    clock: milliseconds(123),
    endReason: null,
    ...more,
  });
const running = { therapy: 'running', operation: 'playing', held: 10 } as const;

describe('two statuses merged', () => {
  it('report the position of the leg that is further, and count the rest of the time as waits', () => {
    const l = leg({ ...running, playhead: milliseconds(9000), waited: milliseconds(1000) });
    const r = leg({
      ...running,
      operation: 'waiting',
      playhead: milliseconds(6000),
      waited: milliseconds(4010),
    });
    expect(pairOf(l, r)).toMatchObject({ playhead: 9000, waited: 1010, operation: 'playing' });
  });

  it('report waiting while the leg that is further waits for the other', () => {
    const l = leg({ ...running, playhead: milliseconds(9000) }, { standing: true });
    expect(pairOf(l, leg(running)).operation).toBe('waiting');
  });

  it('change only once both have changed', () => {
    const [ready, on, paused, off] = [
      leg({ operation: 'ready', held: 3 }),
      leg(running),
      leg({ therapy: 'paused', operation: 'venting' }),
      leg({ operation: 'venting' }),
    ];
    expect(pairOf(on, ready, { before: 'stopped' })).toMatchObject({
      therapy: 'stopped',
      operation: 'ready',
    });
    expect(pairOf(on, paused, { before: 'running' }).therapy).toBe('running');
    expect(pairOf(paused, on, { before: 'paused' }).therapy).toBe('paused');
    expect(pairOf(off, on, { before: 'running' }).therapy).toBe('running');
    expect(pairOf(off, off, { before: 'running' }).therapy).toBe('stopped');
  });

  it('report the more active leg if nothing was reported before', () => {
    expect(pairOf(leg(running), leg()).therapy).toBe('running');
  });

  it('are ready when both are, and cancelled when one is', () => {
    const [preparing, ready, idle] = [
      leg({ operation: 'preparing' }),
      leg({ operation: 'ready' }),
      leg({ operation: 'idle' }),
    ];
    expect(pairOf(ready, preparing).operation).toBe('preparing');
    expect(pairOf(ready, ready).operation).toBe('ready');
    expect(pairOf(ready, idle).operation).toBe('idle');
  });

  it('hold nothing to start with while one of them holds nothing', () => {
    expect(pairOf(leg({ operation: 'ready', held: 3 }), leg({ operation: 'ready', held: 0 })).held).toBe(0);
  });

  it('hold what both do, and report the one that refuses', () => {
    const l = leg({ ...running, held: 12, free: 500, nextBatch: 9 });
    const r = leg({ ...running, held: 10, free: 502, nextBatch: 8, refusal: 'noRoom', refusedBatch: 8 });
    expect(pairOf(l, r)).toMatchObject({
      held: 10,
      free: 500,
      nextBatch: 8,
      refusal: 'noRoom',
      refusedBatch: 8,
    });
    expect(pairOf(l, leg(running))).toMatchObject({ nextBatch: 9, refusal: 'none' });
  });

  it("number the right leg's zones after the left leg's", () => {
    expect(pairOf(leg(), leg({ fault: 'sensor', faultZone: 2 }))).toMatchObject({
      fault: 'sensor',
      faultZone: 7,
    });
    expect(pairOf(leg({ warning: 'leak', warningZone: 2 }), leg())).toMatchObject({ warningZone: 2 });
    expect(pairOf(leg(), leg({ fault: 'pump', faultZone: null })).faultZone).toBe(null);
    const leak = leg({ fault: 'leak', faultZone: 1 });
    const full = leg({ fault: 'notEmptying', faultZone: 2 });
    expect(pairOf(leak, full)).toMatchObject({ fault: 'notEmptying', faultZone: 7 });
    expect(pairOf(full, leak)).toMatchObject({ fault: 'notEmptying', faultZone: 2 });
  });

  it('end for the reason of the one that ended by itself', () => {
    const stopped = leg({ endReason: 'stoppedByController' });
    expect(pairOf(stopped, leg({ endReason: 'fault' })).endReason).toBe('fault');
    expect(pairOf(leg({ endReason: 'ranDry' }), stopped).endReason).toBe('ranDry');
    expect(pairOf(leg({ endReason: 'finished' }), stopped).endReason).toBe('stoppedByController');
    expect(pairOf(stopped, stopped, { endReason: 'alone' }).endReason).toBe('alone');
  });

  it('report the lower battery, or the only known one', () => {
    expect(pairOf(leg({ battery: 80 }), leg({ battery: 35 })).battery).toBe(35);
    expect(pairOf(leg({ battery: null }), leg({ battery: 35 })).battery).toBe(35);
  });

  it('are controlled by this page only if both are', () => {
    expect(pairOf(leg(), leg()).holder).toBe(7);
    const other = leg({}, { token: 8 });
    expect(pairOf(leg(), other).holder).not.toBe(7);
  });

  it('show that either boot rebooted', () => {
    const before = pairOf(leg({ bootCount: 3 }), leg({ bootCount: 4 })).bootCount;
    expect(pairOf(leg({ bootCount: 3 }), leg({ bootCount: 5 })).bootCount).not.toBe(before);
    expect(pairOf(leg({ bootCount: 4 }), leg({ bootCount: 4 })).bootCount).not.toBe(before);
  });

  it.each(['running', 'paused'] as const)(
    'do not show that one rebooted while the other is %s: they are not both empty yet',
    (therapy) => {
      const rebooted = leg({ bootCount: 5, endReason: 'rebooted' });
      expect(pairOf(leg({ bootCount: 3, therapy }), rebooted, { bootCount: 7 }).bootCount).toBe(7);
      expect(pairOf(leg({ bootCount: 3 }), rebooted, { bootCount: 7 }).bootCount).toBe(8);
    },
  );
});

describe('two outcomes merged', () => {
  it('name the boots that refused', () => {
    const press: CommandOutcome = {
      kind: 'rejected',
      response: { result: 'needsPress', op: 'requestControl' },
    };
    const granted: CommandOutcome = { kind: 'acknowledged', response: { result: 'success', op: 'start' } };
    const of = (l: CommandOutcome, r: CommandOutcome) =>
      mergedOutcome('requestControl', { left: l, right: r });
    expect(of(press, press)).toMatchObject({ kind: 'rejected', sides: ['left', 'right'] });
    expect(of(granted, press)).toMatchObject({ kind: 'rejected', sides: ['right'] });
    const busy: CommandOutcome = {
      kind: 'rejected',
      response: { result: 'busy', op: 'requestControl' },
    };
    expect(of(press, busy)).toMatchObject({ response: { result: 'needsPress' }, sides: ['left'] });
  });

  const done: CommandOutcome = { kind: 'acknowledged', response: { result: 'success', op: 'start' } };
  const refused: CommandOutcome = { kind: 'rejected', response: { result: 'busy', op: 'start' } };
  const lost: CommandOutcome = { kind: 'unknown', cause: { kind: 'noAnswer' } };
  const never: CommandOutcome = { kind: 'notSent', cause: { kind: 'link', detail: 'not connected' } };

  it('are acknowledged when both are', () => {
    expect(mergedOutcome('start', { left: done, right: done })).toEqual(done);
    expect(isSplit('start', { left: done, right: done })).toBe(false);
  });

  it.each([
    ['refused', refused, 'rejected'],
    ['not answered', lost, 'unknown'],
    ['not sent', never, 'unknown'],
  ])('are split when one obeyed and the other was %s, and never acknowledged', (_, other, kind) => {
    for (const both of [
      { left: done, right: other },
      { left: other, right: done },
    ]) {
      expect(isSplit('start', both)).toBe(true);
      expect(mergedOutcome('start', both).kind).toBe(kind);
    }
  });

  it('have certainly changed nothing when neither command left, or both were refused', () => {
    expect(isSplit('start', { left: never, right: never })).toBe(false);
    expect(mergedOutcome('start', { left: never, right: never }).kind).toBe('notSent');
    expect(isSplit('pause', { left: refused, right: refused })).toBe(false);
  });

  it('do not stop both boots over a command that changes nothing', () => {
    expect(isSplit('keepAlive', { left: done, right: lost })).toBe(false);
  });
});
