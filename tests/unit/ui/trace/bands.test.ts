import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { bandsOf, inBands, roundFull } from '../../../../src/ui/trace/bands.ts';

describe('the bands of a trace', () => {
  it('begin with the foot, and have no gap for a zone that is switched off', () => {
    expect(bandsOf([true, false, true])).toEqual([0, null, 1]);
  });

  it('hold every pressure within the band of its zone', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 200, noNaN: true })), (pressures) => {
        const columns = inBands(
          [pressures.map((_, i) => i), pressures, pressures, pressures, pressures],
          [1, 0],
          mmhg(60),
        );
        for (const [i, band] of [
          [1, 1],
          [2, 0],
          [3, 1],
          [4, 0],
        ] as const) {
          for (const height of columns[i] ?? []) {
            expect(height).toBeGreaterThanOrEqual(band);
            expect(height).toBeLessThan(band + 1);
          }
        }
      }),
    );
  });

  it('scale the pressures, keep gaps, and leave out zones that are switched off', () => {
    const [, measured, off, asked] = inBands(
      [
        [0, 1, 2],
        [0, 30, null],
        [10, 10, 10],
        [null, 60, 60],
        [1, 1, 1],
      ],
      [0, null],
      mmhg(60),
    );
    expect(measured).toEqual([0, 0.44, null]);
    expect(off).toEqual([null, null, null]);
    expect(asked).toEqual([null, 0.88, 0.88]);
  });

  it('have a round scale that reaches at least the given pressure', () => {
    expect([mmhg(36), mmhg(60), mmhg(60.5)].map(roundFull)).toEqual([40, 60, 70]);
  });
});
