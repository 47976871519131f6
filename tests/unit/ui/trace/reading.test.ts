import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import type { TraceSample } from '../../../../src/session/view.ts';
import { sampleAt } from '../../../../src/ui/trace/reading.ts';

const at = (time: number): TraceSample => ({ at: seconds(time), side: 'left', pressures: [], targets: [] });

describe('reading a trace', () => {
  it('finds the nearest sample, whatever the spacing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (steps, share) => {
          let time = 0;
          const samples = steps.map((step) => {
            time += step;
            return at(time);
          });
          const [first] = samples;
          const before = (time - (first?.at ?? 0)) * share;
          const wanted = time - before;
          const found = sampleAt(samples, seconds(before));
          const nearest = Math.min(...samples.map((each) => Math.abs(each.at - wanted)));
          expect(Math.abs((found?.at ?? Number.NaN) - wanted)).toBeCloseTo(nearest, 9);
        },
      ),
    );
  });

  it('finds nothing if nothing was measured', () => {
    expect(sampleAt([], seconds(0))).toBe(null);
    expect(sampleAt([at(0), at(10)], seconds(5))).toBe(null);
    expect(sampleAt([at(0), at(10)], seconds(30))).toBe(null);
  });
});
