/** A program is refused with all its problems. Each problem says where it is and what to do instead. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import { checkProgram as check } from '../../../src/program/check.ts';
import { gradient } from '../../../src/program/patterns/gradient.ts';
import { muscleFlush } from '../../../src/program/patterns/muscle-flush.ts';
import { windDown } from '../../../src/program/patterns/wind-down.ts';
import { plainPrograms } from '../../../src/program/patterns.ts';
import { strong } from '../../../src/program/presets/strong.ts';
import { programs } from '../../../src/program/presets.ts';
import { legParts, type Program } from '../../../src/program/program.ts';
import { off } from '../../../src/program/shape.ts';
import { randomProgram } from '../../scenario/sweep/random-program.ts';
import { inWords } from '../in-words.ts';
import { boost, lower, patterned, pulsing, section, shaped, upper } from './altered.ts';

const checkProgram = (program: Program) => inWords(check(program));

const places = (program: Program): readonly string[] => checkProgram(program).map(({ place }) => place);

describe('programs that come with the app', () => {
  it.each([...programs, ...plainPrograms].map((program) => [program.id, program] as const))(
    '%s passes',
    (_, program) => {
      expect(checkProgram(program)).toEqual([]);
    },
  );
});

describe('a problem of a program is reported with its place', () => {
  it.each<[string, Program, readonly string[]]>([
    ['no name', { ...gradient, name: ' ' }, ['name']],
    ['a name of blank signs', { ...gradient, name: '\u00a0\u2800' }, ['name']],
    ['a name of invisible letters', { ...gradient, name: '\u3164\u200d' }, ['name']],
    ['a name of 61 characters', { ...gradient, name: 'x'.repeat(61) }, ['name']],
    ['a name with a line break', { ...gradient, name: 'Two\nlines' }, ['name']],
    ['a name that turns the text around', { ...gradient, name: 'Calf\u202eflac' }, ['name']],
    ['half a character in the name', { ...gradient, name: 'Calf \ud83d' }, ['name']],
    ['a purpose of 201 characters', { ...gradient, purpose: 'x'.repeat(201) }, ['purpose']],
    ['a peak that is too low', { ...gradient, peak: mmhg(14) }, ['peak']],
    ['a peak that is too high', { ...strong, peak: mmhg(101) }, ['peak']],
    ['a peak that is not a number', { ...gradient, peak: mmhg(Number.NaN) }, ['peak']],
    ['no minutes', { ...gradient, minutes: 0 }, ['minutes']],
    ['too many minutes', { ...gradient, minutes: 61 }, ['minutes']],
    ['more than 20 minutes above 80 mmHg', { ...strong, minutes: 21 }, ['minutes']],
    ['a pattern without a short name', patterned(gradient, { id: 'My pattern' }), ['pattern, id']],
    ['a pattern without a name', patterned(gradient, { name: '' }), ['pattern, name']],
    ['a prefill that is felt', patterned(gradient, { prefill: mmhg(23) }), ['first filling']],
    ['a prefill that is too low', patterned(gradient, { prefill: mmhg(14) }), ['first filling']],
    ['a negative delay', patterned(gradient, { onsetDelay: seconds(-1) }), ['delay between onsets']],
    ['half a step', patterned(gradient, { steps: 5.5 }), ['steps']],
    ['a ramp faster than boots allow', patterned(gradient, { ramp: mmhgPerSecond(31) }), ['ramp']],
    ['no ramp', patterned(gradient, { ramp: mmhgPerSecond(0) }), ['ramp']],
    ['a hold beyond a minute', patterned(gradient, { hold: seconds(61) }), ['hold']],
    ['an endless rest', patterned(gradient, { rest: seconds(Number.POSITIVE_INFINITY) }), ['rest']],
    ['too many warm-up cycles', patterned(gradient, { warmUpCycles: 11 }), ['warm-up cycles']],
    ['a pulse too short to follow', pulsing({ on: seconds(0.4) }), ['pulse, time on']],
    ['a pulse with no pause', pulsing({ off: seconds(0) }), ['pulse, time off']],
    ['no squeeze in a pulse', pulsing({ count: 0 }), ['pulse, count']],
    ['a pulse that lets down above its peak', pulsing({ floor: 1.1 }), ['pulse, floor']],
    ['a pulse that falls below what is felt', pulsing({ floor: 0.2 }), ['pulse, floor']],
    ['a breath without a length', patterned(windDown, { onsetDelay: null }), ['breathing']],
    ['a breath too quick', patterned(windDown, { onsetDelay: seconds(4.9) }), ['breathing']],
    ['a breath too slow', patterned(windDown, { onsetDelay: seconds(15.1) }), ['breathing']],
    ['a breath that pulses', patterned(windDown, { pulse: pulsing({}).pattern.pulse }), ['breathing']],
    ['a share above one', shaped(gradient, { foot: { fraction: 1.1 } }), ['foot, share of the peak']],
    ['a negative share held', shaped(gradient, { calf: { holdFraction: -0.1 } }), ['calf, share held']],
    ['a trim beyond 20 mmHg', shaped(gradient, { foot: { trim: mmhg(-21) } }), ['foot, trim']],
    ['a boost beyond 20 mmHg', shaped(gradient, { knee: { boost: boost(21) } }), ['knee, boost']],
    ['a longer hold beyond 10 s', shaped(gradient, { knee: { boost: boost(0, 11) } }), ['knee, longer hold']],
    [
      'a section without parts',
      patterned(muscleFlush, { sections: [lower, upper, section([])] }),
      ['section 3'],
    ],
    [
      'a part twice',
      patterned(muscleFlush, { sections: [section(['foot', 'foot', 'ankle', 'calf']), upper] }),
      ['section 1'],
    ],
    [
      '31 sweeps',
      patterned(muscleFlush, { sections: [lower, section(upper.parts, 31)] }),
      ['section 2, sweeps'],
    ],
    ['13 sections', patterned(muscleFlush, { sections: Array(13).fill(section(legParts)) }), ['sections']],
    [
      'a part that is in no section',
      patterned(muscleFlush, { sections: [lower, section(['knee', 'lower thigh'])] }),
      ['upper thigh'],
    ],
  ])('%s', (_, program, expected) => {
    expect(places(program)).toEqual(expected);
  });

  it('a section whose parts are all switched off', () => {
    const shape = { ...muscleFlush.shape, knee: off, 'lower thigh': off, 'upper thigh': off };
    expect(places({ ...muscleFlush, shape })).toEqual(['section 2']);
  });

  it('a program with every part switched off', () => {
    const shape = { foot: off, ankle: off, calf: off, knee: off, 'lower thigh': off, 'upper thigh': off };
    expect(places({ ...gradient, shape })).toEqual(['shape']);
  });
});

describe('all problems of a program', () => {
  it('are reported at once, in sentences', () => {
    const program = patterned(shaped({ ...gradient, name: '', minutes: 90 }, { foot: { trim: mmhg(40) } }), {
      prefill: mmhg(40),
      steps: 0,
      sections: [section([], 0)],
    });
    const problems = checkProgram(program);
    expect(problems.map(({ place }) => place)).toEqual(
      expect.arrayContaining([
        'name',
        'minutes',
        'foot, trim',
        'first filling',
        'steps',
        'section 1',
        'section 1, sweeps',
      ]),
    );
    for (const { place, reason, suggestion } of problems) {
      expect(place).not.toBe('');
      expect(reason).toMatch(/^[A-Z\d−].*\.$/);
      expect(suggestion).toMatch(/^[A-Z].*\.$/);
      expect(`${reason}${suggestion}`).not.toMatch(/NaN|undefined|null|Infinity/);
    }
  });

  it('are returned and never thrown, whatever the figures', () => {
    const any = fc.oneof(fc.double(), fc.integer({ min: -100, max: 200 }));
    fc.assert(
      fc.property(
        randomProgram,
        fc.constantFrom(...legParts),
        fc.array(any, { minLength: 8, maxLength: 8 }),
        (program, which, values) => {
          const [peak = 0, steps = 0, prefill = 0, fraction = 0, held = 0, trim = 0, floor = 0, minutes = 0] =
            values;
          const pulse = { on: seconds(1), off: seconds(1), count: 2, floor };
          const broken = patterned(
            { ...program, peak: mmhg(peak), minutes },
            { steps, prefill: mmhg(prefill), pulse },
          );
          const problems = checkProgram(
            shaped(broken, { [which]: { fraction, holdFraction: held, trim: mmhg(trim) } }),
          );
          for (const { reason, suggestion } of problems)
            expect(`${reason}${suggestion}`).not.toMatch(/NaN|undefined/);
        },
      ),
    );
  });

  it('do not exist for the programs that the random sessions play', () => {
    fc.assert(
      fc.property(randomProgram, (program) => {
        expect(checkProgram(program)).toEqual([]);
      }),
    );
  });
});
