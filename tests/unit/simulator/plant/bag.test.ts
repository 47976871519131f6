import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BagCurve, bagPressure, bagSlope } from '../../../../src/simulator/plant/bag.ts';

const calf = { slackVolume: 0.9, stiffnessVolume: 0.25, slackPressure: 2, stretchPressure: 10 };

/** The inverse of `bagPressure`: the volume of a bag at `pressure` mmHg, L. */
function bagVolume(bag: BagCurve, pressure: number): number {
  const stretching = pressure - bag.slackPressure;
  return stretching < 0
    ? (bag.slackVolume * pressure) / bag.slackPressure
    : bag.slackVolume + bag.stiffnessVolume * Math.log1p(stretching / bag.stretchPressure);
}

describe('the bag', () => {
  it('of a calf holds 1.44 L at 80 mmHg', () => {
    expect(bagVolume(calf, 80)).toBeCloseTo(1.44, 2);
    expect(bagPressure(calf, bagVolume(calf, 80))).toBeCloseTo(80, 9);
  });

  it('has exactly one volume for each pressure', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 300, noNaN: true }), (pressure) => {
        expect(bagPressure(calf, bagVolume(calf, pressure))).toBeCloseTo(pressure, 6);
      }),
    );
  });

  it('stiffens as it fills, with the slope that `bagSlope` returns', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1.8, noNaN: true }), (volume) => {
        fc.pre(Math.abs(volume - calf.slackVolume) > 1e-3);
        const pressure = bagPressure(calf, volume);
        const measured = (bagPressure(calf, volume + 1e-6) - bagPressure(calf, volume - 1e-6)) / 2e-6;
        const slope = bagSlope(calf, volume, pressure);
        expect(slope).toBeGreaterThan(0);
        expect(measured / slope).toBeCloseTo(1, 3);
      }),
    );
  });

  it('has almost no pressure while it is slack', () => {
    expect(bagPressure(calf, 0)).toBe(0);
    expect(bagPressure(calf, 0.9)).toBeCloseTo(2, 9);
  });
});
