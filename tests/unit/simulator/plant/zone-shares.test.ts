import { describe, expect, it } from 'vitest';
import { defaultParameters } from '../../../../src/simulator/plant/parameters.ts';
import { distributeOverZones } from '../../../../src/simulator/plant/zone-shares.ts';

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const { slackVolumes, stiffnessVolumes } = defaultParameters;

describe('a leg distributed over its zones', () => {
  it.each([3, 4, 5, 6, 7, 8])('keeps its total volume with %i zones', (zones) => {
    expect(distributeOverZones(slackVolumes, zones)).toHaveLength(zones);
    expect(sum(distributeOverZones(slackVolumes, zones))).toBeCloseTo(4.7, 9);
    expect(sum(distributeOverZones(stiffnessVolumes, zones))).toBeCloseTo(1.22, 9);
  });

  it('has the volumes of the table with five zones', () => {
    for (const [zone, volume] of distributeOverZones(slackVolumes, 5).entries())
      expect(volume).toBeCloseTo(slackVolumes[zone] ?? Number.NaN, 9);
  });

  it.each([
    { columns: slackVolumes, zones: 3, expected: [1.07, 1.5, 2.13], digits: 2 },
    { columns: stiffnessVolumes, zones: 3, expected: [0.28, 0.4, 0.54], digits: 2 },
    {
      columns: slackVolumes,
      zones: 8,
      expected: [0.375, 0.4, 0.438, 0.537, 0.588, 0.688, 0.8, 0.875],
      digits: 2.9,
    },
  ])('gives $expected with $zones zones', ({ columns, zones, expected, digits }) => {
    for (const [zone, amount] of distributeOverZones(columns, zones).entries())
      expect(amount).toBeCloseTo(expected[zone] ?? Number.NaN, digits);
  });

  it.each([2, 9, 4.5])('cannot have %d zones', (zones) => {
    expect(() => distributeOverZones(slackVolumes, zones)).toThrow(RangeError);
  });
});
