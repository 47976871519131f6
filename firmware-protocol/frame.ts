/** A frame is a layout and its check: taken whole or refused whole. */

import { crc16 } from './crc.ts';
import { Refusal } from './field.ts';
import type { Layout } from './layout.ts';

export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export const CRC_BYTES = 2;

export const taken = <T>(value: T): Decoded<T> => ({ ok: true, value });
export const refused = (refusal: Refusal): Decoded<never> => ({ ok: false, refusal });

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Writes the CRC into the last two bytes and returns the same bytes. */
export function sealed(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  viewOf(bytes).setUint16(bytes.length - CRC_BYTES, crc16(bytes, bytes.length - CRC_BYTES), true);
  return bytes;
}

/** Why these bytes are no intact frame of `length` bytes (CRC included); null if they are. */
export function damage(bytes: Uint8Array, length: number): Refusal | null {
  if (bytes.length < length) {
    return new Refusal('short', `${bytes.length} bytes where ${length} belong`, bytes.length);
  }
  if (bytes.length > length)
    return new Refusal('long', `${bytes.length} bytes where ${length} belong`, length);
  return checkMismatch(bytes);
}

/** The refusal if the last two bytes are not the check of the others; null if they are. */
export function checkMismatch(bytes: Uint8Array): Refusal | null {
  if (bytes.length < CRC_BYTES) return new Refusal('short', 'no room for a check', bytes.length);
  const end = bytes.length - CRC_BYTES;
  const sent = viewOf(bytes).getUint16(end, true);
  return sent === crc16(bytes, end) ? null : new Refusal('crc', 'the check does not match', end);
}

export function encodeFrame<T>(shape: Layout<T>, value: T): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(shape.bytes + CRC_BYTES);
  shape.write(viewOf(bytes), 0, value);
  return sealed(bytes);
}

export function decodeFrame<T>(shape: Layout<T>, bytes: Uint8Array): Decoded<T> {
  const harm = damage(bytes, shape.bytes + CRC_BYTES);
  if (harm) return refused(harm);
  const value = shape.read(viewOf(bytes), 0);
  return value instanceof Refusal ? refused(value) : taken(value);
}

/** The counter after this one: 1 to 255, never 0 (PROTOCOL.md 1.2). */
export const nextCounter = (counter: number): number => (counter % 255) + 1;
/** The batch number after this one: 1 to 65535, never 0 (PROTOCOL.md 5.1). */
export const nextBatchNumber = (number: number): number => (number % 65535) + 1;
