/** Pictures of a session: its phases, messages and ends, on boots with several numbers of zones. */

import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { windDown } from '../../../src/program/presets/wind-down.ts';
import { progress } from '../../unit/session-view.ts';
import type { Picture } from './picture.ts';
import { boots, chose, connected, crest, five, leg, real, underWay, zoned } from './views.ts';

export const picturedSessions: Readonly<Record<string, Picture>> = {
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
  'bluetooth-lost': {
    view: {
      ...crest,
      link: 'reconnecting',
      stale: true,
      notice: { kind: 'bluetoothLost', session: 'playing' },
    },
  },
  'stop-not-sendable': {
    view: {
      ...crest,
      link: 'reconnecting',
      phase: 'stopping',
      stale: true,
      notice: { kind: 'stopNotSendable' },
    },
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
