import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target } from '../../../../../firmware-protocol/keyframe.ts';
import { withCrc } from '../../../../../firmware-protocol/layout/frame.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../../../firmware-protocol/quantities.ts';
import { encodeBatch } from '../../../../../firmware-protocol/timeline.ts';
import { SEAL, VENT } from '../../../../../src/simulator/firmware/regulation/aim.ts';
import {
  type BatchContext,
  KeyframeQueue,
} from '../../../../../src/simulator/firmware/therapy/keyframe-queue.ts';

const TOKEN = 0x01020304;
const context: BatchContext = { holder: TOKEN, permitted: true, playhead: 0, highest: 80 };

interface BatchFields {
  readonly number?: number;
  readonly token?: number;
  readonly replaceFrom?: number;
  readonly times?: readonly number[];
  readonly targets?: readonly Target[];
  readonly gate?: number;
}

const batch = ({ number = 1, token = TOKEN, replaceFrom, times = [0], targets, gate = 0 }: BatchFields) =>
  encodeBatch(
    {
      number,
      token,
      replace: replaceFrom !== undefined,
      base: milliseconds(replaceFrom ?? 0),
      keyframes: times.map((at) => ({
        at: milliseconds(at),
        targets: targets ?? [mmhg(20), mmhg(20), mmhg(20)],
        ramp: mmhgPerSecond(0),
        gate: seconds(gate),
        cycle: false,
        end: false,
      })),
    },
    false,
  );

const queue = (capacity = 20) =>
  new KeyframeQueue({
    zones: 3,
    zonesPerLeg: 3,
    hub: false,
    holdsTogether: true,
    sharedValves: false,
    secondGauge: true,
    gaugeTap: 0,
    capacity,
    isKnee: (zone) => zone === 1,
  });

describe('keyframe queue', () => {
  it('accepts batches in the order of their numbers, and reports how many more keyframes fit', () => {
    const q = queue();
    expect(q.takeBatch(batch({ times: [0, 1000] }), context).accepted).toBe(true);
    expect(q.takeBatch(batch({ number: 2, times: [2000] }), context).accepted).toBe(true);
    expect([q.held, q.free, q.nextNumber]).toEqual([3, 17, 3]);
  });

  it('expects number 1 after 65535', () => {
    const q = queue();
    for (let number = 1; number <= 65535; number++) {
      q.takeBatch(batch({ number }), context);
      q.clear();
    }
    expect(q.nextNumber).toBe(1);
    expect(q.takeBatch(batch({ number: 1 }), context).accepted).toBe(true);
  });

  it.each<[string, BatchFields | Uint8Array, Partial<BatchContext>, number]>([
    ['crc', batch({}).map((byte, i) => (i === 5 ? byte ^ 1 : byte)), {}, 0],
    ['length', batch({}).slice(0, 9), {}, 0],
    ['length', withCrc(new Uint8Array([...batch({}).slice(0, -2), 0, 0, 0])), {}, 0],
    ['invalid', { targets: [mmhg(20), mmhg(20), 201 as Target] }, {}, 1],
    ['token', { token: 7 }, {}, 1],
    ['token', {}, { holder: 0 }, 1],
    ['wrongState', {}, { permitted: false }, 1],
    ['number', { number: 2 }, {}, 2],
    ['late', { replaceFrom: 990, times: [1000] }, { playhead: 1000 }, 1],
    ['order', { times: [1000, 500] }, {}, 1],
    ['outOfLimits', { targets: [mmhg(80.5), mmhg(20), mmhg(20)] }, {}, 1],
    ['outOfLimits', { targets: [mmhg(20), mmhg(90.5), mmhg(20)] }, { highest: 100 }, 1],
    ['outOfLimits', { targets: [mmhg(30.5), mmhg(20), mmhg(20)], gate: 62.5 }, {}, 1],
    ['noRoom', { times: Array.from({ length: 21 }, (_, i) => i * 10) }, {}, 1],
  ])('refuses for %s and keeps what it held', (reason, words, state, number) => {
    const q = queue();
    let bytes: Uint8Array;
    if (words instanceof Uint8Array) bytes = words;
    else if (reason === 'invalid') {
      const good = batch({});
      good[good.length - 3] = 201;
      bytes = withCrc(good);
    } else bytes = batch(words);
    expect(q.takeBatch(bytes, { ...context, ...state })).toEqual({ accepted: false, reason });
    expect([q.held, q.nextNumber, q.refusal, q.refusedNumber]).toEqual([0, 1, reason, number]);
  });

  it('accepts keyframes exactly at the limits', () => {
    const q = queue();
    const targets = [mmhg(100), mmhg(90), mmhg(30)];
    expect(q.takeBatch(batch({ targets, gate: 60 }), { ...context, highest: 100 }).accepted).toBe(true);
    const gentle = [mmhg(30), mmhg(30), 'vent'] as const;
    expect(q.takeBatch(batch({ number: 2, targets: gentle, gate: 600 }), context).accepted).toBe(true);
  });

  it('accepts no keyframe before the last one that was played', () => {
    const q = queue();
    q.takeBatch(batch({ times: [0, 5000] }), context);
    q.shift();
    q.shift();
    expect(q.takeBatch(batch({ number: 2, times: [4990] }), context)).toEqual({
      accepted: false,
      reason: 'order',
    });
    expect(q.takeBatch(batch({ number: 2, times: [5000] }), context).accepted).toBe(true);
  });

  it('replaces all keyframes at once, and none if the replacement does not fit', () => {
    const q = queue(4);
    q.takeBatch(batch({ times: [0, 1000, 2000, 3000] }), context);
    const tooMany = batch({ number: 2, replaceFrom: 2000, times: [2000, 2100, 2200] });
    expect(q.takeBatch(tooMany, context)).toEqual({ accepted: false, reason: 'noRoom' });
    expect(q.held).toBe(4);
    expect(q.takeBatch(batch({ number: 2, replaceFrom: 1000, times: [1500] }), context)).toEqual({
      accepted: true,
      replacedFrom: 1000,
    });
    q.shift();
    expect([q.held, q.next()?.at]).toEqual([1, 1500]);
  });

  it('caps every pressure that it holds, but not vent, seal and later batches', () => {
    const q = queue();
    q.takeBatch(batch({ targets: [mmhg(50), 'vent', 'seal'] }), context);
    q.applyCeiling(40);
    q.applyCeiling(45);
    expect(q.next()?.aims).toEqual(Float64Array.of(40, VENT, SEAL));
    expect(q.next()?.sealCap).toBe(40);
    q.takeBatch(batch({ number: 2, targets: [mmhg(60), 'vent', 'seal'] }), context);
    q.shift();
    expect(q.next()?.aims[0]).toBe(60);
  });

  it('drops keyframes from a time on', () => {
    const q = queue();
    q.takeBatch(batch({ times: [0, 1000, 2000] }), context);
    q.dropFrom(1000);
    expect(q.held).toBe(1);
  });

  it('never holds more keyframes than fit, or times that decrease, whatever arrives', () => {
    const anyBatch = fc.record({
      number: fc.integer({ min: 1, max: 4 }),
      times: fc.array(
        fc.integer({ min: 0, max: 500 }).map((t) => t * 10),
        { minLength: 1, maxLength: 6 },
      ),
      replaceAt: fc.option(fc.integer({ min: 0, max: 300 }).map((t) => t * 10)),
      plays: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(anyBatch, { maxLength: 30 }), (batches) => {
        const q = queue(8);
        for (const { number, times, replaceAt, plays } of batches) {
          const from = replaceAt ?? undefined;
          const later = times.map((at) => at + (from ?? 0));
          q.takeBatch(
            batch({ number, times: later, ...(from === undefined ? {} : { replaceFrom: from }) }),
            context,
          );
          expect(q.held).toBeLessThanOrEqual(8);
          let last = q.next()?.at ?? 0;
          for (let i = 0; i < plays; i++) {
            const next = q.next();
            if (!next) break;
            expect(next.at).toBeGreaterThanOrEqual(last);
            last = next.at;
            q.shift();
          }
        }
      }),
    );
  });
});
