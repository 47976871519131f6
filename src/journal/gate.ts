/**
 * The safety gate: decides whether a person may use real boots now. It checks who the person is, then locks, then the screening, and returns the
 * first reason against it.
 */

import { closes, type Lock } from '../plan/change/locks.ts';
import type { Contraindication, ToAskAbout } from '../plan/screening/questions.ts';
import { type Screened, type Screening, screeningOf } from '../plan/screening/screening.ts';
import type { Moment, TimeZone } from '../plan/time/wall-clock.ts';
import type { Entry, Person, PersonId } from './entry.ts';
import { compareEntries } from './journal.ts';
import { locksIn } from './reports.ts';

export type Gate =
  | { readonly kind: 'open' }
  | { readonly kind: 'locked'; readonly lock: Lock }
  | { readonly kind: 'who'; readonly people: readonly Person[] }
  | { readonly kind: 'due'; readonly why: Extract<Screening, { readonly kind: 'due' }>['why'] }
  | { readonly kind: 'blocked'; readonly by: readonly Contraindication[] }
  | { readonly kind: 'askFirst'; readonly about: readonly ToAskAbout[] };

export interface GateInput {
  readonly entries: readonly Entry[];
  readonly people: readonly Person[];
  readonly person: PersonId;
  /** Whether the user has said, since the page was opened, which person they are. */
  readonly isKnown: boolean;
  readonly now: Moment;
  readonly zone: TimeZone;
  /** When the ultramarathon of the plan ended; null if the plan is not for one. */
  readonly ultra: Moment | null;
  readonly rescreening: readonly PersonId[];
}

/**
 * The latest screening. Two entries of one device are compared by sequence number, because the clock of a device may have been set back;
 * entries of two devices by time.
 */
export function lastScreened(entries: readonly Entry[]): Screened | null {
  const screenings = entries.flatMap((entry) => (entry.kind === 'screening' ? [entry] : []));
  const last = screenings.reduce<(typeof screenings)[number] | null>((latest, one) => {
    if (latest === null) return one;
    const isLater = one.device === latest.device ? one.order > latest.order : compareEntries(one, latest) > 0;
    return isLater ? one : latest;
  }, null);
  return last && { at: last.at, yes: last.yes, clinician: last.clinician };
}

export const bootsLocks = (locks: readonly Lock[]): readonly Lock[] =>
  locks.filter(({ sign }) => closes[sign].includes('boots'));

export function gateOf({
  entries,
  people,
  person,
  isKnown,
  now,
  zone,
  ultra,
  rescreening: askedAgain,
}: GateInput): Gate {
  const known = people.length > 1 ? isKnown : true;
  if (!known) return { kind: 'who', people };
  const own = entries.filter((entry) => entry.person === person);
  const [lock] = bootsLocks(locksIn(own, now, zone));
  if (lock !== undefined) return { kind: 'locked', lock };
  const screening = screeningOf(lastScreened(own), now, ultra, askedAgain.includes(person));
  return screening.kind === 'passed' ? { kind: 'open' } : screening;
}
