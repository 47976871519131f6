/**
 * The feeder, which writes keyframes to the boots ahead of time, as a stream: what wakes it, what it writes and when, and that it loses
 * nothing when events coincide.
 */

import { EMPTY, NEVER, type Observable, of, Subject, VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../../firmware-protocol/status.ts';
import type { FeedRequest } from '../../../../src/boots/feed/feeding.ts';
import { allAtOnce, cutFrom, playing } from './keyframes.ts';
import { a, asks, c, fed, inMarbles, ok } from './marbles.ts';

describe('the feeder', () => {
  it('writes only the last of two cuts that arrive while a write is in flight', () => {
    inMarbles(({ hot, cold, expectObservable, expectSubscriptions }, scheduler) => {
      const write = cold('-----(w|)', ok);
      const { reports, written } = fed({
        status: hot('s--------', { s: playing() }),
        asks: hot('      -a-b-c---', asks),
        write: () => write,
        scheduler,
        wake: NEVER,
      });
      expectObservable(reports, '^-------!').toBe('-a-b-c', {
        a: '1 added',
        b: '1 superseded',
        c: '2 superseded',
      });
      expectObservable(written).toBe('-a----c', {
        a: '1 append 8 from 0',
        c: '2 replace 4 from 3000',
      });
      // One write at a time: the second write begins when the first one ends.
      expectSubscriptions(write.subscriptions).toBe(['-^----!', '------^-!']);
    });
  });

  it('wakes by the scheduler when the boots are silent', () => {
    inMarbles(({ hot, expectObservable }, scheduler) => {
      const { reports, written } = fed({
        status: hot('s', { s: playing() }),
        asks: hot('-a', asks),
        write: () => of({ ok: true }),
        scheduler,
      });
      expectObservable(reports, '^ 3s !').toBe('-a', { a: '1 added' });
      // The feeder checks every half second, and writes a batch again if the boots have not accepted it within 1.5 s.
      expectObservable(written, '^ 3s !').toBe('-a 1998ms a', {
        a: '1 append 8 from 0',
      });
    });
  });

  it('keeps a short lead full by extrapolating the playhead between two statuses', () => {
    inMarbles(({ hot, expectObservable }, scheduler) => {
      const { reports, written } = fed({
        status: hot('s 1s t', { s: playing(), t: playing({ nextBatch: 2, playhead: milliseconds(1001) }) }),
        asks: hot(' -a', { a: { kind: 'cut', id: 1, cut: cutFrom(0, 60) } satisfies FeedRequest }),
        write: () => of({ ok: true }),
        rules: () => ({ ...allAtOnce, lead: milliseconds(4000) }),
        scheduler,
      });
      expectObservable(reports, '^ 2600ms !').toBe('-a 999ms f', { a: '1 added', f: '1 inForce' });
      expectObservable(written, '^ 2600ms !').toBe('-a 2498ms b', {
        a: '1 append 5 from 0',
        b: '2 append 2 from 5000',
      });
    });
  });

  it('does not resend batches in flight while the boots keep accepting some', () => {
    inMarbles(({ hot, expectObservable }, scheduler) => {
      const { reports, written } = fed({
        status: hot('s 999ms t', { s: playing(), t: playing({ nextBatch: 2, held: 5, free: 59 }) }),
        asks: hot('-a', { a: { kind: 'cut', id: 1, cut: cutFrom(0, 10) } satisfies FeedRequest }),
        write: () => of({ ok: true }),
        rules: () => ({ ...allAtOnce, payload: 61 }),
        scheduler,
      });
      expectObservable(reports, '^ 3s !').toBe('-a', { a: '1 added' });
      // The boots accepted the first batch at 1 s. At the first check more than 1.5 s later, the second one is written again.
      expectObservable(written, '^ 3s !').toBe('-(ab) 2995ms b', {
        a: '1 append 5 from 0',
        b: '2 append 5 from 5000',
      });
    });
  });

  it.each(['sbw', 'swb', 'bsw', 'bws', 'wsb', 'wbs'])(
    'loses nothing when a status, a cut and the end of a write coincide (%s)',
    (order) => {
      inMarbles(({ hot, expectObservable }, scheduler) => {
        const statuses = { s: playing(), t: playing({ nextBatch: 2, held: 8, free: 56 }) };
        const make = {
          s: () => hot('s----t', statuses),
          b: () => hot('-a---b', asks),
          w: () => hot('-----w', ok),
        };
        // At one instant, the stream that was created first emits first.
        const made = Object.fromEntries([...order].map((kind) => [kind, make[kind as 's' | 'b' | 'w']()]));
        const [first, second] = [made.w ?? EMPTY, NEVER] as Observable<{ readonly ok: boolean }>[];
        let writes = 0;
        const { reports, written } = fed({
          status: made.s as ReturnType<typeof make.s>,
          asks: made.b as ReturnType<typeof make.b>,
          write: () => (writes++ === 0 ? first : second) ?? NEVER,
          scheduler,
          wake: NEVER,
        });
        const heardFirst = order.indexOf('s') < order.indexOf('b');
        expectObservable(reports, '^-----!').toBe(heardFirst ? '-a---(fx)' : '-a---x', {
          a: '1 added',
          f: '1 inForce',
          x: '1 superseded',
        });
        expectObservable(written, '^-----!').toBe('-a---b', {
          a: '1 append 8 from 0',
          b: '2 replace 4 from 4000',
        });
      });
    },
  );

  it('handles a request made in response to a report after finishing with that report', () => {
    const statuses = new Subject<Status>();
    const asked = new Subject<FeedRequest>();
    const order: string[] = [];
    const { reports, written } = fed({
      status: statuses,
      asks: asked,
      write: () => NEVER,
      scheduler: new VirtualTimeScheduler(),
      wake: NEVER,
    });
    written.subscribe((words) => order.push(words));
    const feeding = reports.subscribe((words) => {
      if (words === '1 added') asked.next(c);
      order.push(words);
    });
    statuses.next(playing());
    asked.next(a);
    expect(order).toEqual(['1 append 8 from 0', '1 added', '1 superseded']);
    feeding.unsubscribe();
  });

  it('ends at once on request, and unsubscribes from everything', () => {
    inMarbles(({ hot, cold, expectObservable, expectSubscriptions }, scheduler) => {
      const statuses = hot('s-------', { s: playing() });
      const asked = hot('-a--e', asks);
      const write = cold('-----w', ok);
      const wake = hot('------w');
      const { reports, written } = fed({
        status: statuses,
        asks: asked,
        write: () => write,
        scheduler,
        wake,
      });
      expectObservable(reports).toBe('-a--(x|)', { a: '1 added', x: '1 superseded' });
      expectObservable(written).toBe('-a', { a: '1 append 8 from 0' });
      for (const source of [statuses, asked, wake]) {
        expectSubscriptions(source.subscriptions).toBe('^---!');
      }
      expectSubscriptions(write.subscriptions).toBe('-^--!');
    });
  });

  it.each([
    ['have stopped', playing({ therapy: 'stopped', operation: 'venting' })],
    ['have rebooted', playing({ bootCount: 2 })],
    ['are controlled by another page', playing({ holder: 99 })],
  ])('ends by itself once the boots %s', (_, last) => {
    inMarbles(({ hot, expectObservable, expectSubscriptions }, scheduler) => {
      const statuses = hot('s--t--', { s: playing(), t: last });
      const { reports } = fed({
        status: statuses,
        asks: hot('-a', asks),
        write: () => of({ ok: true }),
        scheduler,
      });
      expectObservable(reports).toBe('-a-|', { a: '1 added' });
      expectSubscriptions(statuses.subscriptions).toBe('^--!');
    });
  });

  it('accepts boots whose statuses show only later that they were prepared', () => {
    inMarbles(({ hot, expectObservable }, scheduler) => {
      const stopped = { therapy: 'stopped', held: 0 } as const;
      const { reports, written } = fed({
        status: hot('opr', {
          o: playing({ ...stopped, operation: 'idle', nextBatch: 57 }),
          p: playing({ ...stopped, operation: 'preparing' }),
          r: playing({ ...stopped, operation: 'ready' }),
        }),
        asks: hot('---a', asks),
        write: () => of({ ok: true }),
        scheduler,
        wake: NEVER,
      });
      expectObservable(reports, '^----!').toBe('---a', { a: '1 added' });
      expectObservable(written).toBe('---a', { a: '1 append 8 from 0' });
    });
  });
});
