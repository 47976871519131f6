/** A rule of a plan, as data: for which events and days it is, what to do, when, with which tool, why, and its sources. */

import type { EventKind, Tool } from '../plan-request.ts';
import type { Action, Check } from '../step.ts';
import type { Phase } from './phases.ts';
import type { Reason } from './reasons.ts';
import type { SourceName } from './sources.ts';

/** `after`: minutes after the event, rounded up to a multiple of 5. `at`: a time of day, "08:30". */
export type When = { readonly after: number } | { readonly at: string };

export interface Rule {
  /** Part of the ids of its steps. A day has at most one step of each rule id. */
  readonly id: string;
  readonly events: readonly EventKind[];
  readonly phase: Phase;
  /** Days of the phase, 0 = its first day; if missing, all of them. */
  readonly days?: readonly number[];
  readonly when: When;
  readonly action: Action;
  readonly base?: true;
  readonly needs?: Tool;
  readonly optional?: true;
  readonly askFirst?: Check;
  /**
   * Only for a step with a time of day. On the day of the event, the step is left out if it comes sooner than this after the event, min; if missing,
   * 0.
   */
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
/** Running events whose plans continue after day 3. */
export const longRuns = ['half', 'marathon', 'ultra', 'trail'] as const satisfies EventKind[];
export const shortRuns = ['10k', 'hard-training'] as const satisfies EventKind[];
