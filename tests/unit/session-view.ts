import { litresPerMinute, mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import { type BodyPart, type Side, zoneLayouts } from '../../firmware-protocol/zones.ts';
import { restingView } from '../../src/app/session/resting-view.ts';
import type { BootsShape } from '../../src/program/boots-shape.ts';
import type { Settings } from '../../src/program/program.ts';
import type { BootsView, Progress, SessionView } from '../../src/session/view.ts';

export const shapeFor = (
  parts: readonly BodyPart[] = zoneLayouts[5] ?? [],
  sides: readonly Side[] = ['left', 'right'],
): BootsShape => ({
  parts,
  sides,
  pumps: 'shared',
  holdsTogether: true,
  sharedValves: false,
  pumpFlow: litresPerMinute(12),
  highestTarget: mmhg(80),
  highestConfirmed: mmhg(100),
  longestSession: seconds(3600),
  longestAbove30: seconds(60),
});

export const bootsView = (more: Partial<BootsView> = {}): BootsView => {
  const shape = more.shape ?? shapeFor(more.parts, more.sides);
  return {
    names: ['hub'],
    simulated: true,
    parts: shape.parts,
    sides: shape.sides,
    shape,
    missing: null,
    battery: 80,
    batteryLow: false,
    highest: mmhg(80),
    longest: 60,
    physicalStop: true,
    alone: null,
    pair: false,
    secondGauge: true,
    records: 'deletable',
    serial: '1',
    ...more,
  };
};

export const progress = (more: Partial<Progress> = {}): Progress => ({
  promised: seconds(1800),
  left: seconds(760),
  ran: seconds((more.promised ?? 1800) - (more.left ?? 760)),
  limit: null,
  finishing: false,
  cycle: 17,
  completed: 16,
  cycles: 28,
  inCycle: seconds(5),
  settling: null,
  cycleTime: seconds(65),
  ...more,
});

export const sessionView = (more: Partial<SessionView> = {}): SessionView => {
  const settings: Settings = more.settings ?? restingView.settings;
  return {
    ...restingView,
    program: settings.program,
    intensity: settings.intensity,
    minutes: settings.minutes,
    settings,
    ...more,
  };
};
