/** Turns exceptions of IndexedDB into results for the caller. */

import type { NoStorage, StoreFailure } from './table.ts';

/**
 * Names of exceptions that are the browser's doing: storage switched off or broken, the database closed or deleted under the page. Dexie's names
 * among them (Dexie 4, errors/errors.js).
 */
const BROWSERS_DOING: ReadonlySet<string> = new Set([
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

/** The error, and those it was made from: an aborted transaction holds the reason inside. */
function* causes(error: unknown): Generator<{ readonly name: string; readonly message: string }> {
  let next: unknown = error;
  for (let depth = 0; depth < 5 && typeof next === 'object' && next !== null; depth++) {
    const { name, message, inner }: { name?: unknown; message?: unknown; inner?: unknown } = next;
    yield { name: String(name), message: String(message) };
    next = inner;
  }
}

/** @throws the error itself if it is none of the browser's doing but a bug */
export function notKept(error: unknown): StoreFailure {
  const all = [...causes(error)];
  if (all.some(({ name }) => name === 'QuotaExceededError')) return { kind: 'storageFull' };
  if (all.length === 0 || !all.some(({ name }) => BROWSERS_DOING.has(name))) throw error;
  return { kind: 'noStorage', detail: all.map(({ name, message }) => `${name}: ${message}`).join('; ') };
}

/** The same for reading, which storage that is full does not stop: if it does, nothing can be read. */
export function notRead(error: unknown): NoStorage {
  const failure = notKept(error);
  return failure.kind === 'noStorage' ? failure : { kind: 'noStorage', detail: 'QuotaExceededError' };
}
