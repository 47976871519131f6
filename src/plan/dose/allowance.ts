/**
 * How much a person may use the boots in a day. The boots have no calendar, and people may share them, so the page counts sessions and
 * doses itself. Sessions are counted by calendar day; other times are elapsed time, also when the clocks change.
 */

import { rules } from '../../../firmware-protocol/limits.ts';
import { type CalendarDay, type Moment, minutesBetween, momentAfter } from '../time/wall-clock.ts';

/** Conservative choices of this project: no standard gives such figures. */
export const allowance = {
  /** Least time from the event to a session, min. */
  afterEvent: 120,
  sessionsADay: 2,
  /** Least time between the end of one session and the beginning of the next, min. */
  leastBetween: 120,
  /** Time that a plan leaves between two sessions, min. */
  advisedBetween: 240,
  /** Most that a plan asks for in any 24 h, mmHg·min above 30 mmHg. */
  dose: 1500,
  /** Above this dose in any 24 h, a session is refused, mmHg·min above 30 mmHg. */
  refusedDose: 2000,
} as const;

const MINUTES_PER_DAY = 24 * 60;

export interface SessionDone {
  readonly from: Moment;
  readonly day: CalendarDay;
  readonly minutes: number;
  /** Upper bound of the dose, mmHg·min above 30 mmHg: of the zone that gets the most or, where each zone is added up by itself, of that zone. */
  readonly dose: number;
}

/** An upper bound of the dose, mmHg·min above 30 mmHg, as if the zone were at its peak all the time. @param peak mmHg */
export const sessionDose = (peak: number, minutes: number): number =>
  Math.max(0, peak - rules.squeezed) * minutes;

const endOf = ({ from, minutes }: SessionDone): Moment => momentAfter(from, minutes);

/** From the end of the earlier session to the beginning of the later one, min; negative if they overlap. */
export function gapBetween(one: SessionDone, other: SessionDone): number {
  const [earlier, later] = one.from <= other.from ? [one, other] : [other, one];
  return minutesBetween(endOf(earlier), later.from);
}

/**
 * The highest dose of any 24 h in which this session begins, mmHg·min above 30 mmHg. Each session that begins in the 24 h counts in full,
 * even if it ends later, so the result may be too high but not too low.
 */
export function doseAround(session: SessionDone, others: readonly SessionDone[]): number {
  const all = [session, ...others];
  return Math.max(
    ...all
      .map((first) =>
        all.filter(({ from }) => from >= first.from && minutesBetween(first.from, from) < MINUTES_PER_DAY),
      )
      .filter((within) => within.includes(session))
      .map((within) => within.reduce((sum, { dose }) => sum + dose, 0)),
  );
}

/** The dose of the sessions that began in the 24 h before a moment, mmHg·min above 30 mmHg; null if there were none. */
export function doseBefore(moment: Moment, sessions: readonly SessionDone[]): number | null {
  const had = sessions.filter(({ from }) => from <= moment && minutesBetween(from, moment) < MINUTES_PER_DAY);
  return had.length === 0 ? null : had.reduce((sum, { dose }) => sum + dose, 0);
}

/**
 * What speaks against a session. Some objections forbid it; others are warnings, and the user may start all the same. Times are in min,
 * doses in mmHg·min above 30 mmHg.
 */
export type Objection =
  | { readonly kind: 'tooSoonAfterEvent'; readonly minutes: number; readonly least: number }
  | { readonly kind: 'tooSoon'; readonly minutes: number; readonly least: number; readonly advised: number }
  | { readonly kind: 'tooMany'; readonly sessions: number; readonly most: number }
  | { readonly kind: 'dose'; readonly dose: number; readonly most: number; readonly refused: boolean }
  /** The last session left marks on the skin. `most`: highest intensity of the next session, mmHg; null = no pressure is advised yet. */
  | { readonly kind: 'marks'; readonly most: number | null };

/** @param event time of the event that the plan is for; null = no plan */
export function objectionsTo(
  session: SessionDone,
  others: readonly SessionDone[],
  event: Moment | null,
): readonly Objection[] {
  const since = event === null ? Number.POSITIVE_INFINITY : minutesBetween(event, session.from);
  const gap = Math.min(...others.map((other) => gapBetween(session, other)));
  const sessions = others.filter(({ day }) => day === session.day).length + 1;
  const dose = doseAround(session, others);
  return [
    ...(since < allowance.afterEvent
      ? [{ kind: 'tooSoonAfterEvent', minutes: since, least: allowance.afterEvent } as const]
      : []),
    ...(gap < allowance.leastBetween
      ? [
          {
            kind: 'tooSoon',
            minutes: gap,
            least: allowance.leastBetween,
            advised: allowance.advisedBetween,
          } as const,
        ]
      : []),
    ...(sessions > allowance.sessionsADay
      ? [{ kind: 'tooMany', sessions, most: allowance.sessionsADay } as const]
      : []),
    ...(dose > allowance.dose
      ? [{ kind: 'dose', dose, most: allowance.dose, refused: dose > allowance.refusedDose } as const]
      : []),
  ];
}
