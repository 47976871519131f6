/** Why a peripheral cannot be put on the air: what is missing, as far as BlueZ lets know. How to get it is for others to say. */

import type { Complaint } from './bus.ts';

export type Missing =
  /** No bus answers at the address, or it does not take us. */
  | { readonly kind: 'bus'; readonly address: string; readonly why: string }
  /** The bus is there and BlueZ is not on it. */
  | { readonly kind: 'bluez' }
  /** BlueZ has no adapter, or not the one that was asked for; `found` names those it has. */
  | { readonly kind: 'adapter'; readonly wanted: string | null; readonly found: readonly string[] }
  /** There are too few: a peripheral needs one for itself. */
  | { readonly kind: 'adapters'; readonly needed: number; readonly found: readonly string[] }
  /** It is off, and does not let itself be switched on. */
  | { readonly kind: 'power'; readonly adapter: string; readonly why: string }
  /** It can be no peripheral, or all its advertisements are taken. */
  | { readonly kind: 'advertising'; readonly adapter: string; readonly why: string }
  /** BlueZ or the bus does not let this user do it. */
  | { readonly kind: 'permission'; readonly what: string; readonly why: string }
  /** Something BlueZ refused for reasons of its own. */
  | { readonly kind: 'refused'; readonly what: string; readonly why: string };

const DENIED = /AccessDenied|NotAuthorized/;
const NO_BLUEZ = /ServiceUnknown|NameHasNoOwner|Spawn/;

/** What stands behind a failed call; `otherwise` where it is none of what every call can meet. */
export const missingBehind = (
  { type, text }: Complaint,
  what: string,
  otherwise: Missing = { kind: 'refused', what, why: text === '' ? type : text },
): Missing => {
  if (DENIED.test(type)) return { kind: 'permission', what, why: text };
  if (NO_BLUEZ.test(type)) return { kind: 'bluez' };
  return otherwise;
};
