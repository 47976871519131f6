/** Soreness, dose and readiness by day, for charts; and the totals of a period. */

import { type CalendarDay, minutesBetween, type TimeZone } from '../../plan/time/wall-clock.ts';
import { doseOf, doseOfZone } from '../dose/session-dose.ts';
import { type Entry, type SessionEntry, type SoreMuscle, type SoreTime, zoneKey } from '../entry.ts';
import { dayOfEntry } from './days.ts';

export interface SorePoint {
  readonly day: CalendarDay;
  readonly when: SoreTime;
  /** The last score of each muscle on this day, at this time of day; null = none was entered. */
  readonly scores: Readonly<Record<SoreMuscle, number | null>>;
}

export interface DosePoint {
  readonly day: CalendarDay;
  /** The highest dose of a zone on that day, mmHg·min above 30 mmHg. Each session counts together with those that began in the 24 h before it. */
  readonly dose: number;
}

export interface ScorePoint {
  readonly day: CalendarDay;
  /** The last score of the day. */
  readonly score: number;
}

export interface Trends {
  readonly soreness: readonly SorePoint[];
  readonly dose: readonly DosePoint[];
  readonly readiness: readonly ScorePoint[];
}

const noScores: SorePoint['scores'] = {
  legs: null,
  calf: null,
  quadriceps: null,
  hamstrings: null,
  foot: null,
};

function soreness(entries: readonly Entry[], zone: TimeZone): readonly SorePoint[] {
  const points = new Map<string, SorePoint>();
  for (const entry of entries) {
    if (entry.kind !== 'soreness') continue;
    const day = dayOfEntry(entry, zone);
    const key = `${day} ${entry.when}`;
    const before = points.get(key)?.scores ?? noScores;
    points.set(key, { day, when: entry.when, scores: { ...before, ...entry.scores } });
  }
  return [...points.values()];
}

const MINUTES_PER_DAY = 24 * 60;

function doses(entries: readonly Entry[], zone: TimeZone): readonly DosePoint[] {
  const highest = new Map<CalendarDay, number>();
  let within: SessionEntry[] = [];
  for (const session of entries) {
    if (session.kind !== 'session' || session.simulated) continue;
    within = [...within.filter(({ at }) => minutesBetween(at, session.at) < MINUTES_PER_DAY), session];
    const zones = new Map(
      within.flatMap((one) =>
        one.zones.map(({ side, part }) => [zoneKey(side, part), { side, part }] as const),
      ),
    );
    const sumOf = (dose: (one: SessionEntry) => number): number =>
      within.reduce((sum, one) => sum + dose(one), 0);
    const each =
      zones.size === 0
        ? [sumOf(doseOf)]
        : [...zones.values()].map(({ side, part }) => sumOf((one) => doseOfZone(one, side, part)));
    const day = dayOfEntry(session, zone);
    highest.set(day, Math.max(highest.get(day) ?? 0, ...each));
  }
  return [...highest].map(([day, dose]) => ({ day, dose }));
}

function readiness(entries: readonly Entry[], zone: TimeZone): readonly ScorePoint[] {
  const last = new Map<CalendarDay, number>();
  for (const entry of entries) if (entry.kind === 'readiness') last.set(dayOfEntry(entry, zone), entry.score);
  return [...last].map(([day, score]) => ({ day, score }));
}

/** @param entries of one person, in order */
export const trendsOf = (entries: readonly Entry[], zone: TimeZone): Trends => ({
  soreness: soreness(entries, zone),
  dose: doses(entries, zone),
  readiness: readiness(entries, zone),
});

/** Totals of a period. `sessions`, `minutes` (pauses included) and `alarms` leave out simulated sessions. */
export interface Summary {
  readonly sessions: number;
  readonly minutes: number;
  readonly guides: number;
  readonly alarms: number;
  readonly signs: number;
  /** Mean of the scores entered; null = there are none. */
  readonly sorenessBefore: number | null;
  readonly sorenessAfter: number | null;
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

export function summaryOf(entries: readonly Entry[]): Summary {
  const sessions = entries.filter(
    (entry): entry is SessionEntry => entry.kind === 'session' && !entry.simulated,
  );
  const sore = (when: SoreTime): number | null =>
    mean(
      entries.flatMap((entry) =>
        entry.kind === 'soreness' && entry.when === when ? Object.values(entry.scores) : [],
      ),
    );
  return {
    sessions: sessions.length,
    minutes: sessions.reduce((sum, { lasted }) => sum + lasted / 60, 0),
    guides: entries.filter(({ kind }) => kind === 'guide').length,
    alarms: sessions.reduce((sum, { alarms }) => sum + alarms.length, 0),
    signs: entries.filter(({ kind }) => kind === 'sign').length,
    sorenessBefore: sore('before'),
    sorenessAfter: sore('after'),
  };
}
