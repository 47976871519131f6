/** Turns journal entries into reports, from which plans and locks are made. */

import { causeOf, GIRTH_DIFFERENCE, type Lock, locksOf, type Sign } from '../plan/change/locks.ts';
import { planId } from '../plan/plan-id.ts';
import {
  type Clearable,
  clearable,
  type PlanRequest,
  type RecoveryEvent,
  type Report,
} from '../plan/plan-request.ts';
import { SAME_REPORT_WITHIN } from '../plan/reporting.ts';
import {
  type Moment,
  minutesBetween,
  momentOf,
  type TimeZone,
  type WallTime,
  wallAt,
} from '../plan/time/wall-clock.ts';
import { doseOf, highestSet, longest } from './dose/session-dose.ts';
import type { Entry, EntryId, EntryOf, NotedSign, SessionEntry } from './entry.ts';
import { compareEntries } from './journal.ts';
import { worst } from './views/days.ts';

type Clearing = EntryOf<'cleared'>;

/** Orders entries so that each `cleared` entry follows the signs that it names, whatever their times: locks depend on the order of reports. */
function clearingsAfterTheirSigns(entries: readonly Entry[]): readonly Entry[] {
  const reported = entries.filter(({ kind }) => kind !== 'cleared');
  const clearings = entries.filter((entry): entry is Clearing => entry.kind === 'cleared');
  const byId = new Map(reported.map((entry) => [entry.id, entry]));
  const ordered = new Set<Entry>();
  // The `cleared` entries come first, each after the entries that it names. A sign that none of them names comes last, and so still locks.
  for (const clearing of clearings) {
    for (const id of clearing.of) {
      const named = byId.get(id);
      if (named !== undefined) ordered.add(named);
    }
    ordered.add(clearing);
  }
  for (const entry of reported) ordered.add(entry);
  return [...ordered];
}

/** @param plan id of the plan whose steps the reports name; null = they name none */
function reportOf(entry: Entry, at: WallTime, plan: string | null): readonly Report[] {
  switch (entry.kind) {
    case 'sign':
      return [{ kind: entry.sign, at }];
    case 'girth':
      return [{ kind: 'girth', at, leftCm: entry.leftCm, rightCm: entry.rightCm }];
    case 'soreness': {
      const soreness = worst(entry.scores);
      return soreness === null ? [] : [{ kind: 'soreness', at, soreness }];
    }
    case 'session':
      if (entry.simulated) return [];
      return [
        {
          kind: 'session',
          at,
          step: entry.step !== null && entry.step.plan === plan ? entry.step.step : null,
          minutes: longest(entry) / 60,
          peakMmhg: Math.max(highestSet(entry), ...entry.zones.map(({ peak }) => peak)),
          dose: doseOf(entry),
        },
      ];
    case 'cleared':
      return entry.sign === 'tingling'
        ? [{ kind: 'tingling-gone', at }]
        : [{ kind: 'cleared', at, sign: entry.sign }];
    default:
      return [];
  }
}

/**
 * @param entries of one person
 * @param zone time zone of the plan, or where the person is
 * @param plan id of the plan that gets the reports. A session that was for a step of another plan counts as being for no step
 */
export const reportsOf = (
  entries: readonly Entry[],
  zone: TimeZone,
  plan: string | null = null,
): readonly Report[] =>
  clearingsAfterTheirSigns([...entries].sort(compareEntries)).flatMap((entry) =>
    reportOf(entry, wallAt(entry.at, zone), plan),
  );

/** Whether an entry can cause or lift a lock. Few entries can, so `locksIn` stays fast in a journal of many years. */
const mayLock = ({ kind }: Entry): boolean => kind === 'sign' || kind === 'girth' || kind === 'cleared';

/** @param entries of one person @param now null = not known, because the clock is wrong */
export const locksIn = (entries: readonly Entry[], now: Moment | null, zone: TimeZone): readonly Lock[] =>
  locksOf(reportsOf(entries.filter(mayLock), zone), now, zone);

const isMarks = (entry: Entry): boolean => entry.kind === 'sign' && entry.sign === 'marks';

/**
 * The earlier reports that a new plan must know: sessions of real boots that began at or after `since`, marks reported since then, and, as long as
 * something is locked, everything that causes or lifts locks.
 * @param entries of one person
 * @param event of the plan
 */
export function reportsBefore(
  entries: readonly Entry[],
  { since, now, event }: { readonly since: Moment; readonly now: Moment; readonly event: RecoveryEvent },
): readonly Report[] {
  const isLocked = locksIn(entries, now, event.zone).length > 0;
  const isOf = (entry: Entry): boolean =>
    (entry.at >= since && (entry.kind === 'session' || isMarks(entry))) || (isLocked && mayLock(entry));
  return reportsOf(entries.filter(isOf), event.zone, planId(event));
}

/**
 * The reports that a plan lacks about a session whose end no page saw. The session's step is done if the session finished.
 * @param session as the boots' record completed it
 */
export function rememberedReports(session: SessionEntry, { event, reports }: PlanRequest): readonly Report[] {
  const at = wallAt(session.at, event.zone);
  const plan = planId(event);
  const isDone = session.ended === 'finished' && session.step?.plan === plan;
  const step = isDone ? (session.step?.step ?? null) : null;
  // A page that followed the session reported it for a time at most its pauses later.
  const isKnown = reports.some((report) => {
    const later = minutesBetween(session.at, momentOf(report.at, event.zone));
    return report.kind === 'session' && later >= -SAME_REPORT_WITHIN && later <= session.lasted / 60;
  });
  if (session.simulated || isKnown) return step === null ? [] : [{ kind: 'done', at, step }];
  return reportsOf([session], event.zone).map((report) =>
    report.kind === 'session' ? { ...report, step } : report,
  );
}

const causes: Readonly<Record<Clearable | 'tingling', readonly NotedSign[]>> = {
  emergency: ['emergency'],
  urgent: ['dark-urine', 'severe-pain'],
  clot: ['one-calf'],
  // A clinician who has ruled out nerve damage has also examined the tingling.
  nerve: ['weakness', 'tingling'],
  tingling: ['tingling'],
};

/** The entries that a `cleared` entry for this sign must name: those that cause the sign's lock. */
export function causesOf(entries: readonly Entry[], sign: Clearable | 'tingling'): readonly EntryId[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'sign') return causes[sign].includes(entry.sign) ? [entry.id] : [];
    if (entry.kind !== 'girth' || sign !== 'clot') return [];
    return Math.abs(entry.leftCm - entry.rightCm) >= GIRTH_DIFFERENCE ? [entry.id] : [];
  });
}

/**
 * The entry to erase if the sign was noted by mistake: the last entry that causes the sign's lock and that no `cleared` entry has lifted; null if
 * there is none.
 */
export function lockingEntry(entries: readonly Entry[], sign: Sign, zone: TimeZone): Entry | null {
  const reports = clearingsAfterTheirSigns(entries.filter(mayLock).sort(compareEntries)).flatMap((entry) =>
    reportOf(entry, wallAt(entry.at, zone), null).map((report) => ({ ...report, entry })),
  );
  return causeOf(reports, sign)?.entry ?? null;
}

export const isClearable = (sign: Clearable | 'tingling'): sign is Clearable =>
  clearable.some((one) => one === sign);
