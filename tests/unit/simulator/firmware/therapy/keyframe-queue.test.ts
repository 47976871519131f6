import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target } from '../../../../../firmware-protocol/keyframe.ts';
import { withCrc } from '../../../../../firmware-protocol/layout/frame.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../../../firmware-protocol/quantities.ts';
import { encodeBatch } from '../../../../../firmware-protocol/timeline.ts';
import { SEAL, VENT } from '../../../../../src/simulator/firmware/regulation/aim.ts';
import {
  type Judgement,
  KeyframeQueue,
} from '../../../../../src/simulator/firmware/therapy/keyframe-queue.ts';

const TOKEN = 0x01020304;
const judgement: Judgement = { holder: TOKEN, permitted: true, playhead: 0, highest: 80 };

interface Words {
  readonly number?: number;
  readonly token?: number;
  readonly replaceFrom?: number;
  readonly times?: readonly number[];
  readonly targets?: readonly Target[];
  readonly gate?: number;
}

const batch = ({ number = 1, token = TOKEN, replaceFrom, times = [0], targets, gate = 0 }: Words) =>
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
  it('accepts batches in the order of their numbers and reports how many more keyframes fit', () => {
    const q = queue();
    expect(q.take(batch({ times: [0, 1000] }), judgement).taken).toBe(true);
    expect(q.take(batch({ number: 2, times: [2000] }), judgement).taken).toBe(true);
    expect([q.held, q.free, q.nextNumber]).toEqual([3, 17, 3]);
  });

  it('follows 65535 with 1', () => {
    const q = queue();
    for (let number = 1; number <= 65535; number++) {
      q.take(batch({ number }), judgement);
      q.clear();
    }
    expect(q.nextNumber).toBe(1);
    expect(q.take(batch({ number: 1 }), judgement).taken).toBe(true);
  });

  it.each<[string, Words | Uint8Array, Partial<Judgement>, number]>([
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
    expect(q.take(bytes, { ...judgement, ...state })).toEqual({ taken: false, reason });
    expect([q.held, q.nextNumber, q.refusal, q.refusedNumber]).toEqual([0, 1, reason, number]);
  });

  it('accepts what the limits just allow', () => {
    const q = queue();
    const targets = [mmhg(100), mmhg(90), mmhg(30)];
    expect(q.take(batch({ targets, gate: 60 }), { ...judgement, highest: 100 }).taken).toBe(true);
    const gentle = [mmhg(30), mmhg(30), 'vent'] as const;
    expect(q.take(batch({ number: 2, targets: gentle, gate: 600 }), judgement).taken).toBe(true);
  });

  it('does not go back before what was played', () => {
    const q = queue();
    q.take(batch({ times: [0, 5000] }), judgement);
    q.shift();
    q.shift();
    expect(q.take(batch({ number: 2, times: [4990] }), judgement)).toEqual({ taken: false, reason: 'order' });
    expect(q.take(batch({ number: 2, times: [5000] }), judgement).taken).toBe(true);
  });

  it('replaces atomically, and not at all if the replacement does not fit', () => {
    const q = queue(4);
    q.take(batch({ times: [0, 1000, 2000, 3000] }), judgement);
    const tooMany = batch({ number: 2, replaceFrom: 2000, times: [2000, 2100, 2200] });
    expect(q.take(tooMany, judgement)).toEqual({ taken: false, reason: 'noRoom' });
    expect(q.held).toBe(4);
    expect(q.take(batch({ number: 2, replaceFrom: 1000, times: [1500] }), judgement)).toEqual({
      taken: true,
      replacedFrom: 1000,
    });
    q.shift();
    expect([q.held, q.next()?.at]).toEqual([1, 1500]);
  });

  it('caps every pressure it holds, once, and leaves vent and seal alone', () => {
    const q = queue();
    q.take(batch({ targets: [mmhg(50), 'vent', 'seal'] }), judgement);
    q.lower(40);
    q.lower(45);
    expect(q.next()?.aims).toEqual(Float64Array.of(40, VENT, SEAL));
    expect(q.next()?.sealCap).toBe(40);
    q.take(batch({ number: 2, targets: [mmhg(60), 'vent', 'seal'] }), judgement);
    q.shift();
    expect(q.next()?.aims[0]).toBe(60);
  });

  it('drops keyframes from a time on', () => {
    const q = queue();
    q.take(batch({ times: [0, 1000, 2000] }), judgement);
    q.dropFrom(1000);
    expect(q.held).toBe(1);
  });

  it('never holds more than fits, nor decreasing times, whatever arrives', () => {
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
          q.take(
            batch({ number, times: later, ...(from === undefined ? {} : { replaceFrom: from }) }),
            judgement,
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
