import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { type Clamped, clampIntensity, clampMinutes, clampZone } from '../../../src/program/clamp.ts';
import { muscleFlush } from '../../../src/program/patterns/muscle-flush.ts';
import { strong } from '../../../src/program/presets/strong.ts';
import { asProgrammed, type Settings, startingSettings } from '../../../src/program/program.ts';
import { ranges } from '../../../src/program/ranges.ts';
import { validate as problemsOf } from '../../../src/program/settings.ts';
import { randomSession } from '../../scenario/sweep/random-session.ts';
import { inWords } from '../in-words.ts';
import { anyBoots, bootsOf } from './boots.ts';

const validate = (...asked: Parameters<typeof problemsOf>) => inWords(problemsOf(...asked));

const sentenceOf = ({ problem }: Clamped<unknown>) => (problem === null ? undefined : inWords([problem])[0]);

const gently: Settings = { ...startingSettings(strong), intensity: mmhg(60) };
const confirmed: Settings = { ...gently, confirmed: true };
const weak = {
  ...bootsOf(5),
  highestTarget: mmhg(60),
  highestConfirmed: mmhg(60),
  longestSession: seconds(900),
};

describe('an intensity', () => {
  it.each([
    ['stays what it is', 70, gently, bootsOf(5), 70, null],
    ['stops at 80 mmHg until more is confirmed', 90, gently, bootsOf(5), 80, /must confirm more than 80/],
    ['stops there without boots too', 90, gently, null, 80, /must confirm more than 80/],
    ['goes to 100 once it is', 120, confirmed, bootsOf(5), 100, /no higher than 100/],
    ['stops at what weaker boots take', 70, gently, weak, 60, /no higher than 60/],
    ['stops there also when more is confirmed', 70, confirmed, weak, 60, /no higher than 60/],
    [
      'stops at 30 mmHg if the program leaves parts open below',
      50,
      startingSettings(muscleFlush),
      null,
      30,
      /no higher than 30/,
    ],
    ['is no less than can be felt', 3, gently, bootsOf(5), 15, /too light/],
    ['is the least when it is not a number', Number.NaN, gently, bootsOf(5), 15, /./],
  ] as const)('%s', (_, requested, settings, boots, value, reason) => {
    const clamped = clampIntensity(mmhg(requested), settings, boots);
    expect(clamped.value).toBe(value);
    if (reason === null) expect(clamped.problem).toBeNull();
    else {
      expect(sentenceOf(clamped)?.reason).toMatch(reason);
      expect(sentenceOf(clamped)?.suggestion).toBe(`It is set to ${value} mmHg.`);
    }
  });
});

describe('minutes', () => {
  it.each([
    ['stay what they are', 60, gently, null, 60, null],
    ['end at an hour', 61, gently, null, 60, /lasts 60 minutes at most/],
    ['end at 20 above 80 mmHg', 30, confirmed, bootsOf(5), 20, /above 80 mmHg lasts 20 minutes/],
    ['end with what the boots take', 30, gently, weak, 15, /on these boots lasts 15 minutes/],
    ['are one at least', 0, gently, null, 1, /too short/],
  ] as const)('%s', (_, requested, settings, boots, value, reason) => {
    const clamped = clampMinutes(requested, settings, boots);
    expect(clamped.value).toBe(value);
    if (reason === null) expect(clamped.problem).toBeNull();
    else expect(sentenceOf(clamped)?.reason).toMatch(reason);
  });
});

describe('the settings of a zone', () => {
  it('are returned unchanged if they are possible', () => {
    const requested = { ...asProgrammed, trim: mmhg(-20) };
    expect(clampZone(requested)).toEqual({ value: requested, problem: null });
    expect(clampZone(requested).value).toBe(requested);
  });

  it('are clamped, each figure with its own reason', () => {
    const boost = { pressure: mmhg(25), hold: seconds(30) };
    expect(clampZone({ on: false, trim: mmhg(-30), boost })).toMatchObject({
      value: { on: false, trim: -20, boost: { pressure: 20, hold: 10 } },
      problem: { kind: 'zoneClamped', figure: 'trim' },
    });
    expect(inWords([{ kind: 'zoneClamped', figure: 'trim', range: ranges.trim }])[0]?.reason).toContain(
      'more or less',
    );
    const held = clampZone({ ...asProgrammed, boost: { ...asProgrammed.boost, hold: seconds(11) } });
    expect(sentenceOf(held)?.reason).toContain('10 s longer');
    expect(clampZone({ ...asProgrammed, trim: mmhg(Number.NaN) }).value.trim).toBe(0);
  });
});

it('are never refused because of a figure that was clamped', () => {
  fc.assert(
    fc.property(
      randomSession,
      anyBoots,
      fc.double(),
      fc.double(),
      fc.boolean(),
      (drawn, boots, pressure, time, yes) => {
        const settings = { ...startingSettings(drawn.program), confirmed: yes };
        const intensity = clampIntensity(mmhg(pressure), settings, boots).value;
        const asked = { ...settings, intensity };
        const minutes = clampMinutes(time, asked, boots).value;
        const places = validate({ ...asked, minutes }, boots).map(({ place }) => place);
        expect(places).not.toContain('intensity');
        expect(places).not.toContain('minutes');
      },
    ),
  );
});
