/** Frames: a layout followed by its CRC, accepted or refused as a whole. */

import { crc16 } from './crc.ts';
import { Refusal } from './field.ts';
import { anyLength, type Layout } from './layout.ts';

export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export const CRC_BYTES = 2;

export const accepted = <T>(value: T): Decoded<T> => ({ ok: true, value });
export const refused = (refusal: Refusal): Decoded<never> => ({ ok: false, refusal });

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Changes `bytes` in place: writes the CRC into the last two. */
export function withCrc(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const end = bytes.length - CRC_BYTES;
  const crc = crc16(bytes, end);
  bytes[end] = crc & 0xff;
  bytes[end + 1] = crc >>> 8;
  return bytes;
}

const tooShort = (bytes: Uint8Array, length: number): Refusal | null =>
  bytes.length < length
    ? new Refusal('short', `${bytes.length} bytes where ${length} belong`, bytes.length)
    : null;
const wrongLength = (bytes: Uint8Array, length: number): Refusal | null =>
  bytes.length > length
    ? new Refusal('long', `${bytes.length} bytes where ${length} belong`, length)
    : tooShort(bytes, length);

function crcMismatch(bytes: Uint8Array): Refusal | null {
  const end = bytes.length - CRC_BYTES;
  const sent = (bytes[end] ?? 0) | ((bytes[end + 1] ?? 0) << 8);
  return sent === crc16(bytes, end) ? null : new Refusal('crc', 'the CRC does not match', end);
}

/** Throws RangeError for a value that cannot be sent. */
export function encodeFrame<T>(shape: Layout<T>, value: T): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(shape.lengthOf(value) + CRC_BYTES);
  shape.write(viewOf(bytes), 0, value);
  return withCrc(bytes);
}

/** @param mayBeLonger whether fields of a later minor version may stand between this layout and the CRC (VER-4). They are ignored. */
export function decodeFrame<T>(shape: Layout<T>, bytes: Uint8Array, mayBeLonger = false): Decoded<T> {
  const checkLength = mayBeLonger ? tooShort : wrongLength;
  const isOpen = shape.list?.room === null;
  const shortest = shape.bytes + CRC_BYTES;
  const damage = (isOpen ? tooShort(bytes, shortest) : checkLength(bytes, shortest)) ?? crcMismatch(bytes);
  if (damage) return refused(damage);
  const value = shape.blank();
  const refusal = shape.readInto(value, viewOf(bytes), 0, 0, (length) =>
    checkLength(bytes, length + CRC_BYTES),
  );
  return refusal ? refused(refusal) : accepted(value as T);
}

/** Throws RangeError for a value that cannot be sent. */
export function encodeHeaded<H, B>(head: Layout<H>, body: Layout<B>, value: H & B): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(head.bytes + body.bytes + CRC_BYTES);
  const view = viewOf(bytes);
  head.write(view, 0, value);
  body.write(view, head.bytes, value);
  return withCrc(bytes);
}

/** @param bodyAfter the layout after a head, or why there is none @param mayBeLonger as in `decodeFrame` */
export function decodeHeaded<H, B>(
  head: Layout<H>,
  bodyAfter: (head: H) => Layout<B> | Refusal,
  bytes: Uint8Array,
  mayBeLonger = false,
): Decoded<H & B> {
  const damage = tooShort(bytes, head.bytes + CRC_BYTES) ?? crcMismatch(bytes);
  if (damage) return refused(damage);
  const view = viewOf(bytes);
  const value = head.read(view, 0);
  if (value instanceof Refusal) return refused(value);
  const body = bodyAfter(value);
  if (body instanceof Refusal) return refused(body);
  const refusal =
    (mayBeLonger ? tooShort : wrongLength)(bytes, head.bytes + body.bytes + CRC_BYTES) ??
    body.readInto(value as object, view, head.bytes, 0, anyLength);
  return refusal ? refused(refusal) : accepted(value as H & B);
}

/** 1 to 255, never 0 (PROTOCOL.md 1.2). */
export const nextCounter = (counter: number): number => (counter % 255) + 1;
/** 1 to 65535, never 0 (PROTOCOL.md 5.1). */
export const nextBatchNumber = (number: number): number => (number % 65535) + 1;
