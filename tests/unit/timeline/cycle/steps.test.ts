import { describe, expect, it } from 'vitest';
import { zoneLayouts } from '../../../../firmware-protocol/zones.ts';
import { stepsOf } from '../../../../src/timeline/cycle/steps.ts';

const steps = (zones: number) => {
  const parts = zoneLayouts[zones] ?? [];
  return stepsOf(
    [...parts.keys()].map((zone) => [zone]),
    parts,
    5,
  ).map((step) => step.flat().map((zone) => parts[zone]));
};

describe('steps of a wave', () => {
  it.each([3, 4, 5])('has a step for each of %i zones', (zones) => {
    expect(steps(zones)).toEqual((zoneLayouts[zones] ?? []).map((part) => [part]));
  });

  it('pairs zones of one muscle first, from the hip down', () => {
    expect(steps(6)).toEqual([['foot'], ['ankle'], ['calf'], ['knee'], ['lower thigh', 'upper thigh']]);
    expect(steps(7)).toEqual([
      ['foot'],
      ['ankle'],
      ['lower calf', 'upper calf'],
      ['knee'],
      ['lower thigh', 'upper thigh'],
    ]);
    expect(steps(8)).toEqual([
      ['foot'],
      ['ankle'],
      ['lower calf', 'upper calf'],
      ['knee', 'lower thigh'],
      ['mid thigh', 'upper thigh'],
    ]);
  });

  it('keeps zones on one valve in one step', () => {
    const parts = zoneLayouts[7] ?? [];
    const groups = [[0, 1], [2, 3], [4, 5], [6]];
    expect(stepsOf(groups, parts, 5)).toEqual(groups.map((group) => [group]));
    expect(stepsOf(groups, parts, 3)).toEqual([[[0, 1]], [[2, 3]], [[4, 5], [6]]]);
  });

  it('joins three or more zones where there are few steps', () => {
    const parts = zoneLayouts[8] ?? [];
    const zones = [...parts.keys()].map((zone) => [zone]);
    for (const most of [1, 2, 3]) {
      const found = stepsOf(zones, parts, most);
      expect(found).toHaveLength(most);
      expect(found.flat(2)).toEqual([...parts.keys()]);
    }
  });
});
