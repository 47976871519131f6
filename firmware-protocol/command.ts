/** Control Point commands (PROTOCOL.md 4): the op code of each, its parameters, and the body of the response that reports success. */

import { pressure } from './keyframe.ts';
import { bits, type Field, Refusal, utf8, type ValueOf } from './layout/field.ts';
import { type Decoded, decodeHeaded, encodeHeaded } from './layout/frame.ts';
import { type Layout, layout } from './layout/layout.ts';
import { orCode, u8, u16, u32 } from './layout/number-field.ts';
import { seconds } from './quantities.ts';

export const nothing = layout({});

export const PROGRAM_NAME_BYTES = 24;

/** Cuts a name to `PROGRAM_NAME_BYTES` of UTF-8, never inside a character, and before any NUL character. */
export function programName(name: string): string {
  let cut = '';
  let bytes = 0;
  for (const character of name) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > PROGRAM_NAME_BYTES || character === '\0') break;
    cut += character;
  }
  return cut;
}

/** The code on the wire, and the decoded value in s, of an allowance that lasts to the end of the session. */
export const ALLOWANCE_TO_THE_END = 255;
export const SHORTEST_ALLOWANCE = seconds(5);
/** How long the holder of control may be silent in a session. */
export const allowance = orCode(
  u8({ unit: 's', min: SHORTEST_ALLOWANCE, max: 30 }),
  'toTheEnd',
  ALLOWANCE_TO_THE_END,
  seconds(ALLOWANCE_TO_THE_END),
);

/** Time by the controller's calendar, s since the beginning of 1970 UTC; 0 = unknown. Boots have no calendar. */
export const calendar = u32();
/** The boots keep the records of this many sessions: the latest. */
export const RECORDS_KEPT = 20;

export const commands = {
  stop: { code: 0x01, parameters: nothing, answer: nothing },
  requestControl: {
    code: 0x02,
    parameters: layout({ major: u8(), minor: u8(), previousToken: u32() }),
    answer: layout({ token: u32({ min: 1, remark: 'low 16 bits never 0' }), minor: u8() }),
  },
  prepare: {
    code: 0x03,
    parameters: layout({
      highestTarget: pressure,
      flags: bits(8, ['above80Confirmed']),
      longestWall: u16({ unit: 's', min: 1, max: 3600 }),
      allowance,
      program: utf8(PROGRAM_NAME_BYTES),
      calendar,
    }),
    answer: nothing,
  },
  start: { code: 0x04, parameters: layout({ at: u32({ unit: 'ms' }) }), answer: nothing },
  pause: { code: 0x05, parameters: nothing, answer: nothing },
  resume: { code: 0x06, parameters: layout({ at: u32({ unit: 'ms' }) }), answer: nothing },
  ceiling: { code: 0x07, parameters: layout({ ceiling: pressure }), answer: nothing },
  drop: { code: 0x08, parameters: layout({ from: u32({ unit: 'ms' }) }), answer: nothing },
  acknowledgeFault: { code: 0x09, parameters: layout({ fault: u8() }), answer: nothing },
  identify: {
    code: 0x0a,
    parameters: layout({ duration: u8({ unit: 's', min: 1, max: 30 }) }),
    answer: nothing,
  },
  readClock: { code: 0x0b, parameters: nothing, answer: layout({ clock: u32({ unit: 'ms' }) }) },
  keepAlive: { code: 0x0c, parameters: nothing, answer: nothing },
  /** Each set bit clears the status flag at the same position; bits 8 to 15 are reserved. */
  resetFlags: { code: 0x0d, parameters: layout({ mask: u16({ max: 0xff }) }), answer: nothing },
  /**
   * Asks for the record with this number and all later ones. 0, or a number that is not stored, asks for all. The response says how many
   * records follow.
   */
  reportRecords: {
    code: 0x0e,
    parameters: layout({ from: u16() }),
    answer: layout({ records: u8({ max: RECORDS_KEPT }) }),
  },
  /**
   * Deletes the record with this number and all earlier ones. 0 deletes all; a number that is not stored deletes none.
   */
  deleteRecords: { code: 0x0f, parameters: layout({ through: u16() }), answer: nothing },
} as const;

export type Op = keyof typeof commands;
export type AnswerTo<O extends Op> = ValueOf<(typeof commands)[O]['answer']>;

const ops = Object.keys(commands) as Op[];
export const opCodes = Object.fromEntries(ops.map((op) => [op, commands[op].code])) as Readonly<
  Record<Op, number>
>;
const byCode = new Map<number, Op>(ops.map((op) => [commands[op].code, op]));
export const opOf = (code: number): Op | undefined => byCode.get(code);

const code = u8();
/** The name of an op code, or the code itself if this version does not know it. */
export const opField: Field<Op | number> = {
  ...code,
  write: (view, at, op) => code.write(view, at, typeof op === 'number' ? op : opCodes[op]),
  read: (view, at) => opOf(view.getUint8(at)) ?? view.getUint8(at),
};

export const commandHead = layout({ op: opField, counter: u8({ min: 1 }), token: u32() });

/** A command without its counter and token. */
export type Request<O extends Op = Op> = {
  readonly [K in O]: { readonly op: K } & ValueOf<(typeof commands)[K]['parameters']>;
}[O];
export type Command<O extends Op = Op> = Request<O> & { readonly counter: number; readonly token: number };

const parametersOf = (op: Op): Layout<object> => commands[op].parameters;

/** Throws RangeError for a value that cannot be sent. */
export const encodeCommand = (command: Command): Uint8Array<ArrayBuffer> =>
  encodeHeaded(commandHead, parametersOf(command.op), command);

/** The boots obey a Stop whatever follows the op code (PROTOCOL.md 4.1). */
export const isStop = (bytes: Uint8Array): boolean => bytes[0] === opCodes.stop;
/** The counter to put into the response to a Stop: byte 1 of the Stop, which may be 0; 0 if the Stop has no byte 1. */
export const stopCounter = (bytes: Uint8Array): number => bytes[1] ?? 0;

/**
 * Call `isStop` first, because the boots obey even a damaged Stop. The boots do not answer a command refused as `short`, `long` or `crc`,
 * or as `invalid` at offset 1 (counter 0). They answer `unknown` with *not supported*, and any other `invalid` with *invalid parameter* and
 * the offset. A Request control is decoded whatever major version it names.
 */
export const decodeCommand = (bytes: Uint8Array): Decoded<Command> =>
  decodeHeaded(commandHead, parametersAfter, bytes) as Decoded<Command>;

const parametersAfter = ({ op }: ValueOf<typeof commandHead>): Layout<object> | Refusal =>
  typeof op === 'number' ? new Refusal('unknown', `op code ${op} is not known`, 0) : parametersOf(op);
