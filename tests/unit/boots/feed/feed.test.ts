import { BehaviorSubject, interval, map, NEVER, type Observable, Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../../firmware-protocol/status.ts';
import type { Batch } from '../../../../firmware-protocol/timeline.ts';
import type { Cut, Played } from '../../../../src/boots/cut.ts';
import { feed } from '../../../../src/boots/feed/feed.ts';
import type { Ask, Told } from '../../../../src/boots/feed/feeding.ts';
import type { LeadRules } from '../../../../src/boots/feed/lead.ts';
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

const rules = (lead: number): LeadRules => ({
  lead: milliseconds(lead),
  payload: 61,
  hub: true,
  capacity: 64,
  token: 7,
});
const accept = async () => ({ ok: true });

const asked = (cuts: Observable<Cut>): Observable<Ask> =>
  cuts.pipe(map((cut, i): Ask => ({ kind: 'cut', id: i + 1, cut })));
/** What the boots have to say of a cut. */
const isAnswer = (told: Told): told is Played => told.kind !== 'added' && told.kind !== 'superseded';

describe('feed', () => {
  it('looks at each status, not on a timer of its own, when the boots are heard', () => {
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
        a: { id: 1, told: { kind: 'added' } },
        f: { id: 1, told: { kind: 'inForce' } },
      });
      expectObservable(writes).toBe('-----a', { a: '5 from 0' });
    });
  });

  it('writes what is due by the playhead, and nothing more once it is unsubscribed', async () => {
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

  it('runs dry on a timer that does not come, though the boots speak', async () => {
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

  it('writes again from the number the boots expect when a batch was lost', async () => {
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

  it('tells that a cut came too late, and replaces with the next one', async () => {
    const clock = new VirtualClock();
    const statuses = new BehaviorSubject(status());
    const cuts = new Subject<Cut>();
    const events: Played['kind'][] = [];
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
    }).subscribe(({ told }) => isAnswer(told) && events.push(told.kind));
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

  it('gives up what the boots will never take, and says so', async () => {
    const clock = new VirtualClock();
    const statuses = new BehaviorSubject(status());
    const cuts = new Subject<Cut>();
    const events: Played[] = [];
    feed({
      status: statuses,
      asks: asked(cuts),
      write: accept,
      rules: () => rules(Number.POSITIVE_INFINITY),
      scheduler: clockScheduler(clock),
      wake: interval(100, clockScheduler(clock)),
    }).subscribe(({ told }) => isAnswer(told) && events.push(told));
    cuts.next({ keyframes: everySecond(2), from: milliseconds(0) });
    await clock.run(milliseconds(10));
    statuses.next(status({ refusal: 'outOfLimits', refusedBatch: 1 }));
    await clock.run(milliseconds(10));
    expect(events).toEqual([{ kind: 'refused', reason: 'outOfLimits' }]);
  });

  it('hears a second refusal of the same number as a new one, once it has waited', async () => {
    const clock = new VirtualClock();
    const statuses = new BehaviorSubject(status());
    const cuts = new Subject<Cut>();
    const events: Played['kind'][] = [];
    feed({
      status: statuses,
      asks: asked(cuts),
      write: accept,
      rules: () => ({ ...rules(Number.POSITIVE_INFINITY), payload: 244 }),
      scheduler: clockScheduler(clock),
    }).subscribe(({ told }) => isAnswer(told) && events.push(told.kind));
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

  it('asks for no more room than there is, once the boots had less than was thought', async () => {
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
