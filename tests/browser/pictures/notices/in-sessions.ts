/** The notices about a session and about the boots that play it, with the views in which pictures show them. */

import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { ultra } from '../../../../src/program/presets/ultra.ts';
import type { Ending, SessionView, SettingNotice } from '../../../../src/session/view.ts';
import { progress } from '../../../unit/session-view.ts';
import { boots, chose, connected, crest, real } from '../views.ts';
import type { ShownNotices } from './pictured-notices.ts';

const stopping: SessionView = { ...crest, phase: 'stopping' };
const paused: SessionView = {
  ...crest,
  phase: 'paused',
  airOut: 'yes',
  resumable: { kind: 'yes' },
  doing: { kind: 'paused', parts: [], holding: [] },
  legs: connected.legs,
};
const ended = (why: Ending, more: Partial<SessionView> = {}): SessionView => ({
  ...connected,
  boots: real,
  phase: 'ended',
  ended: why,
  progress: progress({ left: seconds(760), cycle: 17 }),
  ...more,
});
const afterStop = ended('stoppedByController');
const barred = (why: 'limitBroken' | 'failed' | 'standingStill'): SessionView =>
  ended('stoppedByController', { startable: { kind: 'no', why } });
const leak = { kind: 'fault', fault: 'leak', side: 'left', part: 'calf' } as const;
const tooLong = (most: number, because: 'highPressure' | 'rule'): SettingNotice => ({
  kind: 'minutes',
  wrong: 'tooHigh',
  least: 1,
  limit: { most, because },
  setTo: most,
});
const low = (battery: number): SessionView => ({
  ...crest,
  boots: { ...real, battery, batteryLow: true },
});

export const noticesInSessions: ShownNotices<
  | 'failed'
  | 'silent'
  | 'standingStill'
  | 'limitBroken'
  | 'garbled'
  | 'refused'
  | 'programRefused'
  | 'clamped'
  | 'stopNotConfirmed'
  | 'stopNotSendable'
  | 'notEmptying'
  | 'airNotKnown'
  | 'notHeard'
  | 'notNow'
  | 'notBegun'
  | 'calledOff'
  | 'rebooted'
  | 'misfit'
  | 'batteryLow'
  | 'recordsDeleted'
  | 'fault'
  | 'warning'
> = {
  failed: [['failed', { kind: 'failed', detail: 'RangeError: Invalid time value' }, barred('failed')]],
  silent: [['silent', { kind: 'silent' }, afterStop]],
  standingStill: [['standing-still', { kind: 'standingStill', sides: [] }, barred('standingStill')]],
  limitBroken: [
    [
      'limit-broken',
      { kind: 'limitBroken', limit: 'overPressure', side: 'left', part: 'calf' },
      barred('limitBroken'),
    ],
    [
      'not-as-planned',
      { kind: 'limitBroken', limit: 'plan', asked: mmhg(30), measured: mmhg(62), side: 'left', part: 'calf' },
      barred('limitBroken'),
    ],
    [
      'limit-broken-stopping',
      { kind: 'limitBroken', limit: 'reverseGradient', side: 'right', part: 'lower thigh' },
      stopping,
    ],
  ],
  garbled: [
    [
      'unsure',
      {
        kind: 'garbled',
        cause: { kind: 'frame', detail: 'telemetry of 0x00112233445566778899aabbccddeeff0011223344' },
      },
      { ...crest, phase: 'unsure' },
    ],
  ],
  refused: [
    ['start-refused', { kind: 'refused', command: 'start', reason: 'busy' }, connected],
    ['pause-refused', { kind: 'refused', command: 'pause', reason: 'notPermitted' }, crest],
  ],
  programRefused: [
    [
      'refused',
      {
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
      connected,
    ],
  ],
  clamped: [
    ['clamped', { kind: 'clamped', problem: tooLong(20, 'highPressure') }, chose(ultra)],
    ['clamped-running', { kind: 'clamped', problem: tooLong(60, 'rule') }, crest],
  ],
  stopNotConfirmed: [
    ['stop-not-confirmed', { kind: 'stopNotConfirmed', sides: ['left'] }, stopping],
    [
      'no-button',
      { kind: 'stopNotConfirmed', sides: ['left', 'right'] },
      { ...stopping, boots: { ...boots, physicalStop: false } },
    ],
  ],
  stopNotSendable: [
    ['stop-not-sendable', { kind: 'stopNotSendable' }, { ...stopping, link: 'reconnecting', stale: true }],
  ],
  notEmptying: [
    [
      'not-emptying',
      { kind: 'notEmptying', places: [{ side: 'left', part: 'calf' }], sides: [] },
      { ...stopping, boots: real },
    ],
    [
      'several-not-emptying',
      {
        kind: 'notEmptying',
        places: [
          { side: 'left', part: 'calf' },
          { side: 'right', part: 'knee' },
          { side: 'right', part: 'lower thigh' },
        ],
        sides: [],
      },
      ended('stoppedByController', {
        startable: { kind: 'no', why: 'airNotOut' },
        airOut: 'no',
        legs: crest.legs,
      }),
    ],
  ],
  airNotKnown: [
    [
      'air-not-known',
      { kind: 'airNotKnown', places: [{ side: 'right', part: 'foot' }], sides: [] },
      ended('stoppedByController', { airOut: 'unknown' }),
    ],
  ],
  notHeard: [
    ['pause-not-heard', { kind: 'notHeard', what: 'pause' }, crest],
    ['resume-not-heard', { kind: 'notHeard', what: 'resume' }, paused],
  ],
  notNow: [['not-now', { kind: 'notNow', what: 'pause' }, { ...crest, link: 'reconnecting', stale: true }]],
  notBegun: [['not-begun', { kind: 'notBegun' }, connected]],
  calledOff: [['called-off', { kind: 'calledOff', by: 'button' }, connected]],
  misfit: [
    [
      'fit-no-leg',
      { kind: 'misfit', findings: [{ kind: 'noLeg', side: 'left', share: 0.5 }], held: true },
      paused,
    ],
    [
      'fit-both',
      {
        kind: 'misfit',
        findings: [
          { kind: 'loose', side: 'left', times: 1.4 },
          { kind: 'leak', side: 'right', part: 'calf', rate: 0.04 },
        ],
        held: false,
      },
      crest,
    ],
  ],
  rebooted: [['rebooted', { kind: 'rebooted' }, ended('rebooted')]],
  batteryLow: [
    ['battery-low', { kind: 'batteryLow', level: 'low' }, low(18)],
    ['battery-nearly-empty', { kind: 'batteryLow', level: 'nearlyEmpty' }, low(6)],
  ],
  recordsDeleted: [
    ['records-deleted', { kind: 'recordsDeleted', outcome: 'done' }, connected],
    ['records-not-known', { kind: 'recordsDeleted', outcome: 'unknown' }, connected],
  ],
  fault: [
    ['fault', leak, ended('fault', { boots, startable: { kind: 'no', why: 'latched' }, latched: leak })],
  ],
  warning: [['warning', { ...leak, kind: 'warning' }, crest]],
};
