/** The boots' responses on the Control Point (PROTOCOL.md 4): `80 | op | result | counter | body | CRC`. */

import { type AnswerTo, commands, nothing, type Op, opField } from './command.ts';
import { named, Refusal, type ValueOf } from './layout/field.ts';
import { type Decoded, decodeHeaded, encodeHeaded } from './layout/frame.ts';
import { type Layout, layout } from './layout/layout.ts';
import { constant } from './layout/layout-parts.ts';
import { u8, u16 } from './layout/number-field.ts';

export const RESPONSE_CODE = 0x80;

export const resultCodes = {
  success: 1,
  notSupported: 2,
  invalidParameter: 3,
  failed: 4,
  notPermitted: 5,
  outOfLimits: 6,
  busy: 7,
  faultLatched: 8,
  needsPress: 9,
} as const;
export type Result = keyof typeof resultCodes;

export const permissionReasons = { noControl: 1, heldByAnother: 2, wrongState: 3 } as const;
export type PermissionReason = keyof typeof permissionReasons;

export const responseHead = layout({
  response: constant(RESPONSE_CODE),
  op: opField,
  result: named(resultCodes),
  counter: u8(),
});

/** Without success, whose body `commands` declares. */
export const rejectionBodies = {
  notSupported: layout({ major: u8(), minor: u8() }),
  invalidParameter: layout({ offset: u8() }),
  failed: nothing,
  notPermitted: layout({ reason: named(permissionReasons) }),
  outOfLimits: layout({ limit: u8(), value: u16() }),
  busy: nothing,
  faultLatched: layout({ fault: u8() }),
  needsPress: nothing,
} as const satisfies Record<Exclude<Result, 'success'>, unknown>;

type RejectionBodies = typeof rejectionBodies;

export type Success<O extends Op = Op> = {
  readonly [K in O]: { readonly result: 'success'; readonly op: K } & AnswerTo<K>;
}[O];
export type Rejection<O extends Op = Op> = {
  readonly [R in keyof RejectionBodies]: { readonly result: R; readonly op: O } & ValueOf<RejectionBodies[R]>;
}[keyof RejectionBodies];
/** Typed by op code: the success of a Request control has a token. */
export type Outcome<O extends Op = Op> = Success<O> | Rejection<O>;

/** The boots answer *not supported* to an op code that they do not know. This is the answer if this version does not know it either. */
interface UnknownOp extends ValueOf<RejectionBodies['notSupported']> {
  readonly result: 'notSupported';
  readonly op: number;
}

export type Response = (Outcome | UnknownOp) & { readonly counter: number };

const bodyOf = (op: Op | number, result: Result): Layout<object> =>
  result !== 'success' ? rejectionBodies[result] : typeof op === 'number' ? nothing : commands[op].answer;

/** Throws RangeError for a value that cannot be sent. */
export const encodeResponse = (response: Response): Uint8Array<ArrayBuffer> =>
  encodeHeaded(responseHead, bodyOf(response.op, response.result), response);

/** Refuses an unknown op code, unless the result is *not supported*. @param mayBeLonger as in `decodeFrame` */
export const decodeResponse = (bytes: Uint8Array, mayBeLonger = false): Decoded<Response> =>
  decodeHeaded(responseHead, bodyAfter, bytes, mayBeLonger) as Decoded<Response>;

const bodyAfter = ({ op, result }: ValueOf<typeof responseHead>): Layout<object> | Refusal =>
  typeof op === 'number' && result !== 'notSupported'
    ? new Refusal('unknown', `op code ${op} is not known`, 1)
    : bodyOf(op, result);
