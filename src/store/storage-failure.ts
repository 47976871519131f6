/** Turns exceptions of IndexedDB into results for the caller. */

import type { NoStorage, StoreFailure } from './table.ts';

/**
 * Names of exceptions caused by the browser, not by a bug: storage is switched off or broken, or the database was closed or deleted while
 * the page used it. Includes Dexie's own names (Dexie 4, errors/errors.js).
 */
const CAUSED_BY_BROWSER: ReadonlySet<string> = new Set([
  'AbortError',
  'DatabaseClosedError',
  'DatabaseClosed',
  'InvalidStateError',
  'MissingAPIError',
  'MissingAPI',
  'NotFoundError',
  'NotReadableError',
  'OpenFailedError',
  'OpenFailed',
  'SecurityError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
  'VersionError',
]);

/** The error and its inner errors, because the error of an aborted transaction has the reason inside. */
function* causes(error: unknown): Generator<{ readonly name: string; readonly message: string }> {
  let next: unknown = error;
  for (let depth = 0; depth < 5 && typeof next === 'object' && next !== null; depth++) {
    const { name, message, inner }: { name?: unknown; message?: unknown; inner?: unknown } = next;
    yield { name: String(name), message: String(message) };
    next = inner;
  }
}

/** @throws the error itself if it is a bug */
export function writeFailure(error: unknown): StoreFailure {
  const all = [...causes(error)];
  if (all.some(({ name }) => name === 'QuotaExceededError')) return { kind: 'storageFull' };
  if (all.length === 0 || !all.some(({ name }) => CAUSED_BY_BROWSER.has(name))) throw error;
  return { kind: 'noStorage', detail: all.map(({ name, message }) => `${name}: ${message}`).join('; ') };
}

/** @throws the error itself if it is a bug */
export function readFailure(error: unknown): NoStorage {
  const failure = writeFailure(error);
  return failure.kind === 'noStorage' ? failure : { kind: 'noStorage', detail: 'QuotaExceededError' };
}
