/** How much pressure a person may add to a zone while the parts of the leg below it are not squeezed. */

import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { muscleFlush } from '../../../../src/program/presets/muscle-flush.ts';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import {
  asProgrammed,
  type Program,
  startingSettings,
  type ZoneSetting,
} from '../../../../src/program/program.ts';
import { validate as problemsOf } from '../../../../src/program/settings.ts';
import { off } from '../../../../src/program/shape.ts';
import { inWords } from '../../in-words.ts';
import { bootsOf } from '../boots.ts';

const validate = (...asked: Parameters<typeof problemsOf>) => inWords(problemsOf(...asked));

const more = (trim: number, boost = 0): ZoneSetting => ({
  ...asProgrammed,
  trim: mmhg(trim),
  boost: { pressure: mmhg(boost), hold: seconds(0) },
});

/** Changes the settings of one zone of the left leg. @param zone 0 = foot, 4 = thigh @returns the places of the problems */
function places(program: Program, zone: number, setting: ZoneSetting): readonly string[] {
  const left = Array.from({ length: 5 }, (_, index) => (index === zone ? setting : asProgrammed));
  const settings = { ...startingSettings(program), zones: { left, right: [] } };
  return validate(settings, bootsOf(5)).map(({ place }) => place);
}

describe('more pressure for a zone', () => {
  it('is refused above 30 mmHg if the stretch below rests meanwhile', () => {
    expect(places(muscleFlush, 4, more(20))).toEqual(['left thigh']);
    expect(places(muscleFlush, 3, more(0, 5))).toEqual(['left knee']);
    expect(places(muscleFlush, 4, more(2))).toEqual([]);
    expect(places(muscleFlush, 4, more(-5, 7))).toEqual([]);
  });

  it('is accepted if the parts below are squeezed too', () => {
    expect(places(muscleFlush, 2, more(20))).toEqual([]);
    expect(places(postMarathon, 4, more(20))).toEqual([]);
  });

  it('is refused above parts that the program leaves out, but not above zones that the person switched off', () => {
    const light = { ...muscleFlush.pattern, sections: [] };
    const upper = {
      ...muscleFlush,
      pattern: light,
      shape: { ...muscleFlush.shape, foot: off, ankle: off },
    };
    expect(places(upper, 2, more(10))).toEqual(['left calf']);
    const left = [{ ...asProgrammed, on: false }, asProgrammed, more(10)];
    const settings = { ...startingSettings({ ...muscleFlush, pattern: light }), zones: { left, right: [] } };
    expect(validate(settings, bootsOf(5))).toEqual([]);
  });

  it('is refused if the program holds no step behind the wave', () => {
    const pattern = { ...muscleFlush.pattern, sections: [], release: 'trailing' as const, trailingHolds: 0 };
    expect(places({ ...muscleFlush, pattern }, 1, more(20))).toEqual(['left ankle']);
    expect(places({ ...muscleFlush, pattern }, 0, more(20))).toEqual([]);
  });
});
