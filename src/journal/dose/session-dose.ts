/** The dose a session gave, rounded up: time that nobody measured counts as squeezed throughout at the highest pressure. */

import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import { type SessionDone, sessionDose } from '../../plan/dose/allowance.ts';
import { dayOf, type Moment, momentAfter, wallAt, type Zone } from '../../plan/time/wall-clock.ts';
import type { SessionEntry } from '../entry.ts';
import type { SessionContent } from '../session-entry.ts';

/** Highest intensity that was set. */
export const highestSet = ({ intensity, changes }: SessionContent): number =>
  Math.max(intensity, ...changes.flatMap((change) => (change.kind === 'intensity' ? [change.to] : [])));

/** Longest wall time the session can have lasted, s: if the page lost the boots, they may have played on to the end. */
export const longest = ({ lasted, minutes, source }: SessionContent): number =>
  source.kind === 'lost' ? Math.max(lasted, minutes * 60) : lasted;

/** Dose of the time that nobody measured, mmHg·min. */
const unmeasuredDose = (session: SessionContent): number => {
  const highest = Math.max(highestSet(session), ...session.zones.map(({ peak }) => peak));
  return sessionDose(highest, Math.max(0, longest(session) - session.measured) / 60);
};

/** Dose of the zone that got most, mmHg·min. */
export const doseOf = (session: SessionContent): number =>
  Math.max(0, ...session.zones.map(({ dose }) => dose)) + unmeasuredDose(session);

/** Dose of one zone, mmHg·min. If the boots had no such zone, the zone of that leg that got most counts. */
export function doseOfZone(session: SessionEntry, side: Side, part: BodyPart): number {
  const ofLeg = session.zones.filter((zone) => zone.side === side);
  if (ofLeg.length === 0) return session.zones.length === 0 ? unmeasuredDose(session) : 0;
  const same = ofLeg.filter((zone) => zone.part === part);
  return Math.max(...(same.length > 0 ? same : ofLeg).map(({ dose }) => dose)) + unmeasuredDose(session);
}

export const endOf = (session: SessionEntry): Moment => momentAfter(session.at, longest(session) / 60);

/** The session in the form that the limits on dose and pauses take. @param zone the person's time zone, which decides when a day begins */
export const asDone = (session: SessionEntry, dose: number, zone: Zone): SessionDone => ({
  from: session.at,
  day: dayOf(wallAt(session.at, zone)),
  minutes: longest(session) / 60,
  dose,
});
