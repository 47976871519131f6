import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { TraceSample } from '../../../../src/session/view.ts';
import { columnsOf } from '../../../../src/ui/trace/columns.ts';

const sample = (
  at: number,
  pressure: number | null,
  target: TraceSample['targets'][number],
): TraceSample => ({
  at: seconds(at),
  side: 'left',
  pressures: [pressure === null ? null : mmhg(pressure)],
  targets: [target],
});

describe('the columns of the trace', () => {
  it('count back from the newest sample', () => {
    const [times, measured, asked] = columnsOf([sample(1, 10, mmhg(18)), sample(3, 20, mmhg(55))], 1, 0.2);
    expect(times).toEqual([-2, 0]);
    expect(measured).toEqual([10, 20]);
    expect(asked).toEqual([18, 55]);
  });

  it('have gaps for unknown pressures and for targets without a pressure', () => {
    const [, measured, asked] = columnsOf([sample(0, null, 'vent'), sample(1, 5, 'seal')], 1, 0.2);
    expect(measured).toEqual([null, 5]);
    expect(asked).toEqual([null, null]);
  });

  it('have strictly rising times, evenly spaced, that end with the newest sample', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 1, maxLength: 80 }),
        (steps) => {
          let at = 0;
          const samples = steps.map((step) => {
            at += step;
            return sample(at, 1, mmhg(1));
          });
          const [times] = columnsOf(samples, 1, 0.24);
          expect(times.at(-1)).toBe(0);
          for (let i = 1; i < times.length - 1; i++) {
            expect((times[i] ?? 0) - (times[i - 1] ?? 0)).toBeGreaterThanOrEqual(0.24 - 1e-9);
          }
          for (let i = 1; i < times.length; i++) expect(times[i]).toBeGreaterThan(times[i - 1] ?? 0);
        },
      ),
    );
  });

  it('are empty without samples', () => {
    expect(columnsOf([], 2, 0.2)).toEqual([[], [], [], [], []]);
  });
});
