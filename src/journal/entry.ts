/**
 * The entries of a journal. An entry that is written changes in two cases: the boots' record completes a session that the page lost
 * (remembered-session.ts), and an answer to the questions after a session gets the id of that session if its entry is written later.
 */

import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import type { StepOfPlan } from '../plan/plan-id.ts';
import type { bareReports, Clearable } from '../plan/plan-request.ts';
import type { Moment, TimeZone } from '../plan/time/wall-clock.ts';
import type { SessionContent } from './session-entry.ts';

declare const unit: unique symbol;
/** Unique across all devices, for all practical purposes. */
export type EntryId = string & { readonly [unit]: 'entry' };
export type PersonId = string & { readonly [unit]: 'person' };
export type DeviceId = string & { readonly [unit]: 'device' };

export interface Person {
  readonly id: PersonId;
  /** Empty until the user has entered one: the only user of a device needs no name. */
  readonly name: string;
}

export const soreMuscles = ['legs', 'calf', 'quadriceps', 'hamstrings', 'foot'] as const;
export type SoreMuscle = (typeof soreMuscles)[number];

/** Soreness of each muscle that was scored: 0 = none, 10 = the worst imaginable. */
export type Scores = Readonly<Partial<Record<SoreMuscle, number>>>;

export const soreTimes = ['before', 'after', 'morning'] as const;
export type SoreTime = (typeof soreTimes)[number];

/** Warning signs that an entry can be about. plan/change/locks.ts says what each of them locks. */
export type NotedSign = Exclude<(typeof bareReports)[number], 'tingling-gone'>;

/** Answers to the screening (plan/screening/). `yes`: ids of the questions that were answered with yes. */
export interface ScreeningContent {
  readonly kind: 'screening';
  readonly yes: readonly string[];
  /** Whether a clinician was asked about the answers that need one, and agreed. */
  readonly clinician: boolean;
}

/** In soreness, sign and note, `of` is the id of the session that the entry is about; null = no session. */
export type EntryContent =
  | SessionContent
  /** `guide`: the id of the guide that the user followed. */
  | {
      readonly kind: 'guide';
      readonly guide: string;
      readonly minutes: number;
      readonly finished: boolean;
      /** The step of the plan that the guide was for; null = none. */
      readonly step: StepOfPlan | null;
    }
  | {
      readonly kind: 'soreness';
      readonly when: SoreTime;
      readonly scores: Scores;
      readonly of: EntryId | null;
    }
  /** 0 = exhausted, 10 = ready for anything. */
  | { readonly kind: 'readiness'; readonly score: number }
  /** Girth of each calf. */
  | { readonly kind: 'girth'; readonly leftCm: number; readonly rightCm: number }
  | { readonly kind: 'sign'; readonly sign: NotedSign; readonly of: EntryId | null }
  /**
   * A sign no longer counts: a clinician has ruled it out, or the tingling has gone. This lifts only the locks that the entries in `of`
   * caused, so that a sign that is imported later from another device still locks.
   */
  | { readonly kind: 'cleared'; readonly sign: Clearable | 'tingling'; readonly of: readonly EntryId[] }
  | ScreeningContent
  | { readonly kind: 'note'; readonly text: string; readonly of: EntryId | null };

export type EntryKind = EntryContent['kind'];

export interface EntryHeader {
  readonly id: EntryId;
  readonly person: PersonId;
  readonly device: DeviceId;
  /** Sequence number on that device. It gives the order of the device's entries even if its clock was wrong. */
  readonly order: number;
  /** When it happened, by the device's clock; for a session, when it began. */
  readonly at: Moment;
  readonly zone: TimeZone;
}

export type Entry = EntryHeader & EntryContent;
export type EntryOf<Kind extends EntryKind> = EntryHeader & Extract<EntryContent, { readonly kind: Kind }>;
export type SessionEntry = EntryOf<'session'>;

export const zoneKey = (side: Side, part: BodyPart): string => `${side} ${part}`;
