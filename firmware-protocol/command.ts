/** Control-point commands (PROTOCOL.md 4). The table is the contract: op code, parameters, who may, when. */

import { bits, orCode, Refusal, unsigned } from './field.ts';
import { CRC_BYTES, checkMismatch, type Decoded, damage, refused, sealed, taken, viewOf } from './frame.ts';
import { HIGHEST_TARGET } from './keyframe.ts';
import { type Layout, layout } from './layout.ts';
import type { Milliseconds, Mmhg, Seconds } from './quantities.ts';

export const header = layout({
  op: unsigned(8),
  counter: unsigned(8, { min: 1 }),
  token: unsigned(32),
});

const pressure = unsigned<Mmhg>(8, { scale: 0.5, unit: 'mmHg', min: 0, max: HIGHEST_TARGET });
const none = layout({});

/** Raw value of an allowance that lasts to the end of the session. */
export const ALLOWANCE_TO_THE_END = 255;
/** How long the holder may be silent: 5 to 30 s, or 255: to the end of the session. */
export const allowance = orCode(
  unsigned<Seconds>(8, { unit: 's', min: 5, max: 30 }),
  'toTheEnd',
  ALLOWANCE_TO_THE_END,
);

export const parameters = {
  stop: none,
  requestControl: layout({ major: unsigned(8), minor: unsigned(8), previousToken: unsigned(32) }),
  prepare: layout({
    highestTarget: pressure,
    flags: bits(8, ['above80Confirmed']),
    longestWall: unsigned<Seconds>(16, { unit: 's', min: 1, max: 3600 }),
    allowance,
  }),
  start: layout({ at: unsigned<Milliseconds>(32, { unit: 'ms' }) }),
  pause: none,
  resume: layout({ at: unsigned<Milliseconds>(32, { unit: 'ms' }) }),
  ceiling: layout({ ceiling: pressure }),
  drop: layout({ from: unsigned<Milliseconds>(32, { unit: 'ms' }) }),
  acknowledgeFault: layout({ fault: unsigned(8) }),
  identify: layout({ duration: unsigned<Seconds>(8, { unit: 's', min: 1, max: 30 }) }),
  readClock: none,
  keepAlive: none,
  /** A set bit clears the status flag of the same bit; bits 8 to 15 are reserved. */
  resetFlags: layout({ mask: unsigned(16, { max: 0xff }) }),
} as const;

export type Op = keyof typeof parameters;
type ParametersOf<O extends Op> = (typeof parameters)[O] extends Layout<infer T> ? T : never;

export const opCodes: Readonly<Record<Op, number>> = {
  stop: 0x01,
  requestControl: 0x02,
  prepare: 0x03,
  start: 0x04,
  pause: 0x05,
  resume: 0x06,
  ceiling: 0x07,
  drop: 0x08,
  acknowledgeFault: 0x09,
  identify: 0x0a,
  readClock: 0x0b,
  keepAlive: 0x0c,
  resetFlags: 0x0d,
};

const ops = new Map<number, Op>((Object.keys(opCodes) as Op[]).map((op) => [opCodes[op], op]));
export const opOf = (code: number): Op | undefined => ops.get(code);

/** What a command asks for, without the envelope of counter and token. */
export type Request = { readonly [O in Op]: { readonly op: O } & ParametersOf<O> }[Op];
export type Command = Request & { readonly counter: number; readonly token: number };

/** Throws RangeError on a parameter out of range. */
export function encodeCommand(command: Command): Uint8Array<ArrayBuffer> {
  const shape = parameters[command.op] as Layout<unknown>;
  const bytes = new Uint8Array(header.bytes + shape.bytes + CRC_BYTES);
  const view = viewOf(bytes);
  header.write(view, 0, { op: opCodes[command.op], counter: command.counter, token: command.token });
  shape.write(view, header.bytes, command);
  return sealed(bytes);
}

/** Whether these bytes are a Stop: the one frame obeyed whatever follows its op code (PROTOCOL.md 4.1). */
export const isStop = (bytes: Uint8Array): boolean => bytes[0] === opCodes.stop;
/** The counter that the response to a Stop carries: byte 1 whatever it is, 0 if there is none. */
export const stopCounter = (bytes: Uint8Array): number => bytes[1] ?? 0;

/**
 * The command in these bytes. Refusals: `short`, `long`, `crc` and counter 0 (`invalid` at offset 1) get no answer; `unknown` is
 * answered *not supported*, any other `invalid` *invalid parameter* with the offset. Another major version in a Request control
 * is a value: it is the boots that answer it with their own. Not for Stop, which `isStop` recognises.
 */
export function decodeCommand(bytes: Uint8Array): Decoded<Command> {
  if (bytes.length < header.bytes + CRC_BYTES) {
    return refused(new Refusal('short', 'shorter than any command', bytes.length));
  }
  const mismatch = checkMismatch(bytes);
  if (mismatch) return refused(mismatch);
  const view = viewOf(bytes);
  const head = header.read(view, 0);
  if (head instanceof Refusal) return refused(head);
  const op = opOf(head.op);
  if (!op) return refused(new Refusal('unknown', `op code ${head.op} is not known`, 0));
  const shape = parameters[op] as Layout<object>;
  const harm = damage(bytes, header.bytes + shape.bytes + CRC_BYTES);
  if (harm) return refused(harm);
  const values = shape.read(view, header.bytes);
  if (values instanceof Refusal) return refused(values);
  return taken({ op, counter: head.counter, token: head.token, ...values } as Command);
}
