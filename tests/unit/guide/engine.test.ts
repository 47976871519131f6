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

/** A guide that a test runs: each event advances the time and leads to the next state. */
class TickedGuide {
  #now = instant(1000);
  state: GuideState;

  constructor(readonly guide: Guide = flush) {
    this.state = begun(guide, this.#now);
  }

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

describe('a running guide', () => {
  it('continues by itself, phase after phase, to its end', () => {
    const run = new TickedGuide();
    expect(run.index).toBe(0);
    expect(run.wait(15).index).toBe(1);
    expect(run.wait(15).index).toBe(2);
    run.wait(guideLength(flush) - 30);
    expect(run.state).toMatchObject({ kind: 'over', how: 'finished', skipped: [] });
    expect(run.state.spent / 1000).toBeCloseTo(guideLength(flush), 6);
  });

  it('counts its passes', () => {
    const run = new TickedGuide().wait(15);
    const seen = Array.from({ length: 10 }, () => {
      const { pass, way } = viewOf(run.state);
      run.wait(0.8);
      const { way: turned } = viewOf(run.state);
      run.wait(0.7);
      return [pass, way, turned];
    });
    expect(seen).toEqual(Array.from({ length: 10 }, (_, n) => [n + 1, 'forth', 'back']));
    expect(run.index).toBe(2);
  });

  it('does not continue while paused, however long', () => {
    const run = new TickedGuide().wait(20).do('pause');
    run.wait(3).do('tick', 3_600_000);
    expect(run.at).toBeCloseTo(20, 6);
    expect(run.state).toMatchObject({ kind: 'paused', why: 'asked' });
    expect(run.do('resume').wait(2).at).toBeCloseTo(22, 6);
  });

  it('is paused at the same place after the device has slept', () => {
    const run = new TickedGuide().wait(20).do('tick', 60_000);
    expect(run.state).toMatchObject({ kind: 'paused', why: 'asleep' });
    expect(run.at).toBeCloseTo(20, 6);
    expect(run.do('resume').wait(1).at).toBeCloseTo(21, 6);
  });

  it('counts ten seconds without a tick as a busy device, and more as sleep', () => {
    expect(new TickedGuide(guides.cramp).do('tick', 10_000).state.kind).toBe('running');
    expect(new TickedGuide(guides.cramp).do('tick', 10_001).state.kind).toBe('paused');
  });

  it('continues while the device sleeps if it is a walk', () => {
    const run = new TickedGuide(guides.walk).wait(20).do('tick', 60_000);
    expect(run.state.kind).toBe('running');
    expect(run.at).toBeCloseTo(80, 6);
    expect(run.do('tick', 3_600_000).state).toMatchObject({ kind: 'over', how: 'finished' });
  });

  it('goes back to the start of the phase, and from there to the previous phase', () => {
    const run = new TickedGuide().wait(20);
    expect(run.do('back').at).toBeCloseTo(15, 6);
    expect(run.wait(2).do('back').at).toBe(0);
    expect(run.do('back').at).toBe(0);
  });

  it('goes to the next phase, and records work that the user skipped', () => {
    const run = new TickedGuide().do('next');
    expect([run.index, run.state.skipped]).toEqual([1, []]);
    run.do('next');
    expect([run.index, run.state.skipped]).toEqual([2, [1]]);
    run.do('back');
    expect([run.index, run.state.skipped]).toEqual([1, []]);
  });

  it('counts work as done after half its time, because a knot or a cramp may ease early', () => {
    const run = new TickedGuide(guides.spots).do('next').wait(31).do('next');
    expect([run.index, run.state.skipped]).toEqual([2, []]);
    run.do('next').wait(29).do('next');
    expect([run.index, run.state.skipped]).toEqual([4, [3]]);
  });

  it('is over after the last phase, and counts as finished if any work was done', () => {
    const run = new TickedGuide(guides.cramp).do('next').do('next').wait(40).do('next');
    expect(run.state).toMatchObject({ kind: 'over', how: 'finished', skipped: [0, 1] });
    expect(run.do('back').do('resume').state.kind).toBe('over');
    const none = new TickedGuide(guides.cramp).do('next').do('next').do('next');
    expect(none.state).toMatchObject({ kind: 'over', how: 'left', skipped: [0, 1, 2] });
  });
});

describe('a guide that ends with a rest', () => {
  it('counts as left if all work was skipped and the rest ran out, as if the rest was skipped too', () => {
    const skipping = () => {
      const run = new TickedGuide(guides['vibration-plate']);
      for (let n = guides['vibration-plate'].phases.length; n > 1; n--) run.do('next');
      return run;
    };
    expect(skipping().do('next').state).toMatchObject({ kind: 'over', how: 'left' });
    expect(skipping().wait(3600).state).toMatchObject({ kind: 'over', how: 'left' });
  });
});

describe('the record of a guide', () => {
  it('does not exist while the guide runs', () => expect(recordOf(new TickedGuide().state)).toBeNull());

  it('names the muscles that were worked on, and how long it took', () => {
    const run = new TickedGuide().wait(31).do('leave');
    expect(recordOf(run.state)).toEqual({
      guide: 'roller-flush',
      how: 'left',
      spent: 31,
      planned: guideLength(flush),
      skipped: 0,
      muscles: ['quadriceps'],
    });
  });

  it('leaves out muscles that were skipped on both legs', () => {
    const run = new TickedGuide().do('next').do('next').do('next').do('next').wait(125);
    expect(run.state).toMatchObject({ kind: 'over', how: 'finished' });
    expect(recordOf(run.state)).toMatchObject({ skipped: 2, muscles: ['hamstrings', 'calves'] });
  });
});

const anyEvent = fc.record({
  kind: fc.constantFrom<GuideEvent['kind'][]>('tick', 'pause', 'resume', 'back', 'next', 'leave'),
  after: fc.oneof(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 10_001, max: 5_000_000 })),
});

describe('after any events', () => {
  it('a guide is at a place within its length, has run no longer than time has passed, and once over stays over', () => {
    fc.assert(
      fc.property(fc.constantFrom(...guideIds), fc.array(anyEvent, { maxLength: 60 }), (id, events) => {
        const guide = guides[id];
        const run = new TickedGuide(guide);
        let passedMs = 0;
        let over: GuideState | null = null;
        for (const { kind, after } of events) {
          passedMs += after;
          run.do(kind, after);
          const { at, spent, skipped } = run.state;
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(guideLength(guide) * 1000 + 1e-6);
          expect(spent).toBeLessThanOrEqual(passedMs);
          expect(new Set(skipped).size).toBe(skipped.length);
          const view = viewOf(run.state);
          expect(view.pass).toBeGreaterThanOrEqual(1);
          expect(view.pass).toBeLessThanOrEqual(view.phase.passes);
          expect(view.left + run.at).toBeCloseTo(guideLength(guide), 6);
          if (over !== null) expect(run.state).toEqual(over);
          if (run.state.kind === 'over') over = run.state;
        }
      }),
    );
  });

  it('one long tick and many short ones lead to the same place', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 10 }), (gaps) => {
        const many = new TickedGuide();
        for (const gap of gaps) many.do('tick', gap);
        const one = new TickedGuide().do(
          'tick',
          gaps.reduce((sum, gap) => sum + gap, 0),
        );
        expect(many.state.at).toBeCloseTo(one.state.at, 6);
      }),
    );
  });

  it('the phases of a guide follow one another without gaps', () => {
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
