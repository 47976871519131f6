/**
 * Upper bounds of a session's dose and length. For time that neither the page nor the boots measured, every zone counts as if it had been
 * at the highest pressure set or measured.
 */

import { rules } from '../../../firmware-protocol/limits.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import { type SessionDone, sessionDose } from '../../plan/dose/allowance.ts';
import { dayOf, type Moment, momentAfter, type TimeZone, wallAt } from '../../plan/time/wall-clock.ts';
import type { SessionEntry } from '../entry.ts';
import type { SessionContent } from '../session-entry.ts';

/** Highest intensity set before or during the session, mmHg. */
export const highestSet = ({ intensity, changes }: SessionContent): number =>
  Math.max(intensity, ...changes.flatMap((change) => (change.kind === 'intensity' ? [change.to] : [])));

/** Whether the dose after the page lost the session is unknown. */
const isUnknown = ({ source }: SessionContent): boolean =>
  source.kind === 'lost' || (source.kind === 'boots' && !source.counted);

/** Time spent in pauses that the page saw end, s. */
function endedPauses({ changes }: SessionContent): number {
  let paused = 0;
  let since: number | null = null;
  for (const { kind, after } of changes) {
    if (kind === 'paused') since ??= after;
    if (kind !== 'resumed' || since === null) continue;
    paused += after - since;
    since = null;
  }
  return paused;
}

/** Whether the session was paused when the page last heard of it. */
const wasPaused = ({ changes }: SessionContent): boolean =>
  changes.findLast(({ kind }) => kind === 'paused' || kind === 'resumed')?.kind === 'paused';

const longestSet = ({ minutes, changes }: SessionContent): number =>
  Math.max(minutes, ...changes.flatMap((change) => (change.kind === 'minutes' ? [change.to] : [])));

/**
 * Longest time for which the boots can have squeezed, pauses in between included, s. A session that was running when the page lost it
 * counts as having run for the minutes set, without the first filling, which adds no dose.
 */
const longestSqueezed = (session: SessionContent): number =>
  isUnknown(session) && !wasPaused(session)
    ? Math.max(session.lasted, longestSet(session) * 60 + endedPauses(session))
    : session.lasted;

/**
 * Longest time that the session can have lasted, s. Boots that were paused when the page lost them may have stayed paused for the longest
 * pause.
 */
export const longest = (session: SessionContent): number =>
  longestSqueezed(session) + (isUnknown(session) && wasPaused(session) ? rules.pause : 0);

/**
 * Upper bound of a zone's dose in the time that the page did not measure, mmHg·min; 0 if the boots' record has the doses of the whole
 * session.
 */
const unmeasuredDose = (session: SessionContent): number => {
  if (session.source.kind === 'boots' && session.source.counted) return 0;
  const highest = Math.max(highestSet(session), ...session.zones.map(({ peak }) => peak));
  return sessionDose(highest, Math.max(0, longestSqueezed(session) - session.measured) / 60);
};

/** Upper bound of the dose of the zone that got the most, mmHg·min. */
export const doseOf = (session: SessionContent): number =>
  Math.max(0, ...session.zones.map(({ dose }) => dose)) + unmeasuredDose(session);

/**
 * Upper bound of the dose of one zone, mmHg·min. If the session had no such zone: the largest dose of a zone on the same leg; 0 if only the
 * other leg had zones. A session without zones counts with its unmeasured dose.
 */
export function doseOfZone(session: SessionEntry, side: Side, part: BodyPart): number {
  const ofLeg = session.zones.filter((zone) => zone.side === side);
  if (ofLeg.length === 0) return session.zones.length === 0 ? unmeasuredDose(session) : 0;
  const same = ofLeg.filter((zone) => zone.part === part);
  return Math.max(...(same.length > 0 ? same : ofLeg).map(({ dose }) => dose)) + unmeasuredDose(session);
}

export const endOf = (session: SessionEntry): Moment => momentAfter(session.at, longest(session) / 60);

/** The session in the form that plan/dose/allowance.ts takes. @param zone the person's time zone, which decides when a day begins */
export const asDone = (session: SessionEntry, dose: number, zone: TimeZone): SessionDone => ({
  from: session.at,
  day: dayOf(wallAt(session.at, zone)),
  minutes: longest(session) / 60,
  dose,
});
