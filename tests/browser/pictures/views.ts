/** Views of a session, from which the pictures are made. */

import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { type BodyPart, zoneLayouts } from '../../../firmware-protocol/zones.ts';
import { deskSide } from '../../../src/program/presets/desk-side.ts';
import { type Program, startingSettings } from '../../../src/program/program.ts';
import type { SessionView, ZoneView } from '../../../src/session/view.ts';
import { bootsView, progress, sessionView, shapeFor } from '../../unit/session-view.ts';

const partsOf = (zones: number): readonly BodyPart[] => zoneLayouts[zones] ?? [];
export const leg = (
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

export const five = partsOf(5);
export const boots = bootsView({ names: ['Heartward simulated'], battery: 82, serial: 'SIM-1' });
export const nothing = sessionView();
export const connected: SessionView = {
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
export const underWay = {
  ...connected,
  startable: { kind: 'no', why: 'underWay' },
} as const satisfies SessionView;
export const crest: SessionView = {
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
export const real = { ...boots, simulated: false, names: ['Heartward hub 0042'] };

export function zoned(zones: number): SessionView {
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

export const chose = (program: Program, more: Partial<SessionView> = {}): SessionView => {
  const settings = { ...startingSettings(program), ...more.settings };
  const { intensity, minutes } = settings;
  return { ...connected, program, settings, intensity, minutes, ...more };
};
export const evening: Program = {
  ...deskSide,
  id: 'own-evening',
  name: 'Sofa evening',
  purpose: 'Mine: a light one for the sofa.',
};
export const oneZone = bootsView({ shape: { ...shapeFor(), holdsTogether: false } });
