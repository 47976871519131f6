import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { litresPerMinute, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { muscleFlush } from '../../../src/program/patterns/muscle-flush.ts';
import { slow } from '../../../src/program/patterns/slow.ts';
import { plainPrograms } from '../../../src/program/patterns.ts';
import { firstTime } from '../../../src/program/presets/first-time.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { strong } from '../../../src/program/presets/strong.ts';
import { programs } from '../../../src/program/presets.ts';
import { asProgrammed, startingSettings } from '../../../src/program/program.ts';
import { validate as problemsOf } from '../../../src/program/settings.ts';
import { randomSession } from '../../scenario/sweep/random-session.ts';
import { inWords } from '../in-words.ts';
import { patterned, shaped } from './altered.ts';
import { anyBoots, bootsOf } from './boots.ts';

const validate = (...asked: Parameters<typeof problemsOf>) => inWords(problemsOf(...asked));

const settings = (intensity: number, minutes: number) => ({
  ...startingSettings(postMarathon),
  intensity: mmhg(intensity),
  minutes,
});
const places = (problems: ReturnType<typeof validate>): readonly string[] =>
  problems.map(({ place }) => place);

describe('the validation of settings', () => {
  it('accepts every preset with its own settings, on every layout', () => {
    for (const program of programs) {
      for (let zones = 3; zones <= 8; zones++) {
        const own = { ...startingSettings(program), confirmed: program.peak > 80 };
        expect(validate(own, bootsOf(zones))).toEqual([]);
      }
    }
  });

  it.each([
    [15, 1],
    [80, 60],
  ])('accepts the ends of the ranges: %i mmHg, %i min', (intensity, minutes) => {
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

  it('reports every problem at once, each with what to do', () => {
    const boots = { ...bootsOf(5), parts: [], sides: [], pumpFlow: litresPerMinute(1) };
    const problems = validate(settings(200, 0), boots);
    expect(places(problems)).toEqual(['intensity', 'minutes', 'boots', 'boots', 'boots']);
    expect(problems.every(({ reason, suggestion }) => reason.endsWith('.') && suggestion.endsWith('.'))).toBe(
      true,
    );
  });

  it('demands a confirmation above 80 mmHg, and then allows 20 minutes at most', () => {
    const strongly = { ...settings(90, 30), program: strong };
    const [pressure, time] = validate(strongly, bootsOf(5));
    expect(pressure?.reason).toContain('must confirm more than');
    expect(time?.reason).toContain('above 80 mmHg lasts 20 minutes');
    const confirmed = { ...strongly, confirmed: true };
    expect(places(validate(confirmed, bootsOf(5)))).toEqual(['minutes']);
    expect(validate({ ...confirmed, minutes: 20 }, bootsOf(5))).toEqual([]);
    const weak = { ...bootsOf(5), highestConfirmed: mmhg(80) };
    expect(validate({ ...confirmed, minutes: 20 }, weak)[0]?.reason).toContain('no higher than 80 mmHg');
    expect(validate({ ...strongly, minutes: 20 }, weak)[0]?.reason).toContain('no higher than 80 mmHg');
  });

  it('refuses a program with a problem of its own', () => {
    const wrong = patterned({ ...postMarathon, name: '' }, { steps: 9 });
    expect(places(validate({ ...settings(55, 30), program: wrong }, bootsOf(5)))).toEqual(['name', 'steps']);
  });

  it('limits the intensity to 30 mmHg if the program leaves parts open below those it squeezes', () => {
    const at = (intensity: number) => ({ ...settings(intensity, 8), program: muscleFlush });
    expect(validate(at(30), bootsOf(5))).toEqual([]);
    const [problem] = validate(at(31), bootsOf(5));
    expect(problem).toMatchObject({ place: 'intensity', suggestion: 'Choose 15 to 30 mmHg.' });
    expect(problem?.reason).toContain('30 mmHg');
  });

  it('keeps to the limits of weaker boots', () => {
    const boots = { ...bootsOf(5), highestTarget: mmhg(60), longestSession: seconds(1200) };
    const problems = validate(settings(61, 21), boots);
    expect(places(problems)).toEqual(['intensity', 'minutes']);
    expect(problems[0]?.reason).toContain('60 mmHg');
    expect(problems[1]?.reason).toContain('20 minutes');
  });

  it('checks the settings of the zones that these boots have', () => {
    const zone = {
      ...asProgrammed,
      trim: mmhg(21),
      boost: { pressure: mmhg(-1), hold: seconds(Number.NaN) },
    };
    const own = { ...settings(55, 30), zones: { left: [asProgrammed, zone], right: [zone, zone] } };
    expect(places(validate(own, bootsOf(3, ['left'])))).toEqual([
      'left calf, trim',
      'left calf, boost',
      'left calf, longer hold',
    ]);
    const beyond = { ...own, zones: { left: [...Array(8).fill(asProgrammed), zone], right: [] } };
    expect(validate(beyond, bootsOf(8))).toEqual([]);
  });
});

describe('a program on boots', () => {
  const offZones = (zones: number) => Array(zones).fill({ ...asProgrammed, on: false });
  const oneAtATime = { ...bootsOf(5), holdsTogether: false };

  it('needs a zone that is squeezed', () => {
    const allOff = { ...startingSettings(postMarathon), zones: { left: offZones(5), right: offZones(5) } };
    expect(validate(allOff, bootsOf(5))).toMatchObject([{ place: 'zones' }]);
    expect(validate({ ...allOff, zones: { left: offZones(5), right: [] } }, bootsOf(5))).toEqual([]);
    const leftOnly = patterned(postMarathon, { legs: 'left' });
    const leftOff = { ...startingSettings(leftOnly), zones: { left: offZones(5), right: [] } };
    expect(places(validate(leftOff, bootsOf(5)))).toEqual(['zones']);
  });

  it('needs zones over the parts that it squeezes', () => {
    const only = shaped(firstTime, {
      foot: { enabled: false },
      calf: { enabled: false },
      knee: { enabled: false },
      'lower thigh': { enabled: false },
      'upper thigh': { enabled: false },
    });
    expect(validate(startingSettings(only), bootsOf(5))).toEqual([]);
    const [problem] = validate(startingSettings(only), bootsOf(3));
    expect(problem?.reason).toContain('foot, calf, and thigh');
  });

  it('for one leg needs the boot of that leg; one for both legs plays on any boot', () => {
    const right = startingSettings(patterned(postMarathon, { legs: 'right' }));
    expect(validate(right, bootsOf(5, ['left']))).toMatchObject([
      { place: 'legs', reason: 'This program is for the right leg only, and this is the left boot.' },
    ]);
    expect(validate(right, bootsOf(5, ['right']))).toEqual([]);
    expect(validate(right, bootsOf(5))).toEqual([]);
    const alternate = startingSettings(patterned(postMarathon, { legs: 'alternate' }));
    expect(validate(alternate, bootsOf(5, ['left']))).toEqual([]);
  });

  it('that squeezes several zones at once is refused if the boots hold only one at a time; others are not', () => {
    const refused = [...programs, ...plainPrograms].filter(
      (program) =>
        validate({ ...startingSettings(program), confirmed: program.peak > 80 }, oneAtATime).length > 0,
    );
    expect(refused.map(({ id }) => id)).toEqual(['ultra', 'plain-interval', 'plain-isolate', 'plain-slow']);
    const [problem] = validate(startingSettings(slow), oneAtATime);
    expect(problem).toMatchObject({ place: 'boots' });
    expect(problem?.reason).toContain('5 together: foot, ankle, calf, knee, and thigh');
    const foot = [asProgrammed, ...offZones(4)];
    expect(validate({ ...startingSettings(slow), zones: { left: foot, right: foot } }, oneAtATime)).toEqual(
      [],
    );
    expect(
      places(validate({ ...startingSettings(slow), zones: { left: foot, right: [] } }, oneAtATime)),
    ).toEqual(['boots']);
  });
});

describe('any settings on any boots', () => {
  it('are accepted or refused, with a sentence for each problem', () => {
    fc.assert(
      fc.property(randomSession, anyBoots, fc.boolean(), (drawn, boots, confirmed) => {
        const { program, intensity, left, right, abilities } = drawn;
        const own = {
          ...startingSettings(program),
          intensity: mmhg(intensity),
          zones: { left, right },
          confirmed,
        };
        for (const { place, reason, suggestion } of validate(own, { ...boots, ...abilities })) {
          expect([place, reason, suggestion].join(' ')).not.toMatch(/NaN|undefined|Infinity/);
          expect(reason).toMatch(/\.$/);
          expect(suggestion).toMatch(/\.$/);
        }
      }),
    );
  });
});
