/** A rule gives steps to plans: for which events and days, what to do, when, with which tool, why, and its sources. */

import type { EventKind, Tool } from '../plan-request.ts';
import type { Action, Check } from '../step.ts';
import type { Phase } from './phases.ts';
import type { Reason } from './reasons.ts';
import type { SourceName } from './sources.ts';

/** `after`: minutes after the event, with the resulting time rounded up to 5 min. `at`: a time of day, "08:30". */
export type When = { readonly after: number } | { readonly at: string };

export interface Rule {
  /** Part of the ids of the rule's steps, so on one day at most one rule with this id may apply to an event. */
  readonly id: string;
  readonly events: readonly EventKind[];
  readonly phase: Phase;
  /** Days of the phase, 0 = its first day; if missing, all of them. */
  readonly days?: readonly number[];
  readonly when: When;
  /** Number of steps that the rule gives on a day, one each hour, with names from repeat-names.ts; 1 if missing. Only with `when.after`. */
  readonly repeats?: number;
  readonly action: Action;
  readonly base?: true;
  readonly needs?: Tool;
  readonly optional?: true;
  readonly askFirst?: Check;
  /** Only with `when.at`: on the day of the event, the step is left out if it comes sooner than this after the event, min; 0 if missing. */
  readonly notBefore?: number;
  readonly why: Reason;
  readonly sources: readonly SourceName[];
}

export const runs = [
  '10k',
  'half',
  'marathon',
  'ultra',
  'trail',
  'hard-training',
] as const satisfies EventKind[];
/** Runs with plans longer than the first days: they have the phases `easy` and `return`. */
export const longRuns = ['half', 'marathon', 'ultra', 'trail'] as const satisfies EventKind[];
export const shortRuns = ['10k', 'hard-training'] as const satisfies EventKind[];
