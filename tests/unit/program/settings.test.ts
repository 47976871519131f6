import { describe, expect, it } from 'vitest';
import { litresPerMinute, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { programs } from '../../../src/program/presets.ts';
import { asMeant } from '../../../src/program/program.ts';
import { validate } from '../../../src/program/settings.ts';
import { bootsOf } from './boots.ts';

const settings = (intensity: number, minutes: number) => ({
  ...asMeant(postMarathon),
  intensity: mmhg(intensity),
  minutes,
});
const places = (problems: ReturnType<typeof validate>): readonly string[] =>
  problems.map(({ place }) => place);

describe('what a person may set', () => {
  it('takes every preset as it comes, on every layout', () => {
    for (const program of programs) {
      for (let zones = 3; zones <= 8; zones++) {
        const own = { ...asMeant(program), confirmed: program.peak > 80 };
        expect(validate(own, bootsOf(zones))).toEqual([]);
      }
    }
  });

  it.each([
    [15, 1],
    [80, 60],
  ])('takes the ends of the ranges: %i mmHg, %i min', (intensity, minutes) => {
    expect(validate(settings(intensity, minutes), bootsOf(5))).toEqual([]);
  });

  it.each([14.5, 80.5, Number.NaN, Number.POSITIVE_INFINITY, -1])(
    'refuses an intensity of %d',
    (intensity) => {
      expect(places(validate(settings(intensity, 20), bootsOf(5)))).toEqual(['intensity']);
    },
  );

  it.each([0.5, 61, Number.NaN])('refuses %d minutes', (minutes) => {
    expect(places(validate(settings(55, minutes), bootsOf(5)))).toEqual(['minutes']);
  });

  it('says every problem at once, each with what to do', () => {
    const boots = { ...bootsOf(5), parts: [], sides: [], pumpFlow: litresPerMinute(1) };
    const problems = validate(settings(200, 0), boots);
    expect(places(problems)).toEqual(['intensity', 'minutes', 'boots', 'boots', 'boots']);
    expect(problems.every(({ reason, suggestion }) => reason.endsWith('.') && suggestion.endsWith('.'))).toBe(
      true,
    );
  });

  it('keeps to what weaker boots take', () => {
    const boots = { ...bootsOf(5), highestTarget: mmhg(60), longestSession: seconds(1200) };
    const problems = validate(settings(61, 21), boots);
    expect(places(problems)).toEqual(['intensity', 'minutes']);
    expect(problems[0]?.reason).toContain('60 mmHg');
    expect(problems[1]?.reason).toContain('20 minutes');
  });
});
