/** What stands against a session that is about to start, from what the journal knows of the last day. */

import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import { type Objection, objectionsTo, type SessionDone } from '../../plan/dose/allowance.ts';
import { dayOf, type Moment, wallAt, type Zone } from '../../plan/time/wall-clock.ts';
import { type Entry, type SessionEntry, zoneKey } from '../entry.ts';
import { asDone, doseOf, doseOfZone, endOf } from './session-dose.ts';

export interface Planned {
  readonly minutes: number;
  /** What the zone that gets most is expected to get, mmHg·min. */
  readonly dose: number;
}

/** Sessions of real boots: simulated ones squeeze nobody. */
export const realSessions = (entries: readonly Entry[]): readonly SessionEntry[] =>
  entries.filter((entry): entry is SessionEntry => entry.kind === 'session' && !entry.simulated);

/**
 * The clock, but never earlier than the end of the session that was noted last on the device: a clock that was set back must not make it
 * disappear.
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

/** The gravest of each kind. */
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
 * Zone by zone, since a calf that got much says nothing about a thigh. The session about to start counts in each with its highest dose.
 * @param entries of one person
 * @param event when a race or training ended; null = none is on record
 */
export function objectionsBefore(
  entries: readonly Entry[],
  planned: Planned,
  at: { readonly now: Moment; readonly zone: Zone; readonly device: string },
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

/** The one thing that a person does not decide: more than 2000 in 24 h. */
export const isRefused = (objections: readonly Objection[]): boolean =>
  objections.some((objection) => objection.kind === 'dose' && objection.refused);
