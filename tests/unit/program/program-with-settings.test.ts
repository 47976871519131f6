/** A program that is saved with a person's settings leads to the same keyframes after it went through a file or a link. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import { checkProgram } from '../../../src/program/check.ts';
import { documentText, readDocument } from '../../../src/program/document.ts';
import { linkTo, programInLink } from '../../../src/program/link.ts';
import { plainPrograms } from '../../../src/program/patterns.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { strong } from '../../../src/program/presets/strong.ts';
import { programs } from '../../../src/program/presets.ts';
import { asProgrammed, type Program, type Settings, startingSettings } from '../../../src/program/program.ts';
import { programWithSettings, withName } from '../../../src/program/program-with-settings.ts';
import { fromStart, script } from '../../../src/timeline/script.ts';
import { inWords } from '../in-words.ts';
import { settingsOf } from '../timeline/any-settings.ts';
import { anyShape, bootsOf } from './boots.ts';

const boots = bootsOf(5);
const off = { ...asProgrammed, on: false };
const sore = { ...asProgrammed, trim: mmhg(-10), boost: { pressure: mmhg(5), hold: seconds(2) } };
const mine: Settings = {
  ...startingSettings(postMarathon),
  intensity: mmhg(42),
  minutes: 12,
  zones: { left: [asProgrammed, off], right: [asProgrammed, asProgrammed, sore, asProgrammed] },
};

function throughFile(program: Program): Program {
  const read = readDocument(documentText(program));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.program;
}

describe('a program saved with its settings', () => {
  it('is the program itself if the person changed nothing', () => {
    for (const program of [...programs, ...plainPrograms]) {
      expect(programWithSettings(startingSettings(program), boots.parts)).toBe(program);
    }
    expect(
      programWithSettings(
        { ...startingSettings(postMarathon), zones: { left: [asProgrammed], right: [] } },
        boots.parts,
      ),
    ).toBe(postMarathon);
  });

  it('carries intensity, minutes and each zone of each leg, and says in its name that it was changed', () => {
    const given = throughFile(programWithSettings(mine, boots.parts));
    expect(given.name).toBe('Post-marathon, changed');
    const { intensity, minutes, zones } = startingSettings(given, boots.parts);
    expect([intensity, minutes]).toEqual([42, 12]);
    expect(zones).toEqual({ left: [asProgrammed, off], right: [asProgrammed, asProgrammed, sore] });
  });

  it('can be carried by a link too', () => {
    const given = programWithSettings(mine, boots.parts);
    const read = programInLink(linkTo(given, 'https://boots.example/'));
    expect(read?.ok && documentText(read.program)).toBe(documentText(given));
  });

  it('leaves the program’s own peak and minutes as they were, so that the settings can be reset', () => {
    const given = throughFile(programWithSettings(mine, boots.parts));
    const back = programWithSettings({ ...startingSettings(postMarathon), program: given }, boots.parts);
    expect({ ...back, id: postMarathon.id, name: postMarathon.name }).toEqual(postMarathon);
  });

  it('loses its zone settings on boots with other zones', () => {
    const given = programWithSettings(mine, boots.parts);
    expect(startingSettings(given, bootsOf(4).parts)).toMatchObject({
      intensity: 42,
      zones: { left: [], right: [] },
    });
  });

  it('does not include the confirmation of high pressures', () => {
    const given = programWithSettings(
      { ...startingSettings(strong), intensity: mmhg(92), confirmed: true },
      boots.parts,
    );
    expect(startingSettings(throughFile(given))).toMatchObject({ intensity: 92, confirmed: false });
  });

  it('gets ", changed" added to its name once, however often it is changed, and keeps any valid new name', () => {
    const again = programWithSettings(
      { ...startingSettings(programWithSettings(mine, boots.parts), boots.parts), minutes: 20 },
      boots.parts,
    );
    expect(again.name).toBe('Post-marathon, changed');
    const long = programWithSettings(
      { ...mine, program: { ...postMarathon, name: '🥾'.repeat(60) } },
      boots.parts,
    );
    expect(checkProgram(long)).toEqual([]);
    expect(withName(again, '  Sofa ').name).toBe('Sofa');
    for (const name of ['', '  ', 'x'.repeat(61), 'a\u202eb']) expect(withName(again, name)).toBe(again);
  });

  it('composes to the same keyframes after it was written to a file and read back, with any settings on any boots', () => {
    const any = settingsOf(fc.constantFrom(...programs, ...plainPrograms));
    fc.assert(
      fc.property(any, anyShape, (settings, shape) => {
        const given = throughFile(programWithSettings(settings, shape.parts));
        const again = { ...startingSettings(given, shape.parts), confirmed: settings.confirmed };
        const keyframes = (of: Settings) =>
          script(
            {
              settings: { ...of, minutes: Math.min(3, of.minutes) },
              boots: shape,
              fills: defaultFillModel(shape),
            },
            fromStart(of, shape),
          ).keyframes;
        expect([again.intensity, again.minutes]).toEqual([settings.intensity, settings.minutes]);
        if (shape.holdsTogether) expect(keyframes(again)).toEqual(keyframes(settings));
      }),
      { numRuns: 60 },
    );
  }, 240_000);
});

describe('the settings in a file', () => {
  const written = (set: unknown): ReturnType<typeof readDocument> => {
    const json = JSON.parse(documentText(postMarathon)) as Record<string, unknown>;
    return readDocument(JSON.stringify({ ...json, set }));
  };
  const problems = (set: unknown) => {
    const read = written(set);
    return read.ok ? [] : inWords(read.problems);
  };

  it('may be partial, or absent', () => {
    const part = written({ minutes: 20 });
    expect(part.ok && part.program.set).toEqual({ intensity: 55, minutes: 20, zones: null });
    const none = written({});
    expect(none.ok && documentText(none.program)).toBe(documentText(postMarathon));
  });

  it('are refused, and each problem names its place', () => {
    expect(
      problems({
        intensityMmhg: 400,
        minutes: 'ten',
        zones: { of: ['foot', 'calf', 'thigh'], left: [{}, { trimMmhg: 50 }], rigth: [] },
      }).map(({ place }) => place),
    ).toEqual([
      'set, intensityMmhg',
      'set, minutes',
      'set, zones, left, zone 2, trimMmhg',
      'set, zones, rigth',
    ]);
    expect(problems({ zones: { of: ['calf', 'foot', 'thigh'] } })).toEqual([
      {
        place: 'set, zones',
        reason: 'No boots have these zones: calf, foot, and thigh.',
        suggestion: 'Name those of a leg from the foot up: foot, calf, and thigh.',
      },
    ]);
    expect(problems({ zones: { of: ['foot', 'calf', 'thigh'], left: [{}, {}, {}, {}] } })).toHaveLength(1);
    expect(problems({ intensityMmhg: 95, minutes: 30 }).map(({ place }) => place)).toEqual(['set, minutes']);
  });
});
