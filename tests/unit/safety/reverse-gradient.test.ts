import { describe, expect, it } from 'vitest';
import { asPredicted, reverseGradientZone } from '../../../src/safety/reverse-gradient.ts';

const measured = (...leg: readonly (number | null)[]) => reverseGradientZone(leg);
const predicted = (...leg: readonly (number | null)[]) => reverseGradientZone(leg, () => true, asPredicted);

describe('a reverse gradient as measured', () => {
  it.each([
    { step: 10, found: null },
    { step: 10.5, found: 4 },
  ])('is a zone more than 10 mmHg above the next one: $step', ({ step, found }) => {
    // The knee counts as switched off. Otherwise its 21 mmHg would support the thigh.
    expect(reverseGradientZone([0, 0, 0, 21, 21 + step], (zone) => zone < 3)).toBe(found);
  });

  it.each([
    { pressure: 30, found: null },
    { pressure: 30.5, found: 4 },
  ])('exists only above 30 mmHg: $pressure', ({ pressure, found }) => {
    expect(measured(4, 4, 4, 4, pressure)).toBe(found);
  });

  it.each([
    { support: 25, found: null },
    { support: 24.5, found: 3 },
  ])(
    'does not exist if the zone below the highest holds half of it: $support of 50',
    ({ support, found }) => {
      expect(measured(4, 4, support, 50, 20)).toBe(found);
    },
  );

  it('is reported with its most distal zone, and depends on the support of the highest zone', () => {
    expect(measured(4, 35, 4, 4, 60)).toBe(1);
    expect(measured(4, 60, 30, 4, 55)).toBe(1);
    expect(measured(4, 35, 35, 60, 4)).toBeNull();
  });

  it('does not exist if the highest zone is the foot', () => {
    expect(measured(60, 4, 4, 4, 4)).toBeNull();
    // Here the calf stands above the ankle, and the highest zone is the foot, which no zone can support.
    expect(measured(60, 4, 40, 4, 4)).toBe(2);
  });

  it('takes the first of two that are equally high as the highest', () => {
    // Ankle and thigh are equally high. Nothing supports the ankle; the knee would support the thigh.
    expect(measured(4, 50, 20, 40, 50)).toBe(1);
    expect(measured(30, 50, 4, 4, 50)).toBeNull();
  });

  it('ignores zones whose pressure is not known, and never counts one as support', () => {
    expect(measured(4, null, null, null, 50)).toBe(4);
    expect(measured(4, 30, null, null, 50)).toBeNull();
    expect(measured(null, null, null, null, 50)).toBeNull();
    expect(measured()).toBeNull();
  });

  it('is not supported by a zone that is switched off: the next one that is on counts', () => {
    const on = (zone: number): boolean => zone !== 2;
    expect(reverseGradientZone([4, 30, 4, 55, 4], on)).toBeNull();
    expect(reverseGradientZone([4, 4, 28, 55, 4], on)).toBe(3);
    expect(reverseGradientZone([4, 4, 28, 55, 4])).toBeNull();
    expect(reverseGradientZone([4, 4, 4, 55, 4], () => false)).toBe(3);
  });
});

describe('a reverse gradient as predicted', () => {
  it.each([
    { pressure: 28, found: null },
    { pressure: 28.5, found: 4 },
  ])('exists already above 28 mmHg: $pressure', ({ pressure, found }) => {
    expect(predicted(4, 4, 4, 4, pressure)).toBe(found);
  });

  it.each([
    { step: 6, found: null },
    { step: 6.5, found: 2 },
  ])('is already a zone more than 6 mmHg above the next one: $step', ({ step, found }) => {
    const on = (zone: number): boolean => zone === 2;
    expect(reverseGradientZone([26, 26, 26 + step, 4, 4], on, asPredicted)).toBe(found);
  });

  it.each([
    { below: 4, found: 1 },
    { below: 4.5, found: null },
  ])('may have its highest zone in any zone within 4 mmHg of the highest: $below', ({ below, found }) => {
    // The thigh is the highest, supported by the knee. But the ankle, which nothing supports, may turn out to be as high.
    expect(predicted(4, 60 - below, 20, 40, 60)).toBe(found);
  });

  it('has a single highest zone if no other comes near', () => {
    expect(predicted(4, 40, 45, 50, 60)).toBeNull();
    expect(predicted(null, 55.5, 20, 40, 60)).toBeNull();
    expect(predicted(null, 56, 20, 40, 60)).toBe(3);
  });
});
