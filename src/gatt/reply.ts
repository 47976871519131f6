/** The result of an operation on a link. */

/**
 * - `notConnected`: the operation never started, so it was certainly not sent. Connect, then decide.
 * - `timedOut`: it started but was not answered in time, so its outcome is unknown. The link was ended because of that.
 * - `missing`: the peripheral lacks a service or characteristic, or the property needed of it, so these are not boots.
 * - `withdrawn`: it was withdrawn before it started, so it was certainly not sent.
 * - `failed`: the platform refused it, or the link was lost meanwhile, so its outcome is unknown.
 */
export interface GattFailure {
  readonly kind: 'notConnected' | 'withdrawn' | 'timedOut' | 'missing' | 'failed';
  readonly detail: string;
}

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: GattFailure };

export const success = <T>(value: T): Reply<T> => ({ ok: true, value });
export const failure = (kind: GattFailure['kind'], detail: string): Reply<never> => ({
  ok: false,
  failure: { kind, detail },
});

/** Puts what a platform rejected with into words: "NetworkError: GATT Server is disconnected…". */
export const describeError = (reason: unknown): string =>
  reason instanceof DOMException || reason instanceof Error
    ? `${reason.name}: ${reason.message}`
    : String(reason);
