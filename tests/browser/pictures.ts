/**
 * Every screen with a fixed view, for looking at and for screenshots: pictures.html?picture=crest. Without a name it lists
 * them. What a person does is put into `window.done`, newest last.
 */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import { mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import { type BodyPart, type Side, zoneLayouts } from '../../firmware-protocol/zones.ts';
import { slow } from '../../src/program/patterns/slow.ts';
import { plainPrograms } from '../../src/program/patterns.ts';
import { deskSide } from '../../src/program/presets/desk-side.ts';
import { strong } from '../../src/program/presets/strong.ts';
import { ultra } from '../../src/program/presets/ultra.ts';
import { windDown } from '../../src/program/presets/wind-down.ts';
import { programs } from '../../src/program/presets.ts';
import { asMeant, asProgrammed, type Program, type Settings } from '../../src/program/program.ts';
import { validate } from '../../src/program/settings.ts';
import type { SessionView, TraceSample, ZoneView } from '../../src/session/view.ts';
import type { Preview } from '../../src/timeline/preview/preview.ts';
import { previewOf } from '../../src/timeline/preview/preview-of.ts';
import type { HeartwardApp } from '../../src/ui/heartward-app.ts';
import type { Library } from '../../src/ui/library.ts';
import type { PreviewSource } from '../../src/ui/preview-source.ts';
import { bootsView, progress, sessionView, shapeFor } from '../unit/session-view.ts';
import '../../src/ui/register.ts';
import type { PageIntents } from '../../src/ui/page-intents.ts';
import type { TraceSource } from '../../src/ui/trace-source.ts';

declare global {
  interface Window {
    done: string[];
  }
}

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
const boots = bootsView({ name: 'Heartward simulated', battery: 82, serial: 'SIM-1' });
const nothing = sessionView();
const connected: SessionView = {
  ...nothing,
  link: 'connected',
  boots,
  legs: {
    left: leg(five, [0, 0, 1, 0, 0], ['vent', 'vent', 'vent', 'vent', 'vent']),
    right: leg(five, [0, 0, 0, 0, 0], ['vent', 'vent', 'vent', 'vent', 'vent']),
  },
};
const crest: SessionView = {
  ...connected,
  phase: 'running',
  progress: progress({ left: seconds(760), cycle: 17 }),
  doing: { kind: 'filling', parts: ['calf'], holding: ['foot', 'ankle'] },
  legs: {
    left: leg(five, [31, 32, 54, 19, 18], [30, 30, 55, 18, 18]),
    right: leg(five, [30, 31, 47, 19, 17], [30, 30, 55, 18, 18]),
  },
};
const real = { ...boots, simulated: false, name: 'Heartward hub 0042' };

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

/** A program chosen, on these boots. */
const chose = (program: Program, more: Partial<SessionView> = {}): SessionView => {
  const settings = { ...asMeant(program), ...more.settings };
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

interface Picture {
  readonly view: SessionView;
  readonly acknowledged?: boolean;
  readonly bluetooth?: boolean;
  readonly library?: Library;
}

const pictures: Readonly<Record<string, Picture>> = {
  sent: { view: nothing, library: { own: [evening], said: { kind: 'sent', program: evening } } },
  own: {
    view: chose(evening),
    library: { own: [evening], said: { kind: 'added', program: evening, again: false } },
  },
  link: {
    view: chose(evening),
    library: {
      own: [evening],
      said: { kind: 'link', link: 'https://example.org/heartward/#program=eyJmb3JtYXQi' },
    },
  },
  'bad-file': {
    view: connected,
    library: {
      own: [],
      said: {
        kind: 'refused',
        what: 'evening.json',
        problems: [
          { place: 'peak', reason: 'It is not a number.', suggestion: 'Write a number from 15 to 100.' },
          { place: 'pattern, ramp', reason: 'There is no “rmap”.', suggestion: 'Did you mean “ramp”?' },
        ],
      },
    },
  },
  strong: {
    view: chose(strong, {
      problems: [
        {
          place: 'intensity',
          reason: 'More than 80 mmHg must be confirmed for this session.',
          suggestion: 'Choose 15 to 80 mmHg.',
        },
      ],
    }),
  },
  confirmed: {
    view: chose(strong, {
      boots: { ...boots, highest: mmhg(100), longest: 20 },
      settings: { ...asMeant(strong), confirmed: true },
    }),
  },
  clamped: {
    view: chose(ultra, {
      notice: {
        kind: 'clamped',
        problem: {
          place: 'minutes',
          reason: 'A session above 80 mmHg lasts 20 minutes at most.',
          suggestion: 'It is 20 minutes now.',
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
          place: 'minutes',
          reason: 'A session lasts 60 minutes at most.',
          suggestion: 'It is 60 minutes now.',
        },
      },
    },
  },
  problems: {
    view: chose(slow, { boots: oneZone, problems: validate(asMeant(slow), oneZone.shape) }),
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
        ...asMeant(programs[1] ?? strong),
        zones: {
          left: [asProgrammed, { ...asProgrammed, trim: mmhg(-10) }],
          right: [asProgrammed, { ...asProgrammed, on: false }],
        },
      },
    }),
  },
  changed: { view: chose(ultra, { settings: { ...asMeant(ultra), intensity: mmhg(42) } }) },
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
  acknowledge: { view: { ...connected, boots: real }, acknowledged: false },
  choose: { view: connected },
  refused: {
    view: {
      ...connected,
      notice: {
        kind: 'programRefused',
        problems: [
          {
            place: 'thigh',
            reason: 'The thigh would be squeezed for 74 s at a time; 60 s is the limit.',
            suggestion: 'Choose less pressure.',
          },
        ],
      },
    },
  },
  preparing: {
    view: { ...connected, phase: 'preparing', doing: { kind: 'zeroing', parts: [], holding: [] } },
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
      doing: { kind: 'paused', parts: [], holding: [] },
      legs: connected.legs,
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
  fault: {
    view: {
      ...connected,
      phase: 'ended',
      ended: 'fault',
      progress: progress({ left: seconds(760), cycle: 17 }),
      latched: { kind: 'fault', fault: 'leak', side: 'left', part: 'calf' },
      notice: { kind: 'fault', fault: 'leak', side: 'left', part: 'calf' },
    },
  },
};

/** Two minutes of a wave, repeated every 52 s. */
function traceSamples(side: Side, parts: readonly BodyPart[]): TraceSample[] {
  const samples: TraceSample[] = [];
  const pressures = parts.map(() => 4);
  for (let t = 0; t <= 120; t += 0.2) {
    const c = (t + (side === 'left' ? 0 : 0.4)) % 52;
    const targets = parts.map((_, zone): Target => {
      const on = 3 + zone * (34 / parts.length);
      const step = 34 / parts.length;
      if (c < 3) return mmhg(18);
      if (c > 42) return c > 46 ? 'seal' : 'vent';
      if (c < on) return mmhg(18);
      if (c < on + step) return mmhg(55);
      return c < on + 3 * step ? mmhg(30) : 'vent';
    });
    for (const [zone, target] of targets.entries()) {
      const goal = typeof target === 'number' ? target : 4;
      const now = pressures[zone] ?? 4;
      const fall = (goal - now) * 0.14;
      pressures[zone] =
        target === 'seal' ? now : now + (goal > now ? Math.min(2.6, (goal - now) * 0.4) : fall);
    }
    samples.push({ at: seconds(t), side, pressures: pressures.map((p) => mmhg(p)), targets });
  }
  return samples;
}

function sourceFor(parts: readonly BodyPart[]): TraceSource {
  const kept = { left: traceSamples('left', parts), right: traceSamples('right', parts) };
  return { revision: 1, last: (side) => kept[side] };
}

const note =
  (what: string) =>
  (...how: readonly unknown[]): void => {
    window.done.push([what, ...how].join(' '));
  };
const intents: PageIntents = {
  chooseSimulated: note('chooseSimulated'),
  choosePaired: note('choosePaired'),
  pressButton: note('pressButton'),
  acknowledge: note('acknowledge'),
  connect: note('connect'),
  addOther: note('addOther'),
  setZone: note('setZone'),
  confirm: note('confirm'),
  disconnect: note('disconnect'),
  choose: note('choose'),
  setIntensity: note('setIntensity'),
  setMinutes: note('setMinutes'),
  start: note('start'),
  pause: note('pause'),
  resume: note('resume'),
  stop: note('stop'),
  acknowledgeFault: note('acknowledgeFault'),
  dismissNotice: note('dismissNotice'),
  takeFiles: note('takeFiles'),
  takeText: note('takeText'),
  saveProgram: note('saveProgram'),
  keepProgram: note('keepProgram'),
  shareProgram: note('shareProgram'),
  forgetProgram: note('forgetProgram'),
  dismissSaid: note('dismissSaid'),
};

const drawn = new WeakMap<Settings, Preview>();
/** Worked out when they are asked for: a picture stands still, and has one pair of boots. */
const previews: PreviewSource = {
  of: (settings, shape, fills) => {
    const preview = drawn.get(settings) ?? previewOf(settings, shape, fills);
    drawn.set(settings, preview);
    return preview;
  },
  watch: () => () => undefined,
};

window.done = [];
const chosen = pictures[new URLSearchParams(location.search).get('picture') ?? ''];
if (chosen) {
  const app: HeartwardApp = document.createElement('heartward-app') as HeartwardApp;
  app.view = chosen.view;
  app.intents = intents;
  app.programs = programs;
  app.plain = plainPrograms;
  app.previews = previews;
  app.library = chosen.library ?? { own: [], said: null };
  app.trace = sourceFor(chosen.view.boots?.parts ?? []);
  app.bluetoothAvailable = chosen.bluetooth ?? true;
  app.acknowledged = chosen.acknowledged ?? true;
  document.body.append(app);
} else {
  for (const name of Object.keys(pictures)) {
    const link = document.createElement('a');
    link.href = `?picture=${name}`;
    link.textContent = name;
    link.style.display = 'block';
    document.body.append(link);
  }
}
