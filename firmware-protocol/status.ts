/** How the boots are (PROTOCOL.md 6). */

import { absentAt, bits, named, unsigned, type ValueOf } from './field.ts';
import { type Decoded, decodeFrame, encodeFrame } from './frame.ts';
import { layout } from './layout.ts';
import type { Milliseconds, Seconds } from './quantities.ts';

export const therapyCodes = { stopped: 0, paused: 1, running: 2 } as const;
export type Therapy = keyof typeof therapyCodes;

export const operationCodes = {
  idle: 0,
  preparing: 1,
  ready: 2,
  playing: 3,
  waiting: 4,
  venting: 5,
  faulted: 6,
} as const;
export type Operation = keyof typeof operationCodes;

export const timelineRefusalCodes = {
  none: 0,
  crc: 1,
  length: 2,
  token: 3,
  number: 4,
  noRoom: 5,
  order: 6,
  late: 7,
  outOfLimits: 8,
  invalid: 9,
  wrongState: 10,
} as const;
export type TimelineRefusal = keyof typeof timelineRefusalCodes;

/** Faults and warnings (PROTOCOL.md 7). */
export const faultCodes = {
  none: 0,
  overPressure: 1,
  independentOverPressure: 2,
  squeezedTooLong: 3,
  squeezedTooMuch: 4,
  reverseGradient: 5,
  gate: 6,
  notEmptying: 7,
  leak: 8,
  notFilling: 9,
  sensor: 10,
  pump: 11,
} as const;
export type Fault = keyof typeof faultCodes;

export const endReasonCodes = {
  none: 0,
  finished: 1,
  stoppedByController: 2,
  stoppedAtBoots: 3,
  ranDry: 4,
  alone: 5,
  wallTime: 6,
  fault: 7,
  rebooted: 8,
  pausedTooLong: 9,
} as const;
export type EndReason = keyof typeof endReasonCodes;

export const statusFlags = [
  'stateChanged',
  'buttonPressed',
  'controlLost',
  'fault',
  'warning',
  'ranDry',
  'sessionEnded',
  'rebooted',
] as const;
export type StatusFlag = (typeof statusFlags)[number];

export const statusLayout = layout({
  counter: unsigned(8, { min: 1 }),
  therapy: named<Therapy>(therapyCodes),
  operation: named<Operation>(operationCodes),
  clock: unsigned<Milliseconds>(32, { unit: 'ms' }),
  playhead: unsigned<Milliseconds>(32, { unit: 'ms' }),
  wall: unsigned<Seconds>(16, { unit: 's' }),
  held: unsigned(16, { unit: 'keyframes' }),
  free: unsigned(16, { unit: 'keyframes' }),
  nextBatch: unsigned(16, { min: 1 }),
  refusal: named<TimelineRefusal>(timelineRefusalCodes),
  refusedBatch: unsigned(16),
  fault: named<Fault>(faultCodes),
  faultZone: absentAt(unsigned(8, { max: 15 }), 255),
  warning: named<Fault>(faultCodes),
  warningZone: absentAt(unsigned(8, { max: 15 }), 255),
  flags: bits(16, statusFlags),
  battery: absentAt(unsigned(8, { unit: '%', max: 100 }), 255),
  bootCount: unsigned(16),
  lastOp: unsigned(8),
  lastCounter: unsigned(8),
  lastResult: unsigned(8, { max: 9 }),
  /** Low 16 bits of the token of whoever holds control; 0 = nobody. */
  holder: unsigned(16),
  endReason: named<EndReason>(endReasonCodes),
  cycles: unsigned(16),
  waited: unsigned<Milliseconds>(32, { unit: 'ms' }),
  gates: unsigned(16),
  underruns: unsigned(8),
});

export type Status = ValueOf<typeof statusLayout>;

export const encodeStatus = (status: Status): Uint8Array<ArrayBuffer> => encodeFrame(statusLayout, status);
export const decodeStatus = (bytes: Uint8Array): Decoded<Status> => decodeFrame(statusLayout, bytes);
