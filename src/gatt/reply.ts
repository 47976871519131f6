/** What comes of an operation on a link. */

/**
 * - `notConnected`: never started, so certainly not sent. Connect, then decide.
 * - `timedOut`: started, unanswered at its deadline: outcome unknown. The link has been ended because of it.
 * - `missing`: the peripheral has no such service or characteristic. These are not the boots looked for.
 * - `withdrawn`: taken back before it started, so certainly not sent.
 * - `failed`: refused by the platform, or the link was lost in the middle (outcome unknown).
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

/** What a platform rejected with, in words: "NetworkError: GATT Server is disconnected…". */
export const inWords = (reason: unknown): string =>
  reason instanceof DOMException || reason instanceof Error
    ? `${reason.name}: ${reason.message}`
    : String(reason);
