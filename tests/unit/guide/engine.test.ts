/** The engine of the guides: what each event does, and what holds whatever happens. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, later, milliseconds } from '../../../firmware-protocol/quantities.ts';
import { begun, type GuideEvent, type GuideState, guideAfter } from '../../../src/guide/engine.ts';
import { type Guide, guideIds, guideLength } from '../../../src/guide/guide.ts';
import { guides } from '../../../src/guide/guides.ts';
import { placeAt, startOf } from '../../../src/guide/place.ts';
import { recordOf } from '../../../src/guide/record.ts';
import { viewOf } from '../../../src/guide/view.ts';

const flush = guides['roller-flush'];

/** A state, and a time of its own that events move on. */
class Led {
  #now = instant(1000);
  state: GuideState;

  constructor(readonly guide: Guide = flush) {
    this.state = begun(guide, this.#now);
  }

  /** Ticks for that long, ten times a second. */
  wait(seconds: number): this {
    for (let tick = 0; tick < Math.round(seconds * 10); tick++) this.do('tick', 100);
    return this;
  }

  do(kind: GuideEvent['kind'], after = 0): this {
    this.#now = later(this.#now, milliseconds(after));
    this.state = guideAfter(this.state, { kind, now: this.#now });
    return this;
  }

  get at(): number {
    return this.state.at / 1000;
  }

  get index(): number {
    return placeAt(this.guide, this.state.at).index;
  }
}

describe('a guide under way', () => {
  it('goes on by itself, phase after phase, to its end', () => {
    const led = new Led();
    expect(led.index).toBe(0);
    expect(led.wait(15).index).toBe(1);
    expect(led.wait(15).index).toBe(2);
    led.wait(guideLength(flush) - 30);
    expect(led.state).toMatchObject({ kind: 'over', how: 'finished', skipped: [] });
    expect(led.state.spent / 1000).toBeCloseTo(guideLength(flush), 6);
  });

  it('counts its passes', () => {
    const led = new Led().wait(15);
    const seen = Array.from({ length: 10 }, () => {
      const { pass, way } = viewOf(led.state);
      led.wait(0.8);
      const { way: turned } = viewOf(led.state);
      led.wait(0.7);
      return [pass, way, turned];
    });
    expect(seen).toEqual(Array.from({ length: 10 }, (_, n) => [n + 1, 'forth', 'back']));
    expect(led.index).toBe(2);
  });

  it('stands still while paused, however long', () => {
    const led = new Led().wait(20).do('pause');
    led.wait(3).do('tick', 3_600_000);
    expect(led.at).toBeCloseTo(20, 6);
    expect(led.state).toMatchObject({ kind: 'paused', why: 'asked' });
    expect(led.do('resume').wait(2).at).toBeCloseTo(22, 6);
  });

  it('is paused where it was after the device has slept', () => {
    const led = new Led().wait(20).do('tick', 60_000);
    expect(led.state).toMatchObject({ kind: 'paused', why: 'asleep' });
    expect(led.at).toBeCloseTo(20, 6);
    expect(led.do('resume').wait(1).at).toBeCloseTo(21, 6);
  });

  it('takes ten seconds without a tick for a busy device, and more for one that slept', () => {
    expect(new Led(guides.cramp).do('tick', 10_000).state.kind).toBe('running');
    expect(new Led(guides.cramp).do('tick', 10_001).state.kind).toBe('paused');
  });

  it('goes on while the device sleeps, if it is a walk', () => {
    const led = new Led(guides.walk).wait(20).do('tick', 60_000);
    expect(led.state.kind).toBe('running');
    expect(led.at).toBeCloseTo(80, 6);
    expect(led.do('tick', 3_600_000).state).toMatchObject({ kind: 'over', how: 'finished' });
  });

  it('begins a phase again when going back from within, and goes to the one before at its start', () => {
    const led = new Led().wait(20);
    expect(led.do('back').at).toBeCloseTo(15, 6);
    expect(led.wait(2).do('back').at).toBe(0);
    expect(led.do('back').at).toBe(0);
  });

  it('goes on to the next phase, and records work that was skipped', () => {
    const led = new Led().do('next');
    expect([led.index, led.state.skipped]).toEqual([1, []]);
    led.do('next');
    expect([led.index, led.state.skipped]).toEqual([2, [1]]);
    led.do('back');
    expect([led.index, led.state.skipped]).toEqual([1, []]);
  });

  it('counts work as done from half its time: a knot or a cramp may ease before the end', () => {
    const led = new Led(guides.spots).do('next').wait(31).do('next');
    expect([led.index, led.state.skipped]).toEqual([2, []]);
    led.do('next').wait(29).do('next');
    expect([led.index, led.state.skipped]).toEqual([4, [3]]);
  });

  it('is over after the last phase, finished if any of it was done', () => {
    const led = new Led(guides.cramp).do('next').do('next').wait(40).do('next');
    expect(led.state).toMatchObject({ kind: 'over', how: 'finished', skipped: [0, 1] });
    expect(led.do('back').do('resume').state.kind).toBe('over');
    const none = new Led(guides.cramp).do('next').do('next').do('next');
    expect(none.state).toMatchObject({ kind: 'over', how: 'left', skipped: [0, 1, 2] });
  });
});

describe('what a guide leaves behind', () => {
  it('is nothing while it is under way', () => expect(recordOf(new Led().state)).toBeNull());

  it('names the muscles that were worked on, and the time it took', () => {
    const led = new Led().wait(31).do('leave');
    expect(recordOf(led.state)).toEqual({
      guide: 'roller-flush',
      how: 'left',
      spent: 31,
      planned: guideLength(flush),
      skipped: 0,
      muscles: ['quadriceps'],
    });
  });

  it('leaves out muscles that were skipped on both legs', () => {
    const led = new Led().do('next').do('next').do('next').do('next').wait(125);
    expect(led.state).toMatchObject({ kind: 'over', how: 'finished' });
    expect(recordOf(led.state)).toMatchObject({ skipped: 2, muscles: ['hamstrings', 'calves'] });
  });
});

const anyEvent = fc.record({
  kind: fc.constantFrom<GuideEvent['kind'][]>('tick', 'pause', 'resume', 'back', 'next', 'leave'),
  after: fc.oneof(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 10_001, max: 5_000_000 })),
});

describe('whatever happens', () => {
  it('a guide stays inside itself, leads no longer than time has passed, and once over stays over', () => {
    fc.assert(
      fc.property(fc.constantFrom(...guideIds), fc.array(anyEvent, { maxLength: 60 }), (id, events) => {
        const guide = guides[id];
        const led = new Led(guide);
        let passedMs = 0;
        let over: GuideState | null = null;
        for (const { kind, after } of events) {
          passedMs += after;
          led.do(kind, after);
          const { at, spent, skipped } = led.state;
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(guideLength(guide) * 1000 + 1e-6);
          expect(spent).toBeLessThanOrEqual(passedMs);
          expect(new Set(skipped).size).toBe(skipped.length);
          const view = viewOf(led.state);
          expect(view.pass).toBeGreaterThanOrEqual(1);
          expect(view.pass).toBeLessThanOrEqual(view.phase.passes);
          expect(view.left + led.at).toBeCloseTo(guideLength(guide), 6);
          if (over !== null) expect(led.state).toEqual(over);
          if (led.state.kind === 'over') over = led.state;
        }
      }),
    );
  });

  it('one long tick and many short ones lead to the same place', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 10 }), (gaps) => {
        const many = new Led();
        for (const gap of gaps) many.do('tick', gap);
        const one = new Led().do(
          'tick',
          gaps.reduce((sum, gap) => sum + gap, 0),
        );
        expect(many.state.at).toBeCloseTo(one.state.at, 6);
      }),
    );
  });

  it('places follow one another without gaps', () => {
    for (const id of guideIds) {
      const guide = guides[id];
      for (const index of guide.phases.keys()) {
        const start = startOf(guide, index);
        expect(placeAt(guide, start)).toMatchObject({ index, since: 0 });
        if (index > 0) expect(placeAt(guide, milliseconds(start - 1)).index).toBe(index - 1);
      }
    }
  });
});
