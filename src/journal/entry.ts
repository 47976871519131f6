/** What a journal holds: entries, each noted once and never changed. Begin here for the room; journal.ts keeps them in order. */

import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import type { bareReports, Clearable } from '../plan/plan-request.ts';
import type { Moment, Zone } from '../plan/time/wall-clock.ts';
import type { SessionContent } from './session-entry.ts';

declare const unit: unique symbol;
/** Unlike any other, on whatever device. */
export type EntryId = string & { readonly [unit]: 'entry' };
export type PersonId = string & { readonly [unit]: 'person' };
export type DeviceId = string & { readonly [unit]: 'device' };

/** Two people who share a device are told apart by name. */
export interface Person {
  readonly id: PersonId;
  /** Empty for somebody who has not been asked. */
  readonly name: string;
}

/** Muscles whose soreness is noted. Legs: both legs as a whole. */
export const soreMuscles = ['legs', 'calf', 'quadriceps', 'hamstrings', 'foot'] as const;
export type SoreMuscle = (typeof soreMuscles)[number];

/** 0 = none, 10 = the most that can be imagined. */
export type Scores = Readonly<Partial<Record<SoreMuscle, number>>>;

export const soreTimes = ['before', 'after', 'morning'] as const;
export type SoreTime = (typeof soreTimes)[number];

/** Signs as they are noted; what each of them closes is in plan/change/locks.ts. */
export type NotedSign = Exclude<(typeof bareReports)[number], 'tingling-gone'>;

/** Contraindications that were asked of, and the answers that were yes (plan/screening/). */
export interface ScreeningContent {
  readonly kind: 'screening';
  readonly yes: readonly string[];
  /** A clinician was asked about those that need one. */
  readonly clinician: boolean;
}

export type EntryContent =
  | SessionContent
  /** A step that led: roller, plate, walk… */
  | {
      readonly kind: 'guide';
      readonly guide: string;
      readonly minutes: number;
      /** Followed to its end. */
      readonly finished: boolean;
    }
  /** `of`: the session that it is about, if any. */
  | {
      readonly kind: 'soreness';
      readonly when: SoreTime;
      readonly scores: Scores;
      readonly of: EntryId | null;
    }
  /** 0 = spent, 10 = ready for anything. */
  | { readonly kind: 'readiness'; readonly score: number }
  /** Of each calf. */
  | { readonly kind: 'girth'; readonly leftCm: number; readonly rightCm: number }
  | { readonly kind: 'sign'; readonly sign: NotedSign; readonly of: EntryId | null }
  /**
   * It is over: a clinician has looked, or, for tingling, it is gone. It opens what those entries closed and nothing else, so that a
   * sign of another device that is imported later stays closed.
   */
  | { readonly kind: 'cleared'; readonly sign: Clearable | 'tingling'; readonly of: readonly EntryId[] }
  | ScreeningContent
  | { readonly kind: 'note'; readonly text: string; readonly of: EntryId | null };

export type EntryKind = EntryContent['kind'];

/** Who noted it, where and when. */
export interface EntryHeader {
  readonly id: EntryId;
  readonly person: PersonId;
  readonly device: DeviceId;
  /** Counts the entries of that device: the order in which it noted them, whatever its clock showed. */
  readonly order: number;
  /** When it happened, by the device's clock; of a session, when it began. */
  readonly at: Moment;
  /** Where it was noted. */
  readonly zone: Zone;
}

export type Entry = EntryHeader & EntryContent;
export type EntryOf<Kind extends EntryKind> = EntryHeader & Extract<EntryContent, { readonly kind: Kind }>;
export type SessionEntry = EntryOf<'session'>;

/** A zone of a leg, in one word. */
export const zoneKey = (side: Side, part: BodyPart): string => `${side} ${part}`;
