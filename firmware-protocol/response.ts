/** What the boots answer on the Control Point (PROTOCOL.md 4): `80 | op | result | counter | body | CRC`. */

import { type Op, opCodes, opOf } from './command.ts';
import { named, Refusal, unsigned } from './field.ts';
import { CRC_BYTES, checkMismatch, type Decoded, damage, refused, sealed, taken, viewOf } from './frame.ts';
import { type Layout, layout } from './layout.ts';
import type { Milliseconds } from './quantities.ts';

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
const result = named<Result>(resultCodes);

export const permissionReasons = { noControl: 1, heldByAnother: 2, wrongState: 3 } as const;
export type PermissionReason = keyof typeof permissionReasons;

export const responseHead = layout({
  response: unsigned(8, { min: RESPONSE_CODE, max: RESPONSE_CODE }),
  op: unsigned(8),
  result,
  counter: unsigned(8),
});

const none = layout({});
/** Bodies by result; success has a body for two op codes only. */
export const bodies = {
  requestControl: layout({ token: unsigned(32, { min: 1 }), minor: unsigned(8) }),
  readClock: layout({ clock: unsigned<Milliseconds>(32, { unit: 'ms' }) }),
  notSupported: layout({ major: unsigned(8), minor: unsigned(8) }),
  invalidParameter: layout({ offset: unsigned(8) }),
  notPermitted: layout({ reason: named<PermissionReason>(permissionReasons) }),
  outOfLimits: layout({ limit: unsigned(8), value: unsigned(16) }),
  faultLatched: layout({ fault: unsigned(8) }),
} as const;

type BodyOf<K extends keyof typeof bodies> = (typeof bodies)[K] extends Layout<infer T> ? T : never;

/** The outcome a response tells, with the body that belongs to it. */
export type Outcome =
  | ({ readonly result: 'success'; readonly op: 'requestControl' } & BodyOf<'requestControl'>)
  | ({ readonly result: 'success'; readonly op: 'readClock' } & BodyOf<'readClock'>)
  | { readonly result: 'success'; readonly op: Exclude<Op, 'requestControl' | 'readClock'> }
  | ({ readonly result: 'notSupported'; readonly op: Op | number } & BodyOf<'notSupported'>)
  | ({ readonly result: 'invalidParameter'; readonly op: Op } & BodyOf<'invalidParameter'>)
  | ({ readonly result: 'notPermitted'; readonly op: Op } & BodyOf<'notPermitted'>)
  | ({ readonly result: 'outOfLimits'; readonly op: Op } & BodyOf<'outOfLimits'>)
  | ({ readonly result: 'faultLatched'; readonly op: Op } & BodyOf<'faultLatched'>)
  | { readonly result: 'failed' | 'busy' | 'needsPress'; readonly op: Op };

export type Response = Outcome & { readonly counter: number };

function bodyOf(outcome: Pick<Outcome, 'result' | 'op'>): Layout<unknown> {
  if (outcome.result === 'success') {
    return outcome.op === 'requestControl' || outcome.op === 'readClock' ? bodies[outcome.op] : none;
  }
  return outcome.result in bodies ? bodies[outcome.result as keyof typeof bodies] : none;
}

export function encodeResponse(response: Response): Uint8Array<ArrayBuffer> {
  const body = bodyOf(response);
  const bytes = new Uint8Array(responseHead.bytes + body.bytes + CRC_BYTES);
  const view = viewOf(bytes);
  responseHead.write(view, 0, {
    response: RESPONSE_CODE,
    op: typeof response.op === 'number' ? response.op : opCodes[response.op],
    result: response.result,
    counter: response.counter,
  });
  body.write(view, responseHead.bytes, response);
  return sealed(bytes);
}

export function decodeResponse(bytes: Uint8Array): Decoded<Response> {
  if (bytes.length < responseHead.bytes + CRC_BYTES) {
    return refused(new Refusal('short', 'shorter than any response', bytes.length));
  }
  const mismatch = checkMismatch(bytes);
  if (mismatch) return refused(mismatch);
  const view = viewOf(bytes);
  const head = responseHead.read(view, 0);
  if (head instanceof Refusal) return refused(head);
  const op = opOf(head.op);
  if (!op && head.result !== 'notSupported') {
    return refused(new Refusal('unknown', `op code ${head.op} is not known`, 1));
  }
  const outcome = { op: op ?? head.op, result: head.result } as Pick<Outcome, 'result' | 'op'>;
  const body = bodyOf(outcome);
  const harm = damage(bytes, responseHead.bytes + body.bytes + CRC_BYTES);
  if (harm) return refused(harm);
  const values = body.read(view, responseHead.bytes);
  if (values instanceof Refusal) return refused(values);
  return taken({ ...outcome, ...(values as object), counter: head.counter } as Response);
}
