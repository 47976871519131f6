import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Figures, guideAt, guideWith, lengthsOf, pathOf } from '../../../src/guide/address.ts';
import {
  type GuideId,
  guideIds,
  guideLength,
  muscles,
  phaseLength,
  questions,
} from '../../../src/guide/guide.ts';
import { guides } from '../../../src/guide/guides.ts';

const whole = (min: number, max: number) => fc.integer({ min, max });
const anyFigures: fc.Arbitrary<Figures> = fc.record(
  {
    minutes: whole(1, 60),
    passes: whole(1, 20),
    spot: whole(5, 60),
    on: whole(10, 60),
    rest: whole(30, 300),
    breaths: whole(3, 10),
    muscles: fc.uniqueArray(fc.constantFrom(...muscles), { minLength: 1 }),
    ask: fc.constantFrom(...questions),
    step: fc.stringMatching(/^[\w-]{1,60}$/),
  },
  { requiredKeys: [] },
);

describe('the address of a guide', () => {
  it.each(guideIds)('with only %s is the guide as in the list', (id) => {
    expect(guideAt([id])).toEqual({ guide: guides[id], step: null });
  });

  it('is read back as it was written, whatever its values', () => {
    fc.assert(
      fc.property(fc.constantFrom(...guideIds), anyFigures, (id, figures) => {
        expect(guideAt(pathOf(id, figures))).toEqual({
          guide: guideWith(id, figures),
          step: figures.step ?? null,
        });
      }),
    );
  });

  it('leads to no guide that breaks a limit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...guideIds), anyFigures, (id, figures) => {
        const guide = guideWith(id, figures);
        expect(guide.phases.length).toBeGreaterThan(0);
        for (const phase of guide.phases) {
          expect(phase.passes).toBeGreaterThanOrEqual(1);
          expect(phaseLength(phase)).toBeGreaterThan(0);
          if (phase.cue === 'spot-press' || phase.cue === 'plate-on')
            expect(phaseLength(phase)).toBeLessThanOrEqual(60);
        }
        if (id === 'vibration-plate') expect(guideLength(guide)).toBeLessThanOrEqual(10 * 60 + 20 + 0);
        expect(guideLength(guide)).toBeLessThanOrEqual(70 * 60);
      }),
    );
  });

  it.each([
    [[]],
    [['roll']],
    [['toString']],
    [['walk', 'minutes=0']],
    [['walk', 'minutes=61']],
    [['walk', 'minutes=1e1']],
    [['walk', 'minutes=-5']],
    [['walk', 'minutes=']],
    [['walk', 'toString=1']],
    [['spots', 'spot=61']],
    [['by-hand', 'muscles=calves,heart']],
    [['by-hand', 'muscles=calves,calves']],
    [['by-hand', 'muscles=']],
    [['by-hand', 'ask=anything']],
    [['by-hand', 'step=<b>']],
    [['by-hand', 'nonsense']],
  ])('%j names no guide', (path) => {
    expect(guideAt(path)).toBeNull();
  });

  it('has lengths to choose from, the default among them, and each guide lasts as long as its length says', () => {
    for (const id of guideIds)
      for (const minutes of lengthsOf[id] ?? []) {
        const length = guideLength(guideWith(id, { minutes }));
        expect(length).toBeLessThanOrEqual(minutes * 60);
        expect(length).toBeGreaterThan(minutes * 60 * 0.85);
        expect(guideAt(pathOf(id, { minutes }))).not.toBeNull();
      }
    for (const id of Object.keys(lengthsOf) as GuideId[])
      expect(
        lengthsOf[id]?.some((minutes) => guideLength(guideWith(id, { minutes })) === guideLength(guides[id])),
      ).toBe(true);
  });

  it('keeps the question that the guide always asks', () => {
    expect(guideAt(['cramp', 'ask=after-ultra'])?.guide.askFirst).toBe('one-calf');
    expect(guideAt(['by-hand', 'ask=after-ultra'])?.guide.askFirst).toBe('after-ultra');
  });

  it('can be any text without an exception', () => {
    fc.assert(fc.property(fc.array(fc.string()), (path) => void guideAt(path)));
    expect(guideAt(['walk', '=', '=='])).toBeNull();
  });
});
