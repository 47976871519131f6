/** Why a peripheral cannot go on the air: what BlueZ says is missing. */

import type { CallFailure } from './bus.ts';

export type Missing =
  /** No bus answers at the address, or the bus rejects this program. */
  | { readonly kind: 'bus'; readonly address: string; readonly why: string }
  | { readonly kind: 'bluez' }
  /** BlueZ has no adapter, or not the requested one; `found` lists those that BlueZ has. */
  | { readonly kind: 'adapter'; readonly wanted: string | null; readonly found: readonly string[] }
  /** Too few adapters, because each peripheral needs its own. */
  | { readonly kind: 'adapters'; readonly needed: number; readonly found: readonly string[] }
  | { readonly kind: 'power'; readonly adapter: string; readonly why: string }
  /** The adapter cannot be a peripheral, or all its advertisements are in use. */
  | { readonly kind: 'advertising'; readonly adapter: string; readonly why: string }
  | { readonly kind: 'permission'; readonly what: string; readonly why: string }
  | { readonly kind: 'refused'; readonly what: string; readonly why: string };

const DENIED = /AccessDenied|NotAuthorized/;
const NO_BLUEZ = /ServiceUnknown|NameHasNoOwner|Spawn/;

/**
 * Judges from a failed call what is missing.
 * @param what what the call was to do
 * @param otherwise the answer if neither permission nor BlueZ itself is missing
 */
export const missingBehind = (
  { type, text }: CallFailure,
  what: string,
  otherwise: Missing = { kind: 'refused', what, why: text === '' ? type : text },
): Missing => {
  if (DENIED.test(type)) return { kind: 'permission', what, why: text };
  if (NO_BLUEZ.test(type)) return { kind: 'bluez' };
  return otherwise;
};
