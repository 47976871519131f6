/** Parts of sentences: commands, the boots' answers to them, and what went wrong between page and boots. */

import type { Op } from '../../../../firmware-protocol/command.ts';
import type { Result } from '../../../../firmware-protocol/response.ts';
import type { TimelineRefusal } from '../../../../firmware-protocol/status.ts';
import type { Cause } from '../../../boots/cause.ts';
import type { GattOperation } from '../../../gatt/reply.ts';
import type { WordsFor } from '../../notices/problem-words.ts';

export const commands: Readonly<Record<Op, string>> = {
  stop: 'stop',
  requestControl: 'request control',
  prepare: 'prepare',
  start: 'start',
  pause: 'pause',
  resume: 'resume',
  ceiling: 'ceiling',
  drop: 'drop',
  acknowledgeFault: 'acknowledge fault',
  identify: 'identify',
  readClock: 'read clock',
  keepAlive: 'keep-alive',
  resetFlags: 'reset flags',
  reportRecords: 'report records',
  deleteRecords: 'delete records',
};

export const results: Readonly<Record<Result, string>> = {
  success: 'done',
  notSupported: 'not supported',
  invalidParameter: 'invalid parameter',
  failed: 'failed',
  notPermitted: 'not permitted',
  outOfLimits: 'out of limits',
  busy: 'busy',
  faultLatched: 'fault latched',
  needsPress: 'button press needed',
};

export const timelineRefusals: Readonly<Record<TimelineRefusal, string>> = {
  none: 'no reason given',
  crc: 'damaged on the way',
  length: 'wrong length',
  token: 'no control',
  number: 'out of sequence',
  noRoom: 'no room',
  order: 'out of order',
  late: 'too late',
  outOfLimits: 'out of limits',
  invalid: 'invalid',
  wrongState: 'not now',
};

const streams = { status: 'the status', telemetry: 'measurements', answers: 'answers' } as const;

const operations: Readonly<Record<GattOperation, string>> = {
  connect: 'connecting',
  discover: 'looking for what they offer',
  subscribe: 'asking for their reports',
  read: 'reading from them',
  write: 'writing to them',
};

const causes: WordsFor<Cause, string> = {
  link: ({ detail, during }) => `${during === undefined ? '' : `while ${operations[during]}: `}${detail}`,
  frame: ({ detail }) => `a frame could not be read (“${detail}”)`,
  withdrawn: () => 'Stop came first',
  noAnswer: ({ during }) =>
    `the boots did not answer${during === undefined ? '' : ` while ${operations[during]}`}`,
  notConnected: () => 'there was no connection',
  linkLost: () => 'the connection was lost',
  linkUseless: () => 'the connection no longer worked',
  streamSilent: ({ stream }) => `${streams[stream]} no longer came`,
  unreadable: () => 'the boots could not be read',
  noGatt: () => 'the device cannot be connected',
  notPermitted: () => 'the browser does not let this page connect to it',
  notWritable: () => 'the boots do not take such messages',
  missing: ({ uuid, property }) =>
    property === null ? `${uuid} is missing` : `${uuid} does not allow “${property}”`,
  grantLost: () => 'the answer was lost',
  linkGivenUp: () => 'this page closed the connection',
  noStatus: () => 'the boots did not report their status',
  noClock: () => 'the boots did not report their clocks',
  nothingChosen: () => 'nothing was chosen',
  timelineRefused: ({ reason }) => `the timeline was refused: ${timelineRefusals[reason]}`,
  oneBoot: ({ side, cause, stopped }) =>
    `${side} boot: ${causeWords(cause)}${stopped ? '; both are stopped' : ''}`,
};

export const causeWords = (cause: Cause): string => (causes[cause.kind] as (cause: Cause) => string)(cause);
