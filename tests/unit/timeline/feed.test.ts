import { BehaviorSubject, interval, NEVER, Subject } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Batch } from '../../../firmware-protocol/timeline.ts';
import { clockScheduler } from '../../../src/clock/clock-scheduler.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';
import { type FeedEvent, feed } from '../../../src/timeline/feed.ts';
import type { Cut, LeadRules } from '../../../src/timeline/lead.ts';
import { statusOf } from '../status.ts';

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

describe('feed', () => {
  it('looks at each status, not on a timer of its own, when the boots are heard', () => {
    const marbles = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
    marbles.run(({ hot, expectObservable }) => {
      const statuses = hot('-----a----b|', {
        a: status(),
        b: status({ playhead: milliseconds(30_000), nextBatch: 2 }),
      });
      const writes = new Subject<string>();
      feed({
        status: statuses,
        cuts: hot('---c', { c: { keyframes: everySecond(60), from: milliseconds(0) } satisfies Cut }),
        write: ({ keyframes }) => {
          writes.next(`${keyframes.length} from ${keyframes[0]?.at}`);
          return new Promise(() => {});
        },
        rules: () => rules(4000),
        scheduler: marbles,
        wake: statuses,
      }).subscribe();
      expectObservable(writes).toBe('-----a', { a: '5 from 0' });
    });
  });

  it('goes on by the scheduler when the boots are silent, by absolute due times', async () => {
    const clock = new VirtualClock();
    const statuses = new BehaviorSubject(status());
    const written: number[] = [];
    const cuts = new Subject<Cut>();
    const feeding = feed({
      status: statuses,
      cuts,
      write: async ({ keyframes }) => {
        written.push(...keyframes.map(({ at }) => at));
        return { ok: true };
      },
      rules: () => ({ ...rules(10_000), payload: 244 }),
      scheduler: clockScheduler(clock),
    }).subscribe();
    cuts.next({ keyframes: everySecond(60), from: milliseconds(0) });
    await clock.run(milliseconds(10));
    statuses.next(status({ nextBatch: 2, held: 11, free: 53 }));
    const upTo = (last: number): number[] => everySecond(last + 1).map(({ at }) => at);
    // From here on nothing is heard. The playhead goes on all the same, and the lead has run down to half after 5 s.
    await clock.run(milliseconds(4900));
    expect(written).toEqual(upTo(10));
    await clock.run(milliseconds(700));
    expect(written).toEqual(upTo(15));
    feeding.unsubscribe();
    await clock.run(milliseconds(60_000));
    expect(written).toEqual(upTo(15));
  });

  it('runs dry on a timer that does not come, though the boots speak', async () => {
    const clock = new VirtualClock();
    const statuses = new BehaviorSubject(status());
    const cuts = new Subject<Cut>();
    let written = 0;
    feed({
      status: statuses,
      cuts,
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
      cuts,
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
    const events: FeedEvent['kind'][] = [];
    const batches: Batch[] = [];
    feed({
      status: statuses,
      cuts,
      write: async (batch) => {
        batches.push(batch);
        return { ok: true };
      },
      rules: () => ({ ...rules(Number.POSITIVE_INFINITY), payload: 244 }),
      scheduler: clockScheduler(clock),
    }).subscribe(({ kind }) => events.push(kind));
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
    const events: FeedEvent[] = [];
    feed({
      status: statuses,
      cuts,
      write: accept,
      rules: () => rules(Number.POSITIVE_INFINITY),
      scheduler: clockScheduler(clock),
      wake: interval(100, clockScheduler(clock)),
    }).subscribe((event) => events.push(event));
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
    const events: FeedEvent['kind'][] = [];
    feed({
      status: statuses,
      cuts,
      write: accept,
      rules: () => ({ ...rules(Number.POSITIVE_INFINITY), payload: 244 }),
      scheduler: clockScheduler(clock),
    }).subscribe(({ kind }) => events.push(kind));
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
      cuts,
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
