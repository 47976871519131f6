import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Batch } from '../../../../firmware-protocol/timeline.ts';
import { delayed, unshifted, without } from '../../../../src/boots/pair/leg-time.ts';
import { PairQueue } from '../../../../src/boots/pair/pair-queue.ts';

const ms = milliseconds;
const CAPACITY = 20;
const keyframe = (at: number, target = 50): Keyframe => ({
  at: ms(at),
  targets: [mmhg(target), mmhg(target)],
  ramp: mmhgPerSecond(0),
  gate: seconds(0),
  cycle: at % 1000 === 0,
  end: false,
});
const batch = (number: number, from: number, to: number, replace = false): Batch => ({
  number,
  token: 7,
  replace,
  base: ms(from),
  keyframes: Array.from({ length: (to - from) / 100 }, (_, i) => keyframe(from + i * 100)),
});
const take = (queue: PairQueue, given: Batch, played = 0) => queue.take(given, CAPACITY, ms(played));
const status = (queue: PairQueue, played = 0) => queue.status(CAPACITY, ms(played), ms(played));
const loaded = (): PairQueue => {
  const queue = new PairQueue();
  take(queue, batch(1, 0, 1000));
  return queue;
};

describe('the queue of a pair', () => {
  it('takes at once what is added, and passes it on', () => {
    const queue = loaded();
    const more = batch(2, 1000, 1500);
    expect(take(queue, more)).toEqual({ kind: 'more', keyframes: more.keyframes });
    expect(status(queue)).toMatchObject({ held: 14, free: 6, nextBatch: 3, refusal: 'none' });
    expect(queue.boundaries).toEqual([0, 1000]);
  });

  it('has taken what replaces once both legs have it', () => {
    const queue = loaded();
    expect(take(queue, batch(2, 500, 1200, true))).toEqual({ kind: 'cut', from: 500 });
    expect(status(queue).nextBatch).toBe(2);
    queue.confirmed('right');
    expect(status(queue).nextBatch).toBe(2);
    queue.confirmed('left');
    expect(status(queue).nextBatch).toBe(3);
    expect(queue.script.at(-1)?.at).toBe(1100);
  });

  it('counts what follows a replace with it', () => {
    const queue = loaded();
    take(queue, batch(2, 500, 1000, true));
    take(queue, batch(3, 1000, 1300));
    expect(status(queue).nextBatch).toBe(2);
    queue.confirmed('left');
    queue.confirmed('right');
    expect(status(queue).nextBatch).toBe(4);
  });

  it('says late what a leg takes no more, as if it had never been taken', () => {
    const queue = loaded();
    take(queue, batch(2, 500, 1200, true));
    queue.confirmed('left');
    expect(queue.failed('right', 'late')).toBe(true);
    expect(status(queue)).toMatchObject({ nextBatch: 2, refusal: 'late', refusedBatch: 2 });
    expect(take(queue, batch(2, 700, 1200, true)).kind).toBe('cut');
    expect(status(queue).refusal).toBe('none');
  });

  it('knows what is sent again', () => {
    const queue = loaded();
    const change = batch(2, 500, 1200, true);
    const rest = batch(3, 1200, 1400);
    take(queue, change);
    take(queue, rest);
    expect(take(queue, change)).toEqual({ kind: 'none' });
    expect(take(queue, rest)).toEqual({ kind: 'none' });
    expect(queue.script).toHaveLength(14);
    queue.confirmed('left');
    queue.confirmed('right');
    expect(status(queue).nextBatch).toBe(4);
  });

  it.each([
    ['out of turn', batch(7, 1000, 1100), 'number'],
    ['before what is held', batch(2, 300, 400), 'order'],
    ['more than there is room for', batch(2, 1000, 2300), 'noRoom'],
  ])('refuses what is %s', (_, given, reason) => {
    const queue = loaded();
    expect(take(queue, given)).toEqual({ kind: 'none' });
    expect(status(queue)).toMatchObject({ refusal: reason, nextBatch: 2 });
    expect(queue.script).toHaveLength(10);
  });

  it('has room again for what both legs have played', () => {
    const queue = loaded();
    expect(status(queue, 450)).toMatchObject({ held: 5, free: 15 });
    expect(take(queue, batch(2, 1000, 2300), 450).kind).toBe('more');
  });

  it('knows where cycles begin, past the last one that is known anywhere, and no more where a change took one away', () => {
    const queue = loaded();
    take(queue, batch(2, 1000, 2100));
    const late = delayed(unshifted, ms(1000), ms(300));
    const left = () => without(late, ms(500), (script) => queue.isBoundary(script));
    expect([0, 500, 1000, 1900, 2000, 2500].map((at) => queue.isBoundary(ms(at)))).toEqual([
      true,
      false,
      true,
      false,
      true,
      true,
    ]);
    expect(left()).toEqual(late);
    const later = batch(3, 600, 1900, true);
    take(queue, {
      ...later,
      keyframes: later.keyframes.map((each) => ({ ...each, cycle: each.at === 600 || each.at === 1800 })),
    });
    expect(queue.boundaries).toEqual([0, 600, 1800]);
    expect(queue.isBoundary(ms(1000))).toBe(false);
    // A leg that was to wait there would wait in the middle of a cycle.
    expect(left()).toEqual(unshifted);
  });

  it('lowers what it holds to a ceiling', () => {
    const queue = loaded();
    queue.lower(mmhg(30));
    expect(new Set(queue.script.flatMap(({ targets }) => targets))).toEqual(new Set([30]));
  });
});
