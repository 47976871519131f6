/** The rules for the pressures of neighbouring parts of the leg. */

import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { checkProgram as check } from '../../../../src/program/check.ts';
import { interval } from '../../../../src/program/patterns/interval.ts';
import { isolate } from '../../../../src/program/patterns/isolate.ts';
import { muscleFlush } from '../../../../src/program/patterns/muscle-flush.ts';
import { pulseDistalRelease } from '../../../../src/program/patterns/pulse-distal-release.ts';
import { sequentialHold } from '../../../../src/program/patterns/sequential-hold.ts';
import { windDown } from '../../../../src/program/patterns/wind-down.ts';
import { strong } from '../../../../src/program/presets/strong.ts';
import { legParts, type Program } from '../../../../src/program/program.ts';
import { off, part } from '../../../../src/program/shape.ts';
import { inWords } from '../../in-words.ts';
import { boost, lower, patterned, section, shaped } from '../altered.ts';

const checkProgram = (program: Program) => inWords(check(program));

const places = (program: Program): readonly string[] => checkProgram(program).map(({ place }) => place);

describe('how the parts of a leg go together', () => {
  it('neighbours are equal or at least 5 mmHg apart, trims and boosts included', () => {
    expect(places(shaped(sequentialHold, { 'upper thigh': { fraction: 0.95 } }))).toEqual(['upper thigh']);
    expect(places(shaped(sequentialHold, { 'upper thigh': { trim: mmhg(-4.5) } }))).toEqual(['upper thigh']);
    expect(places(shaped(sequentialHold, { 'upper thigh': { trim: mmhg(-5) } }))).toEqual([]);
    expect(places(shaped(sequentialHold, { 'upper thigh': { boost: boost(4) } }))).toEqual(['upper thigh']);
    expect(places(shaped(sequentialHold, { 'upper thigh': { boost: boost(5) } }))).toEqual([]);
  });

  it('a part that is off does not count as a neighbour', () => {
    const program = shaped(
      { ...sequentialHold, peak: mmhg(30) },
      { ankle: { enabled: false }, foot: { fraction: 0.9 } },
    );
    expect(places(program)).toEqual(['calf']);
  });

  it('no part gets less than 60 % of the strongest, or less than 15 mmHg', () => {
    expect(places(shaped(sequentialHold, { 'upper thigh': { fraction: 0.6 } }))).toEqual([]);
    expect(places(shaped(sequentialHold, { 'upper thigh': { fraction: 0.58 } }))).toEqual(['upper thigh']);
    const light = { ...sequentialHold, peak: mmhg(22) };
    expect(
      places(shaped(patterned(light, { prefill: mmhg(15) }), { 'upper thigh': { fraction: 0.65 } })),
    ).toEqual(expect.arrayContaining(['upper thigh', 'first filling']));
  });

  it('the knee gets no more than what lies below it, and 80 mmHg at most', () => {
    expect(places(shaped(sequentialHold, { calf: { fraction: 0.9 } }))).toEqual(['knee']);
    expect(
      places(shaped(strong, { calf: { fraction: 0.9 }, knee: { fraction: 0.81 }, ankle: { fraction: 0.9 } })),
    ).toEqual(['knee']);
  });

  it('no part gets more than 80 mmHg unless the peak of the program is above 80', () => {
    const at80 = { ...sequentialHold, peak: mmhg(80) };
    expect(places(at80)).toEqual([]);
    expect(places(shaped(at80, { 'upper thigh': { boost: boost(10) } }))).toEqual(['upper thigh']);
    expect(places(shaped(strong, { foot: { trim: mmhg(5) } }))).toContain('foot');
  });

  it('the prefill stays below the weakest part', () => {
    const light = { ...sequentialHold, peak: mmhg(20) };
    expect(places(patterned(light, { prefill: mmhg(19.5) }))).toEqual([]);
    expect(places(patterned(light, { prefill: mmhg(20) }))).toEqual(['first filling']);
  });

  it('the pressure held behind the wave is at least half of the peak, and at least 15 mmHg', () => {
    expect(places(shaped(pulseDistalRelease, { foot: { holdFraction: 0.5 } }))).toEqual([]);
    expect(places(shaped(pulseDistalRelease, { foot: { holdFraction: 0.49 } }))).toEqual([
      'foot, share held',
    ]);
    expect(places(shaped(windDown, { ankle: { holdFraction: 0.5 } }))).toEqual(['ankle, share held']);
    expect(places(shaped(interval, { ankle: { holdFraction: 0 } }))).toEqual([]);
    const allHeld = patterned(sequentialHold, { trailingHolds: 0 });
    expect(places(allHeld)).toEqual([]);
    expect(places(shaped(allHeld, { foot: { holdFraction: 0.49 } }))).toEqual(['foot, share held']);
  });

  it('at least one step is released behind the held ones', () => {
    expect(places(patterned(pulseDistalRelease, { trailingHolds: 3 }))).toEqual([]);
    expect(places(patterned(pulseDistalRelease, { trailingHolds: 4 }))).toEqual(['trailing holds']);
    expect(places(patterned(sequentialHold, { trailingHolds: 5 }))).toEqual(['trailing holds']);
    expect(places(patterned(windDown, { steps: 1, trailingHolds: 0 }))).toEqual(['release']);
    expect(places(patterned(interval, { release: 'trailing', steps: 5, trailingHolds: 1 }))).toEqual([
      'release',
    ]);
  });
});

describe('below a part squeezed above 30 mmHg', () => {
  it('no part is switched off', () => {
    const alone = { ...isolate, shape: { ...isolate.shape, foot: off, ankle: off } };
    expect(places(alone)).toEqual(['foot', 'ankle']);
    expect(places({ ...alone, peak: mmhg(30) })).toEqual([]);
    expect(places({ ...isolate, shape: { ...isolate.shape, ankle: off } })).toEqual(['ankle']);
    expect(
      places({ ...isolate, shape: { ...isolate.shape, ankle: part(0.5, 1), foot: part(0.5, 1) } }),
    ).toEqual(['foot']);
  });

  it('no part rests while another section has its turn', () => {
    expect(places({ ...muscleFlush, peak: mmhg(30) })).toEqual([]);
    expect(places({ ...muscleFlush, peak: mmhg(31) })).toEqual(['section 2']);
    const whole = section(legParts);
    expect(places({ ...patterned(muscleFlush, { sections: [lower, whole] }), peak: mmhg(50) })).toEqual([]);
    const low = { fraction: 0.7 };
    const lightBetween = shaped(
      patterned(
        { ...sequentialHold, peak: mmhg(40) },
        { sections: [section(['foot', 'ankle']), section(['calf', 'knee', 'lower thigh'])], steps: 2 },
      ),
      { foot: low, ankle: low, calf: low, knee: low, 'upper thigh': { enabled: false } },
    );
    expect(places(patterned(lightBetween, { trailingHolds: 1 }))).toEqual(['section 2']);
  });

  it('a step stays held if parts are released behind the wave', () => {
    const bare = patterned(windDown, { trailingHolds: 0 });
    expect(places(bare)).toEqual([]);
    expect(places({ ...bare, peak: mmhg(40) })).toEqual(['trailing holds']);
  });
});
