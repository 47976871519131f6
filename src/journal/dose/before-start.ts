/** Objections to a session that is about to start: too soon after the last one, or too high a dose within 24 h. */

import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import { type Objection, objectionsTo, type SessionDone } from '../../plan/dose/allowance.ts';
import { dayOf, type Moment, type TimeZone, wallAt } from '../../plan/time/wall-clock.ts';
import { type Entry, type SessionEntry, zoneKey } from '../entry.ts';
import { asDone, doseOf, doseOfZone, endOf } from './session-dose.ts';

export interface Planned {
  readonly minutes: number;
  /** Expected dose of the zone that gets the most, mmHg·min. */
  readonly dose: number;
}

/** Sessions of real boots only: simulated boots squeeze nobody. */
export const realSessions = (entries: readonly Entry[]): readonly SessionEntry[] =>
  entries.filter((entry): entry is SessionEntry => entry.kind === 'session' && !entry.simulated);

/**
 * The current time, but not before the end of the session that this device wrote last: otherwise that session would lie in the future,
 * and not count, after the clock was set back.
 */
export function notBefore(now: Moment, sessions: readonly SessionEntry[], device: string): Moment {
  const last = sessions
    .filter((session) => session.device === device)
    .reduce<SessionEntry | null>(
      (latest, session) => (latest !== null && latest.order > session.order ? latest : session),
      null,
    );
  return last === null || endOf(last) <= now ? now : endOf(last);
}

/** One objection of each kind; of several about dose, the highest. */
function gravest(objections: readonly Objection[]): readonly Objection[] {
  const ofKind = new Map<Objection['kind'], Objection>();
  for (const objection of objections) {
    const known = ofKind.get(objection.kind);
    if (known?.kind === 'dose' && objection.kind === 'dose' && known.dose >= objection.dose) continue;
    ofKind.set(objection.kind, objection);
  }
  return [...ofKind.values()];
}

/**
 * Objections to starting the planned session now. Doses are added up for each zone apart, since a high dose in the calf says nothing about
 * the thigh. The planned session counts in every zone with its highest dose.
 * @param entries of one person
 * @param event when a race or training ended; null = none is on record
 */
export function objectionsBefore(
  entries: readonly Entry[],
  planned: Planned,
  at: { readonly now: Moment; readonly zone: TimeZone; readonly device: string },
  event: Moment | null = null,
): readonly Objection[] {
  const sessions = realSessions(entries);
  const from = notBefore(at.now, sessions, at.device);
  const next: SessionDone = { from, day: dayOf(wallAt(from, at.zone)), ...planned };
  const zones = new Map<string, readonly [Side, BodyPart]>();
  for (const { zones: got } of sessions)
    for (const { side, part } of got) zones.set(zoneKey(side, part), [side, part]);
  const whole = sessions.map((session) => asDone(session, doseOf(session), at.zone));
  const each =
    zones.size === 0
      ? [whole]
      : [...zones.values()].map(([side, part]) =>
          sessions.map((session) => asDone(session, doseOfZone(session, side, part), at.zone)),
        );
  return gravest(each.flatMap((others) => objectionsTo(next, others, event)));
}

/** Whether the session is refused, because a zone would get more than 2000 mmHg·min within 24 h. The person decides about all other objections. */
export const isRefused = (objections: readonly Objection[]): boolean =>
  objections.some((objection) => objection.kind === 'dose' && objection.refused);
