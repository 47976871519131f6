import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Batch } from '../../../../firmware-protocol/timeline.ts';
import {
  adoptedQueue,
  emptyQueue,
  type FeedRules,
  isCutAccepted,
  nextBatch,
  rewind,
  type SendQueue,
  withCut,
  withoutAccepted,
} from '../../../../src/boots/feed/send-queue.ts';

const keyframe = (at: number, pressure = 30): Keyframe => ({
  at: milliseconds(at),
  targets: Array.from({ length: 6 }, () => mmhg(pressure)),
  ramp: mmhgPerSecond(15),
  gate: seconds(0),
  cycle: false,
  end: false,
});
const everySecond = (count: number, pressure = 30, from = 0): Keyframe[] =>
  Array.from({ length: count }, (_, i) => keyframe(from + i * 1000, pressure));

const rules = (over: Partial<FeedRules> = {}): FeedRules => ({
  lead: milliseconds(Number.POSITIVE_INFINITY),
  least: milliseconds(0),
  payload: 61,
  hub: true,
  capacity: 64,
  token: 7,
  ...over,
});
const cutOf = (keyframes: readonly Keyframe[], from = 0) => ({ keyframes, from: milliseconds(from) });
const begun = (keyframes: readonly Keyframe[]): SendQueue => withCut(emptyQueue(1), cutOf(keyframes));

/**
 * The boots' side of PROTOCOL.md 5.2: takes only the batch with the next number, only if there is room, and replaces keyframes all at
 * once or not at all.
 */
class Receiver {
  held: Keyframe[] = [];
  next = 1;
  constructor(readonly capacity: number) {}
  get free(): number {
    return this.capacity - this.held.length;
  }
  take(batch: Batch): boolean {
    if (batch.number !== this.next) return false;
    const kept = batch.replace ? this.held.filter(({ at }) => at < batch.base) : this.held;
    if (kept.length + batch.keyframes.length > this.capacity) return false;
    this.held = [...kept, ...batch.keyframes];
    this.next += 1;
    return true;
  }
}

describe('the send queue', () => {
  it('never has more keyframes in flight than the boots have room for', () => {
    let queue = begun(everySecond(40));
    let underWay = 0;
    for (let next = nextBatch(queue, { free: 9, held: 0 }, milliseconds(0), rules()); next; ) {
      underWay += next.batch.keyframes.length;
      queue = next.queue;
      next = nextBatch(queue, { free: 9, held: 0 }, milliseconds(0), rules());
    }
    expect(underWay).toBeGreaterThan(0);
    expect(underWay).toBeLessThanOrEqual(9);
  });

  it('sends only what is due within the lead, counted from the playhead', () => {
    const short = rules({ lead: milliseconds(5000) });
    let queue = begun(everySecond(40));
    const sent: number[] = [];
    for (let next = nextBatch(queue, { free: 60, held: 0 }, milliseconds(0), short); next; ) {
      sent.push(...next.batch.keyframes.map(({ at }) => at));
      queue = next.queue;
      next = nextBatch(queue, { free: 60, held: 0 }, milliseconds(0), short);
    }
    expect(Math.max(...sent)).toBeLessThanOrEqual(5000);
    expect(Math.max(...sent)).toBeGreaterThanOrEqual(2500);
  });

  it('replaces atomically what was sent beyond a cut, and appends if nothing was', () => {
    const whole = nextBatch(begun(everySecond(4)), { free: 64, held: 0 }, milliseconds(0), rules());
    if (!whole) throw new Error('nothing to send');
    const early = nextBatch(
      withCut(whole.queue, cutOf([keyframe(2000, 50)], 2000)),
      { free: 64, held: 0 },
      milliseconds(0),
      rules(),
    );
    expect(early?.batch).toMatchObject({ replace: true, base: 2000, number: 2 });
    const late = nextBatch(
      withCut(whole.queue, cutOf([keyframe(9000, 50)], 9000)),
      { free: 64, held: 0 },
      milliseconds(0),
      rules(),
    );
    expect(late?.batch).toMatchObject({ replace: false, number: 2 });
  });

  it('counts the room that a replace will free, so that full boots can still be changed', () => {
    let queue = begun(everySecond(8));
    const first = nextBatch(
      queue,
      { free: 8, held: 0 },
      milliseconds(0),
      rules({ capacity: 8, payload: 244 }),
    );
    if (!first) throw new Error('nothing to send');
    queue = withCut(withoutAccepted(first.queue, 2), cutOf(everySecond(4, 50, 4000), 4000));
    const change = nextBatch(
      queue,
      { free: 0, held: 8 },
      milliseconds(0),
      rules({ capacity: 8, payload: 244 }),
    );
    expect(change?.batch.keyframes.map(({ at }) => at)).toEqual([4000, 5000, 6000, 7000]);
  });

  it.each([
    { what: 'whose legs differ', apart: 1, alike: false },
    { what: 'that are further apart than one batch can span', apart: 100, alike: true },
  ])('sends keyframes $what in full writes', ({ apart, alike }) => {
    const keyframes = everySecond(100).map((each) => ({
      ...each,
      at: milliseconds(each.at * apart),
      targets: alike ? each.targets : each.targets.map((_, zone) => mmhg(30 + zone)),
    }));
    const receiver = new Receiver(2048);
    let queue = begun(keyframes);
    for (let writes = 0; writes < 100 && receiver.held.length < keyframes.length; writes++) {
      const step = nextBatch(queue, { free: receiver.free, held: receiver.held.length }, milliseconds(0), {
        ...rules({ payload: 244, capacity: 2048 }),
      });
      if (!step) break;
      expect(receiver.take(step.batch)).toBe(true);
      queue = withoutAccepted(step.queue, receiver.next);
    }
    expect(receiver.held).toEqual(keyframes);
  });

  it('counts a cut as in force once its first keyframe is accepted', () => {
    const first = nextBatch(
      begun(everySecond(3)),
      { free: 64, held: 0 },
      milliseconds(0),
      rules({ payload: 244 }),
    );
    if (!first) throw new Error('nothing to send');
    expect(isCutAccepted(first.queue)).toBe(false);
    expect(isCutAccepted(withoutAccepted(first.queue, 2))).toBe(true);
  });

  it('leaves the boots with exactly the intended timeline, whatever is lost and whenever it is cut', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 8, max: 80 }),
        fc.array(fc.boolean(), { maxLength: 40 }),
        fc.integer({ min: 1, max: 59 }),
        fc.integer({ min: 0, max: 12 }),
        (count, capacity, losses, cutAt, cutAfter) => {
          const receiver = new Receiver(capacity);
          let queue = begun(everySecond(count));
          let meant = everySecond(count);
          const limits = rules({ capacity });
          let turn = 0;
          let idle = 0;
          while (idle < 3 && turn < 400) {
            if (turn === cutAfter) {
              const tail = everySecond(5, 50, cutAt * 1000);
              meant = [...meant.filter(({ at }) => at < cutAt * 1000), ...tail];
              queue = withCut(queue, cutOf(tail, cutAt * 1000));
            }
            const next = nextBatch(
              queue,
              { free: receiver.free, held: receiver.held.length },
              milliseconds(0),
              limits,
            );
            const lost = losses[turn] ?? false;
            turn++;
            if (!next) {
              queue = rewind(withoutAccepted(queue, receiver.next), receiver.next);
              idle++;
              continue;
            }
            idle = 0;
            queue = next.queue;
            if (!lost) receiver.take(next.batch);
            queue = withoutAccepted(queue, receiver.next);
          }
          expect(receiver.held).toEqual(meant.slice(0, receiver.held.length));
          expect(receiver.held.length).toBeGreaterThanOrEqual(
            Math.min(meant.length, Math.floor(capacity / 2)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('resends what was lost before a cut together with the cut, from the earlier base', () => {
    const credit = { free: 64, held: 0 };
    const first = nextBatch(begun(everySecond(6)), credit, milliseconds(0), rules());
    if (!first) throw new Error('nothing to write');
    const cut = withCut(first.queue, cutOf(everySecond(6, 40, 3000), 3000));
    const second = nextBatch(cut, credit, milliseconds(0), rules());
    if (!second) throw new Error('nothing to write');
    const again = nextBatch(rewind(second.queue, 1), credit, milliseconds(0), rules());
    expect(again?.batch).toMatchObject({ number: 1, replace: true, base: 0 });
    expect(again?.batch.keyframes.every(({ at }) => at >= (again?.batch.base ?? 0))).toBe(true);
  });

  it.each([
    ['ready', { therapy: 'stopped', playhead: 0, held: 3 }, 3000],
    ['playing', { therapy: 'running', playhead: 2400, held: 3 }, 6000],
    ['at a gate', { therapy: 'running', playhead: 2000, held: 3 }, 6000],
    ['paused', { therapy: 'paused', playhead: 2000, held: 3 }, 5000],
    ['out of keyframes', { therapy: 'running', playhead: 2400, held: 0 }, 3000],
  ] as const)(
    'continues after the last keyframe held by boots that are %s',
    (_, { playhead, ...credit }, next) => {
      const queue = adoptedQueue(everySecond(10), {
        ...credit,
        playhead: milliseconds(playhead),
        nextBatch: 9,
      });
      const step = nextBatch(queue, { free: 61, held: credit.held }, milliseconds(playhead), rules());
      expect(step?.batch).toMatchObject({ number: 9, replace: false, base: next });
    },
  );

  it('has nothing to send to boots that hold the whole script', () => {
    const queue = adoptedQueue(everySecond(10), {
      therapy: 'running',
      playhead: milliseconds(8500),
      held: 1,
      nextBatch: 9,
    });
    expect(nextBatch(queue, { free: 63, held: 1 }, milliseconds(8500), rules())).toBe(null);
  });
});
