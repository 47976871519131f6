import { BehaviorSubject, interval, map, NEVER, type Observable, Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../../firmware-protocol/status.ts';
import type { Batch } from '../../../../firmware-protocol/timeline.ts';
import type { Cut, CutOutcome } from '../../../../src/boots/cut.ts';
import { feed } from '../../../../src/boots/feed/feed.ts';
import type { FeedOutcome, FeedRequest } from '../../../../src/boots/feed/feeding.ts';
import type { FeedRules } from '../../../../src/boots/feed/send-queue.ts';
import { clockScheduler } from '../../../../src/clock/clock-scheduler.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import { statusOf } from '../../status.ts';
import { inMarbles } from './marbles.ts';

const status = (over: Partial<Status> = {}): Status =>
  statusOf({ therapy: 'running', operation: 'playing', free: 64, ...over });

const everySecond = (count: number, from = 0): Keyframe[] =>
  Array.from({ length: count }, (_, i) => ({
    at: milliseconds(from + i * 1000),
    targets: Array.from({ length: 6 }, () => mmhg(30)),
    ramp: mmhgPerSecond(15),
    gate: seconds(0),
    cycle: false,
    end: false,
  }));

const rules = (lead: number): FeedRules => ({
  lead: milliseconds(lead),
  least: milliseconds(0),
  payload: 61,
  hub: true,
  capacity: 64,
  token: 7,
});
const accept = async () => ({ ok: true });

const asked = (cuts: Observable<Cut>): Observable<FeedRequest> =>
  cuts.pipe(map((cut, i): FeedRequest => ({ kind: 'cut', id: i + 1, cut })));
/** Whether an outcome tells what the boots did with a cut (keyframes that replace the rest of the timeline). */
const isAnswer = (outcome: FeedOutcome): outcome is CutOutcome =>
  outcome.kind !== 'added' && outcome.kind !== 'superseded';

describe('feed', () => {
  it('looks at each status, before its default timer is due, while the boots send statuses', () => {
    inMarbles(({ hot, expectObservable }, scheduler) => {
      const statuses = hot('-----a----b|', {
        a: status(),
        b: status({ playhead: milliseconds(30_000), nextBatch: 2 }),
      });
      const writes = new Subject<string>();
      const fed = feed({
        status: statuses,
        asks: asked(hot('---c', { c: { keyframes: everySecond(60), from: milliseconds(0) } satisfies Cut })),
        write: ({ keyframes }) => {
          writes.next(`${keyframes.length} from ${keyframes[0]?.at}`);
          return new Promise(() => {});
        },
        rules: () => rules(4000),
        scheduler,
      });
      expectObservable(fed, '^------------!').toBe('---a------f', {
        a: { id: 1, outcome: { kind: 'added' } },
        f: { id: 1, outcome: { kind: 'inForce' } },
      });
      expectObservable(writes).toBe('-----a', { a: '5 from 0' });
    });
  });

  it('writes what the playhead makes due, and nothing more once unsubscribed', async () => {
    const clock = new VirtualClock();
    const written: { at: number; batch: Batch }[] = [];
    const cuts = new Subject<Cut>();
    const feeding = feed({
      status: new BehaviorSubject(status()),
      asks: asked(cuts),
      write: async (batch) => {
        written.push({ at: clock.now(), batch });
        return { ok: true };
      },
      rules: () => ({ ...rules(10_000), payload: 244 }),
      scheduler: clockScheduler(clock),
    }).subscribe();
    cuts.next({ keyframes: everySecond(40), from: milliseconds(0) });
    await clock.run(milliseconds(1400));
    expect(written.map(({ batch }) => batch.keyframes.length)).toEqual([11]);
    feeding.unsubscribe();
    await clock.run(milliseconds(60_000));
    expect(written).toHaveLength(1);
  });

  it('writes only once if its custom wake-up never fires, even though the boots send statuses', async () => {
    const clock = new VirtualClock();
    const statuses = new BehaviorSubject(status());
    const cuts = new Subject<Cut>();
    let written = 0;
    feed({
      status: statuses,
      asks: asked(cuts),
      write: async ({ keyframes }) => {
        written += keyframes.length;
        return { ok: true };
      },
      rules: () => rules(3000),
      scheduler: clockScheduler(clock),
      wake: NEVER,
    }).subscribe();
    cuts.next({ keyframes: everySecond(40), from: milliseconds(0) });
    await clock.run(milliseconds(1));
    const first = written;
    for (let second = 1; second < 20; second++) {
      statuses.next(status({ playhead: milliseconds(second * 1000), nextBatch: 2 }));
      await clock.run(milliseconds(1000));
    }
    expect(first).toBeGreaterThan(0);
    expect(written).toBe(first);
  });

  it('resends from the batch number the boots expect when a batch was lost', async () => {
    const clock = new VirtualClock();
    const statuses = new BehaviorSubject(status());
    const cuts = new Subject<Cut>();
    const numbers: number[] = [];
    feed({
      status: statuses,
      asks: asked(cuts),
      write: async ({ number }) => {
        numbers.push(number);
        return { ok: true };
      },
      rules: () => ({ ...rules(Number.POSITIVE_INFINITY), payload: 244 }),
      scheduler: clockScheduler(clock),
    }).subscribe();
    cuts.next({ keyframes: everySecond(8), from: milliseconds(0) });
    await clock.run(milliseconds(10));
    statuses.next(status({ refusal: 'crc', refusedBatch: 1 }));
    await clock.run(milliseconds(10));
    expect(numbers).toEqual([1, 1]);
  });

  it('reports that a cut came too late, and replaces with the next one', async () => {
    const clock = new VirtualClock();
    const statuses = new BehaviorSubject(status());
    const cuts = new Subject<Cut>();
    const events: CutOutcome['kind'][] = [];
    const batches: Batch[] = [];
    feed({
      status: statuses,
      asks: asked(cuts),
      write: async (batch) => {
        batches.push(batch);
        return { ok: true };
      },
      rules: () => ({ ...rules(Number.POSITIVE_INFINITY), payload: 244 }),
      scheduler: clockScheduler(clock),
    }).subscribe(({ outcome }) => isAnswer(outcome) && events.push(outcome.kind));
    cuts.next({ keyframes: everySecond(8), from: milliseconds(0) });
    await clock.run(milliseconds(10));
    statuses.next(status({ nextBatch: 2, held: 8, free: 56 }));
    cuts.next({ keyframes: everySecond(4, 2000), from: milliseconds(2000) });
    await clock.run(milliseconds(10));
    statuses.next(status({ nextBatch: 2, refusal: 'late', refusedBatch: 2, playhead: milliseconds(2500) }));
    cuts.next({ keyframes: everySecond(4, 3000), from: milliseconds(3000) });
    await clock.run(milliseconds(10));
    expect(events).toEqual(['inForce', 'late']);
    expect(batches.at(-1)).toMatchObject({ number: 2, replace: true, base: 3000 });
  });

  it('gives up a cut that the boots will never accept, and reports it', async () => {
    const clock = new VirtualClock();
    const statuses = new BehaviorSubject(status());
    const cuts = new Subject<Cut>();
    const events: CutOutcome[] = [];
    feed({
      status: statuses,
      asks: asked(cuts),
      write: accept,
      rules: () => rules(Number.POSITIVE_INFINITY),
      scheduler: clockScheduler(clock),
      wake: interval(100, clockScheduler(clock)),
    }).subscribe(({ outcome }) => isAnswer(outcome) && events.push(outcome));
    cuts.next({ keyframes: everySecond(2), from: milliseconds(0) });
    await clock.run(milliseconds(10));
    statuses.next(status({ refusal: 'outOfLimits', refusedBatch: 1 }));
    await clock.run(milliseconds(10));
    expect(events).toEqual([{ kind: 'refused', reason: 'outOfLimits' }]);
  });

  it('counts a second refusal of the same number as new after waiting', async () => {
    const clock = new VirtualClock();
    const statuses = new BehaviorSubject(status());
    const cuts = new Subject<Cut>();
    const events: CutOutcome['kind'][] = [];
    feed({
      status: statuses,
      asks: asked(cuts),
      write: accept,
      rules: () => ({ ...rules(Number.POSITIVE_INFINITY), payload: 244 }),
      scheduler: clockScheduler(clock),
    }).subscribe(({ outcome }) => isAnswer(outcome) && events.push(outcome.kind));
    cuts.next({ keyframes: everySecond(8), from: milliseconds(0) });
    statuses.next(status({ nextBatch: 2, held: 8, free: 56 }));
    const late = status({ nextBatch: 2, held: 8, free: 56, refusal: 'late', refusedBatch: 2 });
    cuts.next({ keyframes: everySecond(4, 2000), from: milliseconds(2000) });
    await clock.run(milliseconds(10));
    statuses.next(late);
    cuts.next({ keyframes: everySecond(4, 3000), from: milliseconds(3000) });
    await clock.run(milliseconds(10));
    statuses.next(late);
    expect(events).toEqual(['inForce', 'late']);
    await clock.run(milliseconds(2500));
    expect(events).toEqual(['inForce', 'late', 'late']);
  });

  it('stops counting on room to be freed once the boots report less room than expected', async () => {
    const clock = new VirtualClock();
    const statuses = new BehaviorSubject(status({ free: 8 }));
    const cuts = new Subject<Cut>();
    const sizes: number[] = [];
    feed({
      status: statuses,
      asks: asked(cuts),
      write: async ({ keyframes }) => {
        sizes.push(keyframes.length);
        return { ok: true };
      },
      rules: () => ({ ...rules(Number.POSITIVE_INFINITY), payload: 244, capacity: 8 }),
      scheduler: clockScheduler(clock),
    }).subscribe();
    cuts.next({ keyframes: everySecond(8), from: milliseconds(0) });
    statuses.next(status({ nextBatch: 2, held: 7, free: 1 }));
    cuts.next({ keyframes: everySecond(12), from: milliseconds(0) });
    await clock.run(milliseconds(10));
    statuses.next(status({ nextBatch: 2, held: 7, free: 1, refusal: 'noRoom', refusedBatch: 2 }));
    await clock.run(milliseconds(10));
    expect(sizes).toEqual([8, 8, 1]);
  });
});
