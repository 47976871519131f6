/** Pictures of a session: its phases and ends, and boots with several numbers of zones. */

import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { windDown } from '../../../src/program/presets/wind-down.ts';
import { progress } from '../../unit/session-view.ts';
import type { Picture } from './picture.ts';
import { chose, connected, crest, five, leg, real, underWay, zoned } from './views.ts';

export const picturedSessions: Readonly<Record<string, Picture>> = {
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
  preparing: {
    view: { ...underWay, phase: 'preparing', doing: { kind: 'zeroing', parts: [], holding: [] } },
  },
  crest: { view: crest },
  real: {
    view: { ...crest, boots: real, pending: { intensity: true, duration: true }, intensity: mmhg(62) },
  },
  three: { view: zoned(3) },
  eight: { view: zoned(8) },
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
};
