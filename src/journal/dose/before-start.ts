/**
 * Objections to a session about to start: too soon after an event or a session, too many sessions in a day, too high a dose, or too high a
 * pressure after marks on the skin.
 */

import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import { LEAST_PRESSURE } from '../../plan/change/gentler.ts';
import { LIGHTER_BY } from '../../plan/change/reported.ts';
import { type Objection, objectionsTo, type SessionDone } from '../../plan/dose/allowance.ts';
import { dayOf, type Moment, type TimeZone, wallAt } from '../../plan/time/wall-clock.ts';
import { type Entry, type SessionEntry, zoneKey } from '../entry.ts';
import { compareEntries } from '../journal.ts';
import { leftMarks } from '../marks.ts';
import { asDone, doseOf, doseOfZone, endOf, highestSet } from './session-dose.ts';

export interface Planned {
  readonly minutes: number;
  /** mmHg. */
  readonly intensity: number;
  /** Expected dose of the zone that gets the most, mmHg·min above 30 mmHg. */
  readonly dose: number;
}

/** Leaves out sessions of simulated boots, which squeeze nobody. */
export const realSessions = (entries: readonly Entry[]): readonly SessionEntry[] =>
  entries.filter((entry): entry is SessionEntry => entry.kind === 'session' && !entry.simulated);

/**
 * The current time, or the end of the last session that this device recorded, if that is later. So that session counts even if somebody has
 * set the clock back since.
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

/** At most one objection of each kind: of several about the dose, the one with the highest dose. */
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
 * Highest intensity allowed after a session that left marks, mmHg. Null = even the lowest pressure is too high. Undefined = the last
 * session left no marks, or there is none.
 */
function mostAfterMarks(
  entries: readonly Entry[],
  sessions: readonly SessionEntry[],
): number | null | undefined {
  const last = sessions.toSorted(compareEntries).at(-1);
  if (last === undefined) return undefined;
  if (!leftMarks(last, entries)) return undefined;
  const most = highestSet(last) - LIGHTER_BY;
  return most < LEAST_PRESSURE ? null : most;
}

/**
 * Objections to starting the planned session now. Doses are added up for each zone separately, because a high dose in the calf says nothing about the
 * thigh. The planned session's dose counts in full in every zone.
 * @param entries of one person
 * @param event when the race or training of the plan ended; null = there is none
 */
export function objectionsBefore(
  entries: readonly Entry[],
  planned: Planned,
  at: { readonly now: Moment; readonly zone: TimeZone; readonly device: string },
  event: Moment | null = null,
): readonly Objection[] {
  const sessions = realSessions(entries);
  const from = notBefore(at.now, sessions, at.device);
  const { minutes, dose } = planned;
  const next: SessionDone = { from, day: dayOf(wallAt(from, at.zone)), minutes, dose };
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
  const most = mostAfterMarks(entries, sessions);
  const isTooHigh = most !== undefined && planned.intensity > (most ?? 0);
  return [
    ...gravest(each.flatMap((others) => objectionsTo(next, others, event))),
    ...(isTooHigh ? [{ kind: 'marks', most } as const] : []),
  ];
}

/** Whether the objections forbid the session: a zone would get more than 2000 mmHg·min within 24 h. Other objections let the user start. */
export const isRefused = (objections: readonly Objection[]): boolean =>
  objections.some((objection) => objection.kind === 'dose' && objection.refused);
