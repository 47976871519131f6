/** What a plan is made from: the event, the person, and that person's reports. */

import type { Mmhg } from '../../firmware-protocol/quantities.ts';
import type { TimeZone, WallTime } from './time/wall-clock.ts';

export const eventKinds = [
  '10k',
  'half',
  'marathon',
  'ultra',
  'trail',
  'hard-training',
  'cold-cramps',
  'flight',
  'desk',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** `roller`: a foam roller or massage stick. `massager`: a massage gun or massage ball. */
export const tools = ['boots', 'roller', 'plate', 'massager'] as const;
export type Tool = (typeof tools)[number];

/** Work without a tool that the screening may forbid; `massage` includes stroking a cramp. Each is also a kind of action. */
export type BareWork = 'massage' | 'stretch' | 'run';

/** `hurt`: one spot hurts, as opposed to tired muscles. */
export const courses = ['well', 'hard', 'hurt'] as const;
export type Course = (typeof courses)[number];

export interface RecoveryEvent {
  readonly kind: EventKind;
  /** When the event ended; for a desk day, when it begins. */
  readonly at: WallTime;
  readonly zone: TimeZone;
  readonly went: Course;
  /** Null = not known; the same for the next three. */
  readonly distanceKm: number | null;
  /** How long it took, pauses included. */
  readonly minutes: number | null;
  readonly ascentM: number | null;
  readonly temperatureC: number | null;
}

/** The figures of an event, which an activity file may fill in. */
export type EventFigures = Pick<RecoveryEvent, 'distanceKm' | 'minutes' | 'ascentM' | 'temperatureC'>;

export interface Person {
  readonly owns: readonly Tool[];
  /** Tools that the screening forbids, owned or not. */
  readonly barred: readonly Tool[];
  /** Work that the screening forbids; none if missing. It is no part of the plan's document. */
  readonly forbidden?: readonly BareWork[];
  /** Highest intensity that a plan sets for a boots session. */
  readonly highest: Mmhg;
}

/** Signs that lock actions until a clinician has ruled the sign out, or the report of the sign is withdrawn as a mistake. */
export const clearable = ['emergency', 'urgent', 'clot', 'nerve'] as const;
export type Clearable = (typeof clearable)[number];

export const bareReports = [
  /** Marks on the skin for more than 30 min after a boots session, or pain during one. */
  'marks',
  'tingling',
  'tingling-gone',
  /** A foot that drops, or a weak leg. */
  'weakness',
  /** One calf swollen, warm or red. */
  'one-calf',
  'dark-urine',
  /** Pain far worse than the effort explains. */
  'severe-pain',
  /** Chest pain, shortness of breath, confusion or collapse. */
  'emergency',
] as const;

/**
 * Something that the person has reported. `at`: local time in the zone of the event. Lists of reports are in the order in which the reports
 * were made, even if the clock was wrong.
 */
export type Report = { readonly at: WallTime } & (
  | { readonly kind: (typeof bareReports)[number] }
  /** 0 to 10. */
  | { readonly kind: 'soreness'; readonly soreness: number }
  /** Girth of the calves. */
  | { readonly kind: 'girth'; readonly leftCm: number; readonly rightCm: number }
  | { readonly kind: 'done' | 'skipped'; readonly step: string }
  /** A boots session that began at about `at`. `step`: null if it was for no step of the plan. */
  | {
      readonly kind: 'session';
      readonly step: string | null;
      readonly minutes: number;
      readonly peakMmhg: number;
      /** Dose of the zone that got the most, mmHg·min above 30 mmHg; null = not measured. */
      readonly dose: number | null;
    }
  /** The person says that a clinician has ruled the sign out. */
  | { readonly kind: 'cleared'; readonly sign: Clearable }
);

export interface PlanRequest {
  readonly event: RecoveryEvent;
  readonly person: Person;
  readonly reports: readonly Report[];
}

export const mayUse = ({ owns, barred }: Person, tool: Tool): boolean =>
  owns.includes(tool) && !barred.includes(tool);
