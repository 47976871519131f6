import { describe, expect, it } from 'vitest';
import { zoneLayouts } from '../../../firmware-protocol/zones.ts';
import { stepsOf } from '../../../src/timeline/steps.ts';

const steps = (zones: number) => {
  const parts = zoneLayouts[zones] ?? [];
  return stepsOf([...parts.keys()], parts, 5).map((step) => step.map((zone) => parts[zone]));
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
});
