/** Finds out whether a session of real boots left marks on the skin, or hurt. */

import type { Moment } from '../plan/time/wall-clock.ts';
import type { Entry, SessionEntry } from './entry.ts';

/**
 * Whether marks were noted for the session, or after it began.
 * @param entries of the session's person @param before marks that were noted then or later count only if they name the session
 */
export const leftMarks = (
  { id, at }: SessionEntry,
  entries: readonly Entry[],
  before: number = Number.POSITIVE_INFINITY,
): boolean =>
  entries.some(
    (entry) =>
      entry.kind === 'sign' &&
      entry.sign === 'marks' &&
      (entry.of === id || (entry.at >= at && entry.at < before)),
  );

/** Whether the session before this one left marks. @param entries of one person */
export function followsMarks(session: SessionEntry, entries: readonly Entry[]): boolean {
  const isEarlier = ({ id, at }: { readonly id: string; readonly at: Moment }): boolean =>
    id !== session.id && at <= session.at;
  const last = entries
    .filter((entry) => entry.kind === 'session')
    .filter((one) => !one.simulated && isEarlier(one))
    .reduce<SessionEntry | null>(
      (latest, one) => (latest !== null && latest.at > one.at ? latest : one),
      null,
    );
  return last !== null && leftMarks(last, entries, session.at);
}
