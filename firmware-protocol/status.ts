/** The status that the boots report (PROTOCOL.md 6). Each report contains every field. */

import { faultCodes } from './fault-codes.ts';
import { bitsOfBoots, named, type ValueOf } from './layout/field.ts';
import { type Decoded, decodeFrame, encodeFrame } from './layout/frame.ts';
import { layout } from './layout/layout.ts';
import { orNone, u8, u16, u32 } from './layout/number-field.ts';
import { resultCodes } from './response.ts';

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
  counter: u8({ min: 1 }),
  therapy: named(therapyCodes),
  operation: named(operationCodes),
  clock: u32({ unit: 'ms' }),
  playhead: u32({ unit: 'ms' }),
  wall: u16({ unit: 's' }),
  held: u16({ unit: 'keyframes' }),
  free: u16({ unit: 'keyframes' }),
  nextBatch: u16({ min: 1 }),
  refusal: named(timelineRefusalCodes),
  refusedBatch: u16(),
  fault: named(faultCodes),
  faultZone: orNone(u8({ max: 15 }), 255),
  warning: named(faultCodes),
  warningZone: orNone(u8({ max: 15 }), 255),
  flags: bitsOfBoots(16, statusFlags),
  battery: orNone(u8({ unit: '%', max: 100 }), 255),
  bootCount: u16(),
  lastOp: u8(),
  lastCounter: u8(),
  lastResult: u8({ max: Math.max(...Object.values(resultCodes)) }),
  /** Low 16 bits of the holder's token; 0 = nobody holds control. */
  holder: u16(),
  endReason: named(endReasonCodes),
  cycles: u16(),
  waited: u32({ unit: 'ms' }),
  gates: u16(),
  underruns: u8(),
});

export type Status = ValueOf<typeof statusLayout>;

export const encodeStatus = (status: Status): Uint8Array<ArrayBuffer> => encodeFrame(statusLayout, status);
/** @param mayBeLonger as in `decodeFrame` */
export const decodeStatus = (bytes: Uint8Array, mayBeLonger = false): Decoded<Status> =>
  decodeFrame(statusLayout, bytes, mayBeLonger);
