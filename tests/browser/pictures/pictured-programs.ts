/** Pictures of the choice of a program: programs sent by others or refused, settings, and what the limits forbid. */

import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { slow } from '../../../src/program/patterns/slow.ts';
import { strong } from '../../../src/program/presets/strong.ts';
import { ultra } from '../../../src/program/presets/ultra.ts';
import { programs } from '../../../src/program/presets.ts';
import { asProgrammed, startingSettings } from '../../../src/program/program.ts';
import { ranges } from '../../../src/program/ranges.ts';
import { validate } from '../../../src/program/settings.ts';
import { bootsView, shapeFor } from '../../unit/session-view.ts';
import type { Picture } from './picture.ts';
import { boots, chose, connected, evening, nothing, oneZone } from './views.ts';

export const picturedPrograms: Readonly<Record<string, Picture>> = {
  sent: {
    view: nothing,
    library: { own: [evening], unreadable: 0, said: { kind: 'sent', program: evening } },
  },
  own: {
    view: chose(evening),
    library: { own: [evening], unreadable: 0, said: { kind: 'added', program: evening, again: false } },
  },
  link: {
    view: chose(evening),
    library: {
      own: [evening],
      unreadable: 0,
      said: { kind: 'link', link: 'https://example.org/heartward/#program=eyJmb3JtYXQi' },
    },
  },
  'bad-file': {
    view: connected,
    library: {
      own: [],
      unreadable: 0,
      said: {
        kind: 'refused',
        what: 'evening.json',
        problems: [
          {
            kind: 'missing',
            path: ['peakMmhg'],
            expected: { is: 'figure', range: ranges.peak },
          },
          { kind: 'keyUnknown', path: ['pattern', 'rmap'], near: 'ramp' },
        ],
      },
    },
  },
  strong: {
    view: chose(strong, {
      startable: { kind: 'no', why: 'unfit' },
      problems: [
        {
          kind: 'intensity',
          wrong: 'tooHigh',
          value: mmhg(90),
          least: mmhg(15),
          limit: { most: mmhg(80), because: 'notConfirmed' },
          setTo: null,
        },
      ],
    }),
  },
  confirmed: {
    view: chose(strong, {
      boots: { ...boots, highest: mmhg(100), longest: 20 },
      settings: { ...startingSettings(strong), confirmed: true },
    }),
  },
  problems: {
    view: chose(slow, {
      boots: oneZone,
      startable: { kind: 'no', why: 'unfit' },
      problems: validate(startingSettings(slow), oneZone.shape),
    }),
  },
  pair: { view: chose(ultra, { boots: bootsView({ shape: { ...shapeFor(), pumps: 'each' } }) }) },
  'one-zone': { view: chose(programs[1] ?? strong, { boots: oneZone }) },
  'left-boot': {
    view: {
      ...connected,
      boots: bootsView({ sides: ['left'], missing: 'right' }),
      legs: { ...connected.legs, right: [] },
    },
  },
  zones: {
    view: chose(programs[1] ?? strong, {
      settings: {
        ...startingSettings(programs[1] ?? strong),
        zones: {
          left: [asProgrammed, { ...asProgrammed, trim: mmhg(-10) }],
          right: [asProgrammed, { ...asProgrammed, on: false }],
        },
      },
    }),
  },
  changed: { view: chose(ultra, { settings: { ...startingSettings(ultra), intensity: mmhg(42) } }) },
  choose: { view: connected },
};
