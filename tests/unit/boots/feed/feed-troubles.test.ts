/** The feeder, which writes keyframes to the boots, goes on after failures, and continues a script of which the boots hold a part. */

import { NEVER, type Observable, of } from 'rxjs';
import { describe, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { FeedRequest } from '../../../../src/boots/feed/feeding.ts';
import { allAtOnce, cutFrom, everySecond, playing } from './keyframes.ts';
import { asks, fed, inMarbles } from './marbles.ts';

describe('the feeder goes on after one failure', () => {
  it.each([
    [
      'an encoder that throws',
      () => {
        throw new RangeError('does not fit');
      },
    ],
    ['a write that errs', (cold: (marble: string) => Observable<never>) => cold('#')],
  ])('%s: what cannot be sent is refused, and the next cut is written', (_, failing) => {
    inMarbles(({ hot, cold, expectObservable }, scheduler) => {
      let writes = 0;
      const { reports, written } = fed({
        status: hot('s', { s: playing() }),
        asks: hot('-a---c', asks),
        write: () => (writes++ === 0 ? failing(cold) : of({ ok: true })),
        scheduler,
        wake: NEVER,
      });
      expectObservable(reports, '^------!').toBe('-(ar)', { a: '1 added', r: '1 refused invalid' });
      expectObservable(written, '^------!').toBe('-a---c', {
        a: '1 append 8 from 0',
        c: '1 replace 4 from 3000',
      });
    });
  });

  it('a write that fails: the batch is written again when it is not accepted in time', () => {
    inMarbles(({ hot, expectObservable }, scheduler) => {
      let writes = 0;
      const { reports, written } = fed({
        status: hot('s', { s: playing() }),
        asks: hot('-a', asks),
        write: () => of({ ok: writes++ > 0 }),
        scheduler,
      });
      expectObservable(reports, '^ 2100ms !').toBe('-a', { a: '1 added' });
      expectObservable(written, '^ 2100ms !').toBe('-a 1998ms b', {
        a: '1 append 8 from 0',
        b: '1 append 8 from 0',
      });
    });
  });
});

describe('a script of which boots hold a part', () => {
  it('is continued after the last keyframe that they hold, without replacing', () => {
    inMarbles(({ hot, expectObservable }, scheduler) => {
      const held = playing({ playhead: milliseconds(2500), held: 5, free: 59, nextBatch: 42 });
      const { reports, written } = fed({
        status: hot('s--t', { s: held, t: { ...held, nextBatch: 43, held: 17, free: 47 } }),
        asks: hot('-d--b', {
          d: { kind: 'adopt', id: 1, script: everySecond(20), held, isCertain: true } satisfies FeedRequest,
          b: { kind: 'cut', id: 2, cut: cutFrom(9000) } satisfies FeedRequest,
        }),
        write: () => of({ ok: true }),
        scheduler,
        wake: NEVER,
      });
      expectObservable(reports, '^-----!').toBe('-d--b', { d: '1 inForce', b: '1 superseded' });
      expectObservable(written, '^-----!').toBe('-d--b', {
        d: '42 append 12 from 8000',
        b: '43 replace 4 from 9000',
      });
    });
  });

  it('may still be refused later, which is reported for the same request', () => {
    inMarbles(({ hot, expectObservable }, scheduler) => {
      const rules = () => ({ ...allAtOnce, lead: milliseconds(4000) });
      const later = playing({ nextBatch: 2, playhead: milliseconds(2500), held: 2, free: 62 });
      const { reports } = fed({
        status: hot('s-t-r', {
          s: playing(),
          t: later,
          r: { ...later, refusal: 'outOfLimits', refusedBatch: 2 },
        }),
        asks: hot('-a', { a: { kind: 'cut', id: 1, cut: cutFrom(0, 60) } satisfies FeedRequest }),
        write: () => of({ ok: true }),
        rules,
        scheduler,
      });
      expectObservable(reports, '^----!').toBe('-af-r', {
        a: '1 added',
        f: '1 inForce',
        r: '1 refused outOfLimits',
      });
    });
  });
});
