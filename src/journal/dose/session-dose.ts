/** What a session gave a zone, at most: what was measured, and for the time that was not, as if it had been squeezed throughout. */

import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import { type SessionDone, sessionDose } from '../../plan/dose/allowance.ts';
import { dayOf, type Moment, momentAfter, wallAt, type Zone } from '../../plan/time/wall-clock.ts';
import type { SessionEntry } from '../entry.ts';
import type { SessionTold } from '../session-entry.ts';

/** Highest intensity that was set. */
export const highestSet = ({ intensity, changes }: SessionTold): number =>
  Math.max(intensity, ...changes.flatMap((change) => (change.kind === 'intensity' ? [change.to] : [])));

/** Wall time that it may have lasted: the boots may have played what the page did not see to its end, s. */
export const longest = ({ lasted, minutes, source }: SessionTold): number =>
  source.kind === 'lost' ? Math.max(lasted, minutes * 60) : lasted;

/** Of the time that nobody measured, mmHg·min. */
const unmeasuredDose = (session: SessionTold): number => {
  const highest = Math.max(highestSet(session), ...session.zones.map(({ peak }) => peak));
  return sessionDose(highest, Math.max(0, longest(session) - session.measured) / 60);
};

/** Of the zone that got most, mmHg·min. */
export const doseOf = (session: SessionTold): number =>
  Math.max(0, ...session.zones.map(({ dose }) => dose)) + unmeasuredDose(session);

/** Of one zone. Boots with other zones count with the zone of that leg that got most. */
export function doseOfZone(session: SessionEntry, side: Side, part: BodyPart): number {
  const ofLeg = session.zones.filter((zone) => zone.side === side);
  if (ofLeg.length === 0) return session.zones.length === 0 ? unmeasuredDose(session) : 0;
  const same = ofLeg.filter((zone) => zone.part === part);
  return Math.max(...(same.length > 0 ? same : ofLeg).map(({ dose }) => dose)) + unmeasuredDose(session);
}

export const endOf = (session: SessionEntry): Moment => momentAfter(session.at, longest(session) / 60);

/** As the limits count it. @param zone where the person is: decides what a day is */
export const asDone = (session: SessionEntry, dose: number, zone: Zone): SessionDone => ({
  from: session.at,
  day: dayOf(wallAt(session.at, zone)),
  minutes: longest(session) / 60,
  dose,
});
