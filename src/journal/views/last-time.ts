/** Finds the last session of the same program, to compare a session with it. */

import { type Mmhg, mmhg, type Seconds } from '../../../firmware-protocol/quantities.ts';
import type { CalendarDay, TimeZone } from '../../plan/time/wall-clock.ts';
import { highestSet } from '../dose/session-dose.ts';
import type { Entry, SessionEntry } from '../entry.ts';
import { dayOfEntry } from './days.ts';

export interface Compared {
  readonly lasted: Seconds;
  readonly intensity: Mmhg;
  /** Dose of the zone that got the most, mmHg·min above 30 mmHg. */
  readonly dose: number;
}

export interface LastTime {
  readonly day: CalendarDay;
  readonly before: Compared;
  /** How the legs felt after that session, from 0 (fresh) to 10; null = not answered. */
  readonly feel: number | null;
  readonly now: Compared;
}

const figuresOf = (session: SessionEntry): Compared => ({
  lasted: session.lasted,
  intensity: mmhg(highestSet(session)),
  dose: Math.max(0, ...session.zones.map(({ dose }) => dose)),
});

/**
 * The last earlier session of the same program; null if there is none. Real and simulated boots are not compared with each other. Sessions
 * that the page lost count only once the boots' record has completed them.
 * @param entries of one person, in order @param zone the time zone that decides which day it was
 */
export function lastTime(session: SessionEntry, entries: readonly Entry[], zone: TimeZone): LastTime | null {
  const program = session.program?.id;
  if (program === undefined) return null;
  const last = entries.findLast(
    (entry): entry is SessionEntry =>
      entry.kind === 'session' &&
      entry.at < session.at &&
      entry.program?.id === program &&
      entry.simulated === session.simulated &&
      entry.source.kind !== 'lost',
  );
  if (last === undefined) return null;
  const felt = entries.findLast((entry) => entry.kind === 'soreness' && entry.of === last.id);
  return {
    day: dayOfEntry(last, zone),
    before: figuresOf(last),
    feel: felt?.kind === 'soreness' ? (felt.scores.legs ?? null) : null,
    now: figuresOf(session),
  };
}
