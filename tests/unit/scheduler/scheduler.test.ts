import { map, type Observable } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, it } from 'vitest';
import { instant } from '../../../firmware-protocol/quantities.ts';
import type { Scheduled, SchedulerEvent } from '../../../src/scheduler/event.ts';
import { schedule } from '../../../src/scheduler/schedule.ts';
import { type SchedulerOptions, scheduler } from '../../../src/scheduler/scheduler.ts';
import { statusOf } from '../status.ts';
import { intensity, plan } from './playing.ts';

const begin: SchedulerEvent = { kind: 'begin', status: statusOf({ operation: 'ready' }) };
const report = (stage: 'playing' | 'held' = 'playing'): SchedulerEvent => ({
  kind: 'report',
  status: statusOf({ therapy: 'running', operation: 'playing', cycles: 1 }),
  pressures: [],
  stage,
});
const want = (mmHg: number): SchedulerEvent => ({
  kind: 'want',
  settings: { ...plan().wanted, ...intensity(mmHg) },
});
const events = { b: begin, h: report(), n: report('held'), l: want(40), m: want(60) };

const run = (test: Parameters<TestScheduler['run']>[0]) =>
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(test);

const running = (over: Pick<SchedulerOptions, 'events' | 'wake'> & Partial<SchedulerOptions>) =>
  scheduler({ plan: plan(), now: () => instant(0), ...over });
const kinds = (results: Observable<Scheduled>) =>
  results.pipe(map(({ orders }) => orders.map(({ kind }) => kind).join(' ')));

describe('the scheduler as a stream', () => {
  it('answers each event at once, in their order, and completes with them', () => {
    run(({ hot, cold, expectObservable, expectSubscriptions }) => {
      const source = hot('     -b-h-(lm)-|', events);
      const results = kinds(running({ events: source, wake: cold('|') }));
      expectObservable(results).toBe('-b-h-(lm)-|', { b: 'cut', h: '', l: 'ceiling cut', m: 'cut' });
      expectSubscriptions(source.subscriptions).toBe('^---------!');
    });
  });

  it('takes a wake-up only as "look now": it orders what is due, here nothing', () => {
    run(({ hot, expectObservable, expectSubscriptions }) => {
      const source = hot('-b-h----', events);
      const wake = hot('  ----w-w-');
      const results = kinds(running({ events: source, wake }));
      expectObservable(results).toBe('-b-hw-w-', { b: 'cut', h: '', w: '' });
      expectSubscriptions(wake.subscriptions).toBe('^-------');
    });
  });

  it('keeps a change that must wait until it can be made', () => {
    run(({ hot, cold, expectObservable }) => {
      const source = hot('-b-n-l-h', events);
      expectObservable(kinds(running({ events: source, wake: cold('|') }))).toBe('-b-n-l-h', {
        b: 'cut',
        n: '',
        l: '',
        h: 'ceiling cut',
      });
    });
  });

  it('unsubscribes from its inputs when its last subscriber leaves, and starts from the initial plan for each subscriber', () => {
    run(({ hot, expectObservable, expectSubscriptions }) => {
      const source = hot('-b-h-b-h', events);
      const wake = hot('  --------');
      const results = kinds(running({ events: source, wake }));
      expectObservable(results, '--^--!').toBe('   ---h', { h: '' });
      expectObservable(results, '----^---').toBe(' -----b-h', { b: 'cut', h: '' });
      expectSubscriptions(source.subscriptions).toBe(['--^--!', '----^---']);
      expectSubscriptions(wake.subscriptions).toBe(['--^--!', '----^---']);
    });
  });

  it('orders Stop if its core throws, keeps the plan, and answers the next event as usual', () => {
    run(({ hot, cold, expectObservable }) => {
      const bug = new Error('a bug');
      const results = running({
        events: hot('-b-l-h', events),
        wake: cold('|'),
        reduce: (before, event, now) => {
          if (event.kind === 'want') throw bug;
          return schedule(before, event, now);
        },
      });
      const begun = schedule(plan(), begin, instant(0));
      expectObservable(results).toBe('-b-l-h', {
        b: begun,
        l: { plan: begun.plan, orders: [{ kind: 'end', why: { kind: 'failed', error: bug } }], notices: [] },
        h: schedule(begun.plan, report(), instant(0)),
      });
    });
  });

  it('stamps each event with the time at which it came', () => {
    run(({ hot, expectObservable }) => {
      let at = 0;
      const results = running({
        events: hot('--b--h--', events),
        wake: hot('  ---w----'),
        now: () => instant(++at),
      }).pipe(map(({ plan: { now } }) => String(now)));
      expectObservable(results).toBe('--12-3--');
    });
  });
});
