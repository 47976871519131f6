/** The result of an operation on a link. */

import type { CharacteristicProperty } from '../../firmware-protocol/profile.ts';

/**
 * - `notConnected`: the operation did not start, so nothing was sent. (A `writeNext` is still sent after reconnecting.)
 * - `timedOut`: the operation started but was not answered in time, so its outcome is unknown. The link was ended because of that.
 * - `missing`: the peripheral lacks a service or characteristic, or the characteristic lacks a property, so these are not boots.
 * - `withdrawn`: the operation was withdrawn before it started, so nothing was sent.
 * - `failed`: the platform refused the operation, or the link was lost meanwhile, so its outcome is unknown.
 */
export interface GattFailure {
  readonly kind: 'notConnected' | 'withdrawn' | 'timedOut' | 'missing' | 'failed';
  readonly cause: GattCause;
}

export type GattOperation = 'connect' | 'discover' | 'subscribe' | 'read' | 'write';

export type GattCause =
  /** `detail`: what the browser reports, in its own words. `during`: the operation that failed; left out = not known. */
  | { readonly kind: 'link'; readonly detail: string; readonly during?: GattOperation }
  | { readonly kind: 'noAnswer'; readonly during?: GattOperation }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'notConnected' }
  /** This page ended the link on purpose. */
  | { readonly kind: 'linkGivenUp' }
  | { readonly kind: 'linkLost' }
  /** The platform refused so many operations that the link was ended. */
  | { readonly kind: 'linkUseless' }
  | { readonly kind: 'streamSilent'; readonly stream: 'status' | 'telemetry' | 'answers' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'noGatt' }
  /** The browser no longer lets this page connect to the device: its permission was removed, or the browser has forgotten the device. */
  | { readonly kind: 'notPermitted' }
  | { readonly kind: 'notWritable' }
  /** `uuid`: of the service or characteristic. `property`: what the characteristic does not allow; null if it is not there at all. */
  | { readonly kind: 'missing'; readonly uuid: string; readonly property: CharacteristicProperty | null };

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: GattFailure };

export const success = <T>(value: T): Reply<T> => ({ ok: true, value });
export const failure = (kind: GattFailure['kind'], cause: GattCause): Reply<never> => ({
  ok: false,
  failure: { kind, cause },
});
/** @param property what the characteristic does not allow; null = the characteristic, or the service, is not there at all */
export const missing = (uuid: string, property: CharacteristicProperty | null = null): Reply<never> =>
  failure('missing', { kind: 'missing', uuid, property });
export const refusedByPlatform = (reason: unknown): Reply<never> =>
  failure('failed', { kind: 'link', detail: describeError(reason) });

/** Adds to a failure the operation during which the platform refused or did not answer. */
export function during<T>(operation: GattOperation, reply: Reply<T>): Reply<T> {
  if (reply.ok) return reply;
  const { kind, cause } = reply.failure;
  return cause.kind === 'link' || cause.kind === 'noAnswer'
    ? failure(kind, { ...cause, during: operation })
    : reply;
}

/** The error as text, for example "NetworkError: GATT Server is disconnected…". */
export const describeError = (reason: unknown): string =>
  reason instanceof DOMException || reason instanceof Error
    ? `${reason.name}: ${reason.message}`
    : String(reason);
