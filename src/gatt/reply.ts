/** The result of an operation on a link. */

/**
 * - `notConnected`: never started, so certainly not sent. Connect, then decide.
 * - `timedOut`: started but not answered in time, so the outcome is unknown. The link was ended because of
 * it.
 * - `missing`: the peripheral lacks this service or characteristic. It is not boots.
 * - `withdrawn`: withdrawn before it started, so certainly not sent.
 * - `failed`: the platform refused, or the link was lost meanwhile (outcome unknown).
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

/** Describes what a platform rejected with: "NetworkError: GATT Server is disconnected…". */
export const describeError = (reason: unknown): string =>
  reason instanceof DOMException || reason instanceof Error
    ? `${reason.name}: ${reason.message}`
    : String(reason);
