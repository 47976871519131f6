import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thinned } from '../../../../src/timeline/preview/thinned.ts';

const curve = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.double({ min: 0, max: 100, noNaN: true })), {
    minLength: 2,
    maxLength: 60,
  })
  .map((steps) => {
    let at = 0;
    return steps.map(([passed, pressure]) => {
      at += passed;
      return { at, pressure };
    });
  });

test('passes every point within the tolerance, from the first to the last', () => {
  fc.assert(
    fc.property(curve, fc.double({ min: 0.01, max: 20, noNaN: true }), (points, tolerance) => {
      const kept = thinned(points, tolerance);
      expect(kept[0]).toBe(points[0]);
      expect(kept.at(-1)).toBe(points.at(-1));
      for (const { at, pressure } of points) {
        const after = kept.findIndex((point) => point.at >= at);
        const next = kept[after];
        const before = kept[Math.max(0, after - 1)];
        if (!next || !before) throw new Error('a point lies outside the curve');
        const share = next.at === before.at ? 1 : (at - before.at) / (next.at - before.at);
        const drawn = before.pressure + share * (next.pressure - before.pressure);
        expect(Math.abs(drawn - pressure)).toBeLessThanOrEqual(tolerance + 1e-9);
      }
    }),
  );
});

test('a straight line needs two points, and a jump keeps both of its ends', () => {
  const line = [0, 1, 2, 3, 4].map((at) => ({ at, pressure: 2 * at }));
  expect(thinned(line, 0.1)).toHaveLength(2);
  const step = [
    { at: 0, pressure: 0 },
    { at: 1, pressure: 0 },
    { at: 1, pressure: 50 },
    { at: 2, pressure: 50 },
  ];
  expect(thinned(step, 0.1)).toEqual(step);
  expect(thinned([], 1)).toEqual([]);
});
