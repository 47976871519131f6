/** The views behind the pictures of the app: every screen in every state that looks different. */

import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { type BodyPart, zoneLayouts } from '../../../firmware-protocol/zones.ts';
import type { PersonId } from '../../../src/journal/entry.ts';
import type { Gate } from '../../../src/journal/gate.ts';
import type { Lock } from '../../../src/plan/change/locks.ts';
import type { Objection } from '../../../src/plan/dose/allowance.ts';
import type { WallTime } from '../../../src/plan/time/wall-clock.ts';
import { slow } from '../../../src/program/patterns/slow.ts';
import { deskSide } from '../../../src/program/presets/desk-side.ts';
import { strong } from '../../../src/program/presets/strong.ts';
import { ultra } from '../../../src/program/presets/ultra.ts';
import { windDown } from '../../../src/program/presets/wind-down.ts';
import { programs } from '../../../src/program/presets.ts';
import { asProgrammed, type Program, startingSettings } from '../../../src/program/program.ts';
import { ranges } from '../../../src/program/ranges.ts';
import { validate } from '../../../src/program/settings.ts';
import type { SessionView, ZoneView } from '../../../src/session/view.ts';
import type { AfterView } from '../../../src/ui/journal/after-view.ts';
import type { AtHome } from '../../../src/ui/places/at-home.ts';
import type { Place } from '../../../src/ui/places/place.ts';
import type { OtherPlaces } from '../../../src/ui/places/place-screen.ts';
import type { Library } from '../../../src/ui/settings/library.ts';
import { bootsView, progress, sessionView, shapeFor } from '../../unit/session-view.ts';

const partsOf = (zones: number): readonly BodyPart[] => zoneLayouts[zones] ?? [];
const leg = (
  parts: readonly BodyPart[],
  pressures: readonly (number | null)[],
  targets: readonly (number | 'vent' | 'seal' | null)[],
): readonly ZoneView[] =>
  parts.map((part, i) => {
    const pressure = pressures[i] ?? null;
    const target = targets[i] ?? null;
    return {
      part,
      pressure: pressure === null ? null : mmhg(pressure),
      target: typeof target === 'number' ? mmhg(target) : target,
    };
  });

const five = partsOf(5);
const boots = bootsView({ names: ['Heartward simulated'], battery: 82, serial: 'SIM-1' });
const nothing = sessionView();
const connected: SessionView = {
  ...nothing,
  link: 'connected',
  boots,
  startable: { kind: 'yes' },
  airOut: 'yes',
  legs: {
    left: leg(five, [0, 0, 1, 0, 0], ['vent', 'vent', 'vent', 'vent', 'vent']),
    right: leg(five, [0, 0, 0, 0, 0], ['vent', 'vent', 'vent', 'vent', 'vent']),
  },
};
const underWay = {
  ...connected,
  startable: { kind: 'no', why: 'underWay' },
} as const satisfies SessionView;
const crest: SessionView = {
  ...underWay,
  phase: 'running',
  airOut: 'no',
  progress: progress({ left: seconds(760), cycle: 17 }),
  doing: { kind: 'filling', parts: ['calf'], holding: ['foot', 'ankle'] },
  legs: {
    left: leg(five, [31, 32, 54, 19, 18], [30, 30, 55, 18, 18]),
    right: leg(five, [30, 31, 47, 19, 17], [30, 30, 55, 18, 18]),
  },
};
const real = { ...boots, simulated: false, names: ['Heartward hub 0042'] };

function zoned(zones: number): SessionView {
  const parts = partsOf(zones);
  const at = Math.floor(zones / 2);
  const part = parts[at] ?? 'calf';
  const pressures = parts.map((_, i) => (i < at ? 31 : i === at ? 52 : 18));
  const targets = parts.map((_, i) => (i < at ? 30 : i === at ? 55 : 18));
  return {
    ...crest,
    boots: bootsView({ parts }),
    doing: { kind: 'squeezing', parts: [part], holding: parts.slice(0, at) },
    legs: { left: leg(parts, pressures, targets), right: leg(parts, pressures, targets) },
  };
}

/** The view with a program chosen on connected boots. */
const chose = (program: Program, more: Partial<SessionView> = {}): SessionView => {
  const settings = { ...startingSettings(program), ...more.settings };
  const { intensity, minutes } = settings;
  return { ...connected, program, settings, intensity, minutes, ...more };
};
const evening: Program = {
  ...deskSide,
  id: 'own-evening',
  name: 'Sofa evening',
  purpose: 'Mine: a light one for the sofa.',
};
const oneZone = bootsView({ shape: { ...shapeFor(), holdsTogether: false } });

const tingling: Lock = { sign: 'tingling', since: '2026-11-29T10:00' as WallTime, opens: null };

export interface Picture {
  readonly view: SessionView;
  readonly gate?: Gate;
  readonly against?: readonly Objection[];
  readonly afterwards?: AfterView;
  readonly bluetooth?: boolean;
  readonly library?: Library;
  /** The place `boots` if absent. */
  readonly place?: Place;
  readonly places?: OtherPlaces;
  readonly atHome?: AtHome;
}

export const pictures: Readonly<Record<string, Picture>> = {
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
  clamped: {
    view: chose(ultra, {
      notice: {
        kind: 'clamped',
        problem: {
          kind: 'minutes',
          wrong: 'tooHigh',
          least: 1,
          limit: { most: 20, because: 'highPressure' },
          setTo: 20,
        },
      },
    }),
  },
  'clamped-running': {
    view: {
      ...crest,
      notice: {
        kind: 'clamped',
        problem: {
          kind: 'minutes',
          wrong: 'tooHigh',
          least: 1,
          limit: { most: 60, because: 'rule' },
          setTo: 60,
        },
      },
    },
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
  'called-off': { view: { ...connected, notice: { kind: 'calledOff', by: 'button' } } },
  breath: {
    view: {
      ...crest,
      ...chose(windDown),
      phase: 'running',
      progress: crest.progress,
      legs: crest.legs,
      doing: crest.doing,
      breath: { phase: 'in', left: seconds(4) },
    },
  },
  welcome: { view: nothing },
  'no-bluetooth': { view: nothing, bluetooth: false },
  connecting: { view: { ...nothing, link: 'connecting' } },
  cancelled: { view: { ...nothing, notice: { kind: 'chooserCancelled' } } },
  screening: { view: { ...connected, boots: real }, gate: { kind: 'due', why: 'first' } },
  blocked: { view: { ...connected, boots: real }, gate: { kind: 'blocked', by: ['skin', 'operation'] } },
  'ask-first': { view: { ...connected, boots: real }, gate: { kind: 'askFirst', about: ['pregnant'] } },
  who: {
    view: { ...connected, boots: real },
    gate: {
      kind: 'who',
      people: [
        { id: 'anna0000' as PersonId, name: 'Anna' },
        { id: 'ben00000' as PersonId, name: 'Ben' },
      ],
    },
  },
  'locked-tingling': { view: { ...connected, boots: real }, gate: { kind: 'locked', lock: tingling } },
  emergency: {
    view: { ...connected, boots: real },
    gate: { kind: 'locked', lock: { ...tingling, sign: 'emergency', opens: 'clinician' } },
  },
  'objections-warned': {
    view: { ...connected, boots: real },
    against: [
      { kind: 'tooSoon', minutes: 45, least: 120, advised: 240 },
      { kind: 'dose', dose: 1620, most: 1500, refused: false },
    ],
  },
  'objections-refused': {
    view: { ...connected, boots: real },
    against: [{ kind: 'dose', dose: 2310, most: 1500, refused: true }],
  },
  choose: { view: connected },
  refused: {
    view: {
      ...connected,
      notice: {
        kind: 'programRefused',
        problems: [
          {
            kind: 'breach',
            limit: 'timeAbove30',
            zone: { side: 'left', part: 'thigh' },
            value: 74,
            at: seconds(96),
          },
        ],
      },
    },
  },
  preparing: {
    view: { ...underWay, phase: 'preparing', doing: { kind: 'zeroing', parts: [], holding: [] } },
  },
  crest: { view: crest },
  real: {
    view: { ...crest, boots: real, pending: { intensity: true, duration: true }, intensity: mmhg(62) },
  },
  three: { view: zoned(3) },
  eight: { view: zoned(8) },
  stale: {
    view: { ...crest, link: 'reconnecting', stale: true, notice: { kind: 'linkLost', playingOn: true } },
  },
  unknown: {
    view: {
      ...crest,
      legs: { ...crest.legs, left: leg(five, [31, null, 54, null, 18], [30, 30, 55, null, 18]) },
    },
  },
  paused: {
    view: {
      ...crest,
      phase: 'paused',
      airOut: 'yes',
      resumable: { kind: 'yes' },
      doing: { kind: 'paused', parts: [], holding: [] },
      legs: connected.legs,
    },
  },
  'paused-just-now': {
    view: {
      ...crest,
      phase: 'paused',
      resumable: { kind: 'no', why: 'justPaused' },
      doing: { kind: 'paused', parts: [], holding: [] },
    },
  },
  'stopped-just-now': {
    view: { ...connected, phase: 'ended', startable: { kind: 'no', why: 'justStopped' } },
  },
  'no-button': {
    view: {
      ...crest,
      phase: 'stopping',
      boots: { ...boots, physicalStop: false },
      notice: { kind: 'stopNotConfirmed', sides: ['left', 'right'] },
    },
  },
  'stop-not-confirmed': {
    view: { ...crest, phase: 'stopping', notice: { kind: 'stopNotConfirmed', sides: ['left'] } },
  },
  warning: { view: { ...crest, notice: { kind: 'warning', fault: 'leak', side: 'left', part: 'calf' } } },
  ended: {
    view: {
      ...connected,
      phase: 'ended',
      ended: 'finished',
      progress: progress({ left: seconds(0), cycle: 28 }),
    },
  },
  'air-not-out': {
    view: {
      ...connected,
      phase: 'ended',
      ended: 'stoppedByController',
      progress: progress({ left: seconds(760), cycle: 17 }),
      startable: { kind: 'no', why: 'airNotOut' },
      airOut: 'no',
      doing: { kind: 'venting', parts: [], holding: [] },
    },
  },
  fault: {
    view: {
      ...connected,
      phase: 'ended',
      startable: { kind: 'no', why: 'latched' },
      ended: 'fault',
      progress: progress({ left: seconds(760), cycle: 17 }),
      latched: { kind: 'fault', fault: 'leak', side: 'left', part: 'calf' },
      notice: { kind: 'fault', fault: 'leak', side: 'left', part: 'calf' },
    },
  },
};

/** Views that differ from another one only in their text. */
export const alike: Readonly<Record<string, Picture>> = {
  pausing: { view: { ...crest, phase: 'pausing', doing: { kind: 'paused', parts: [], holding: [] } } },
  stopping: { view: { ...crest, phase: 'stopping', doing: { kind: 'venting', parts: [], holding: [] } } },
  unsure: {
    view: {
      ...crest,
      phase: 'unsure',
      notice: {
        kind: 'garbled',
        cause: { kind: 'frame', detail: 'telemetry of 0x00112233445566778899aabbccddeeff0011223344' },
      },
    },
  },
  pending: { view: { ...crest, pending: { intensity: true, duration: true } } },
  settling: {
    view: {
      ...crest,
      doing: { kind: 'prefill', parts: [], holding: [] },
      progress: progress({ left: seconds(1800), cycle: 0, settling: seconds(43) }),
    },
  },
  overrun: {
    view: {
      ...crest,
      doing: { kind: 'prefill', parts: [], holding: [] },
      progress: progress({ left: seconds(1800), cycle: 0, settling: seconds(-3) }),
    },
  },
  found: { view: { ...crest, phase: 'found', notice: { kind: 'controlLost' } } },
  'needs-press': { view: { ...connected, notice: { kind: 'needsPress', sides: ['left', 'right'] } } },
};
