/**
 * What each reported warning sign locks, and what lifts the lock. Because a clock may be wrong, the order of the reports decides which
 * signs count. Their times decide only how long tingling has lasted.
 */

import type { Clearable, Report } from '../plan-request.ts';
import type { ActionKind } from '../step.ts';
import {
  type Moment,
  momentAfter,
  momentOf,
  type TimeZone,
  type WallTime,
  wallAt,
} from '../time/wall-clock.ts';

/** Gravest first. */
export const signs = ['emergency', 'urgent', 'clot', 'nerve', 'tingling'] as const satisfies (
  | Clearable
  | 'tingling'
)[];
export type Sign = (typeof signs)[number];

export interface Lock {
  readonly sign: Sign;
  /** When the sign was first reported since it was last cleared; for tingling, also since it last went away. */
  readonly since: WallTime;
  /** What lifts the lock: a clinician, or this time; null = a report that the sign has gone. */
  readonly opens: 'clinician' | WallTime | null;
}

/** Difference between the girths of the calves from which one counts as swollen, cm. */
export const GIRTH_DIFFERENCE = 3;
/** Tingling locks boots sessions for at least this long, min. If it lasts longer, a clinician must examine it. */
export const TINGLING_LOCK = 24 * 60;

const allKinds: readonly ActionKind[] = [
  'walk',
  'drink',
  'boots',
  'roller',
  'plate',
  'massage',
  'stretch',
  'run',
  'warm',
  'rest',
  'wind-down',
];

/** With a possible clot, nothing may press, shake, stretch or train the leg. */
export const closes: Readonly<Record<Sign, readonly ActionKind[]>> = {
  emergency: allKinds,
  urgent: allKinds,
  clot: ['boots', 'roller', 'plate', 'massage', 'stretch', 'run'],
  nerve: ['boots', 'plate', 'run'],
  tingling: ['boots'],
};

const signOf = (report: Report): Sign | null => {
  switch (report.kind) {
    case 'emergency':
      return 'emergency';
    case 'dark-urine':
    case 'severe-pain':
      return 'urgent';
    case 'one-calf':
      return 'clot';
    case 'girth':
      return Math.abs(report.leftCm - report.rightCm) >= GIRTH_DIFFERENCE ? 'clot' : null;
    case 'weakness':
      return 'nerve';
    case 'tingling':
      return 'tingling';
    default:
      return null;
  }
};

/** Whether a clinician's clearance lifts the sign's lock. A clinician who has ruled out nerve damage has examined the tingling too. */
const clears = (report: Report, sign: Sign): boolean =>
  report.kind === 'cleared' && (report.sign === sign || (report.sign === 'nerve' && sign === 'tingling'));

/**
 * The last report of the sign since a clinician last cleared that sign; null if there is none. The user can withdraw this report if it was
 * a mistake.
 */
export function causeOf<R extends Report>(reports: readonly R[], sign: Sign): R | null {
  const cleared = reports.findLastIndex((report) => clears(report, sign));
  const cause = reports.slice(cleared + 1).findLast((report) => signOf(report) === sign) ?? null;
  // Tingling that lasts longer than TINGLING_LOCK causes the `nerve` lock too.
  return cause === null && sign === 'nerve' ? causeOf(reports, 'tingling') : cause;
}

interface Open {
  readonly since: WallTime;
  readonly gone: WallTime | null;
}

function standing(reports: readonly Report[]): ReadonlyMap<Sign, Open> {
  const open = new Map<Sign, Open>();
  for (const report of reports) {
    const sign = signOf(report);
    if (sign !== null) {
      const known = open.get(sign);
      // If tingling is reported again before it was reported as gone, it has lasted since the first of these reports.
      const since = known !== undefined && known.gone === null ? known.since : report.at;
      open.set(sign, { since, gone: null });
    } else if (report.kind === 'cleared') {
      for (const one of signs) if (clears(report, one)) open.delete(one);
    } else if (report.kind === 'tingling-gone') {
      const tingling = open.get('tingling');
      if (tingling?.gone === null) open.set('tingling', { ...tingling, gone: report.at });
    }
  }
  return open;
}

function tinglingLock({ since, gone }: Open, now: Moment | null, zone: TimeZone): Lock | null {
  const began = momentOf(since, zone);
  const dayLater = momentAfter(began, TINGLING_LOCK);
  const lasted = gone === null ? now : momentOf(gone, zone);
  if (lasted !== null && lasted > dayLater) return { sign: 'nerve', since, opens: 'clinician' };
  if (gone === null) return { sign: 'tingling', since, opens: null };
  return now !== null && now >= dayLater ? null : { sign: 'tingling', since, opens: wallAt(dayLater, zone) };
}

/** Gravest first, at most one for each sign. @param now null = not known */
export function locksOf(reports: readonly Report[], now: Moment | null, zone: TimeZone): readonly Lock[] {
  const locks = [...standing(reports)].flatMap(([sign, open]): readonly Lock[] => {
    if (sign !== 'tingling') return [{ sign, since: open.since, opens: 'clinician' }];
    const lock = tinglingLock(open, now, zone);
    return lock === null ? [] : [lock];
  });
  return signs.flatMap((sign) => locks.filter((lock) => lock.sign === sign).slice(0, 1));
}

export const isLocked = (locks: readonly Lock[], kind: ActionKind, at: WallTime): boolean =>
  locks.some(
    ({ sign, opens }) =>
      closes[sign].includes(kind) && (opens === 'clinician' || opens === null || at < opens),
  );
