/** A journal as the reports that plans and locks are made from (plan/plan-request.ts). The locks themselves are plan/change/locks.ts. */

import { GIRTH_DIFFERENCE, type Lock, locksOf } from '../plan/change/locks.ts';
import { type Clearable, clearable, type Report } from '../plan/plan-request.ts';
import { type Moment, type WallTime, wallAt, type Zone } from '../plan/time/wall-clock.ts';
import { doseOf, highestSet, longest } from './dose/session-dose.ts';
import type { Entry, EntryId, EntryOf, NotedSign } from './entry.ts';
import { compareEntries } from './journal.ts';
import { worst } from './views/days.ts';

type Clearing = EntryOf<'cleared'>;

/** What was reported, in the order that it is to be believed in. */
function inBelievedOrder(entries: readonly Entry[]): readonly Entry[] {
  const reported = entries.filter(({ kind }) => kind !== 'cleared');
  const clearings = entries.filter((entry): entry is Clearing => entry.kind === 'cleared');
  const byId = new Map(reported.map((entry) => [entry.id, entry]));
  const ordered = new Set<Entry>();
  // A clearing follows what it names, and comes before all else: clocks of two devices may differ by anything.
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

function reportOf(entry: Entry, at: WallTime): readonly Report[] {
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
          step: entry.step,
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

/** @param entries of one person, in order @param zone of the plan, or where the person is */
export const reportsOf = (entries: readonly Entry[], zone: Zone): readonly Report[] =>
  inBelievedOrder([...entries].sort(compareEntries)).flatMap((entry) =>
    reportOf(entry, wallAt(entry.at, zone)),
  );

/** Sessions of real boots since then. @param entries of one person @param zone of the plan */
export const sessionsSince = (entries: readonly Entry[], since: Moment, zone: Zone): readonly Report[] =>
  reportsOf(
    entries.filter(({ kind, at }) => kind === 'session' && at >= since),
    zone,
  );

/** Years of entries have a few of these. */
const mayLock = ({ kind }: Entry): boolean => kind === 'sign' || kind === 'girth' || kind === 'cleared';

/** What is closed for this person. @param now null = the clock is not to be believed */
export const locksIn = (entries: readonly Entry[], now: Moment | null, zone: Zone): readonly Lock[] =>
  locksOf(reportsOf(entries.filter(mayLock), zone), now, zone);

const causes: Readonly<Record<Clearable | 'tingling', readonly NotedSign[]>> = {
  emergency: ['emergency'],
  urgent: ['dark-urine', 'severe-pain'],
  clot: ['one-calf'],
  // Who has looked at a nerve has looked at the tingling too.
  nerve: ['weakness', 'tingling'],
  tingling: ['tingling'],
};

/** Entries that a clearing of that sign would open: it names them, and only them. */
export function causesOf(entries: readonly Entry[], sign: Clearable | 'tingling'): readonly EntryId[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'sign') return causes[sign].includes(entry.sign) ? [entry.id] : [];
    if (entry.kind !== 'girth' || sign !== 'clot') return [];
    return Math.abs(entry.leftCm - entry.rightCm) >= GIRTH_DIFFERENCE ? [entry.id] : [];
  });
}

/** Whether only a clinician's word opens it. */
export const isClearable = (sign: Clearable | 'tingling'): sign is Clearable =>
  clearable.some((one) => one === sign);
