/** The feeder as a stream: what wakes it, what it writes when, and that nothing is lost whatever comes together. */

import { EMPTY, NEVER, type Observable, of, Subject, VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../../firmware-protocol/status.ts';
import type { Ask } from '../../../../src/boots/feed/feeding.ts';
import { allAtOnce, cutFrom, playing } from './keyframes.ts';
import { a, asks, c, fed, inMarbles, ok } from './marbles.ts';

describe('the feeder', () => {
  it('writes only the last of two cuts that come while a write is in flight', () => {
    inMarbles(({ hot, cold, expectObservable, expectSubscriptions }, scheduler) => {
      const write = cold('-----(w|)', ok);
      const { told, written } = fed({
        status: hot('s--------', { s: playing() }),
        asks: hot('      -a-b-c---', asks),
        write: () => write,
        scheduler,
        wake: NEVER,
      });
      expectObservable(told, '^-------!').toBe('-a-b-c', {
        a: '1 added',
        b: '1 superseded',
        c: '2 superseded',
      });
      expectObservable(written).toBe('-a----c', {
        a: '1 append 8 from 0',
        c: '2 replace 4 from 3000',
      });
      // One at a time: the second is asked for as the first ends.
      expectSubscriptions(write.subscriptions).toBe(['-^----!', '------^-!']);
    });
  });

  it('looks by the scheduler when the boots are silent', () => {
    inMarbles(({ hot, expectObservable }, scheduler) => {
      const { told, written } = fed({
        status: hot('s', { s: playing() }),
        asks: hot('-a', asks),
        write: () => of({ ok: true }),
        scheduler,
      });
      expectObservable(told, '^ 3s !').toBe('-a', { a: '1 added' });
      // What was not taken within 1.5 s is written again at the next look: these are half a second apart.
      expectObservable(written, '^ 3s !').toBe('-a 1998ms a', {
        a: '1 append 8 from 0',
      });
    });
  });

  it('keeps a short lead full by the playhead between two statuses', () => {
    inMarbles(({ hot, expectObservable }, scheduler) => {
      const { told, written } = fed({
        status: hot('s 1s t', { s: playing(), t: playing({ nextBatch: 2, playhead: milliseconds(1001) }) }),
        asks: hot(' -a', { a: { kind: 'cut', id: 1, cut: cutFrom(0, 60) } satisfies Ask }),
        write: () => of({ ok: true }),
        rules: () => ({ ...allAtOnce, lead: milliseconds(4000) }),
        scheduler,
      });
      expectObservable(told, '^ 2600ms !').toBe('-a 999ms f', { a: '1 added', f: '1 inForce' });
      expectObservable(written, '^ 2600ms !').toBe('-a 2498ms b', {
        a: '1 append 5 from 0',
        b: '2 append 2 from 5000',
      });
    });
  });

  it('waits for what is on its way as long as the boots take something', () => {
    inMarbles(({ hot, expectObservable }, scheduler) => {
      const { told, written } = fed({
        status: hot('s 999ms t', { s: playing(), t: playing({ nextBatch: 2, held: 5, free: 59 }) }),
        asks: hot('-a', { a: { kind: 'cut', id: 1, cut: cutFrom(0, 10) } satisfies Ask }),
        write: () => of({ ok: true }),
        rules: () => ({ ...allAtOnce, payload: 61 }),
        scheduler,
      });
      expectObservable(told, '^ 3s !').toBe('-a', { a: '1 added' });
      // The second batch is written again 1.5 s after the first was taken, at the next look.
      expectObservable(written, '^ 3s !').toBe('-(ab) 2995ms b', {
        a: '1 append 5 from 0',
        b: '2 append 5 from 5000',
      });
    });
  });

  it.each(['sbw', 'swb', 'bsw', 'bws', 'wsb', 'wbs'])(
    'loses nothing of a status, a cut and the end of a write that come at one instant (%s)',
    (order) => {
      inMarbles(({ hot, expectObservable }, scheduler) => {
        const statuses = { s: playing(), t: playing({ nextBatch: 2, held: 8, free: 56 }) };
        const make = {
          s: () => hot('s----t', statuses),
          b: () => hot('-a---b', asks),
          w: () => hot('-----w', ok),
        };
        // Of one instant, what was made first comes first.
        const made = Object.fromEntries([...order].map((kind) => [kind, make[kind as 's' | 'b' | 'w']()]));
        const [first, second] = [made.w ?? EMPTY, NEVER] as Observable<{ readonly ok: boolean }>[];
        let writes = 0;
        const { told, written } = fed({
          status: made.s as ReturnType<typeof make.s>,
          asks: made.b as ReturnType<typeof make.b>,
          write: () => (writes++ === 0 ? first : second) ?? NEVER,
          scheduler,
          wake: NEVER,
        });
        const heardFirst = order.indexOf('s') < order.indexOf('b');
        expectObservable(told, '^-----!').toBe(heardFirst ? '-a---(fx)' : '-a---x', {
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

  it('deals with what is asked for in answer to what it tells, once it is done with that', () => {
    const statuses = new Subject<Status>();
    const asked = new Subject<Ask>();
    const order: string[] = [];
    const { told, written } = fed({
      status: statuses,
      asks: asked,
      write: () => NEVER,
      scheduler: new VirtualTimeScheduler(),
      wake: NEVER,
    });
    written.subscribe((words) => order.push(words));
    const feeding = told.subscribe((words) => {
      if (words === '1 added') asked.next(c);
      order.push(words);
    });
    statuses.next(playing());
    asked.next(a);
    expect(order).toEqual(['1 append 8 from 0', '1 added', '1 superseded']);
    feeding.unsubscribe();
  });

  it('ends at once when it is told to, and lets everything go', () => {
    inMarbles(({ hot, cold, expectObservable, expectSubscriptions }, scheduler) => {
      const statuses = hot('s-------', { s: playing() });
      const asked = hot('-a--e', asks);
      const write = cold('-----w', ok);
      const wake = hot('------w');
      const { told, written } = fed({ status: statuses, asks: asked, write: () => write, scheduler, wake });
      expectObservable(told).toBe('-a--(x|)', { a: '1 added', x: '1 superseded' });
      expectObservable(written).toBe('-a', { a: '1 append 8 from 0' });
      for (const source of [statuses, asked, wake]) {
        expectSubscriptions(source.subscriptions).toBe('^---!');
      }
      expectSubscriptions(write.subscriptions).toBe('-^--!');
    });
  });

  it.each([
    ['have stopped', playing({ therapy: 'stopped', operation: 'venting' })],
    ['have begun afresh', playing({ bootCount: 2 })],
    ['are held by another', playing({ holder: 99 })],
  ])('ends by itself once the boots %s', (_, last) => {
    inMarbles(({ hot, expectObservable, expectSubscriptions }, scheduler) => {
      const statuses = hot('s--t--', { s: playing(), t: last });
      const { told } = fed({
        status: statuses,
        asks: hot('-a', asks),
        write: () => of({ ok: true }),
        scheduler,
      });
      expectObservable(told).toBe('-a-|', { a: '1 added' });
      expectSubscriptions(statuses.subscriptions).toBe('^--!');
    });
  });

  it('goes on with boots that have been prepared and say so only now', () => {
    inMarbles(({ hot, expectObservable }, scheduler) => {
      const stopped = { therapy: 'stopped', held: 0 } as const;
      const { told, written } = fed({
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
      expectObservable(told, '^----!').toBe('---a', { a: '1 added' });
      expectObservable(written).toBe('---a', { a: '1 append 8 from 0' });
    });
  });
});
