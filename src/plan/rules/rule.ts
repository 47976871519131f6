/** A rule of a plan is data: its events and days, what to do, when, with which tool, why, and on which sources. */

import type { EventKind, Tool } from '../plan-request.ts';
import type { Action, Check } from '../step.ts';
import type { Phase } from './phases.ts';
import type { Reason } from './reasons.ts';
import type { SourceName } from './sources.ts';

/** `after`: minutes from the event's time, rounded up to 5. `at`: a time of the day, "08:30". */
export type When = { readonly after: number } | { readonly at: string };

export interface Rule {
  /** Part of the ids of its steps. A day has at most one step for each id. */
  readonly id: string;
  readonly events: readonly EventKind[];
  readonly phase: Phase;
  /** Days of the phase, 0 = its first; all where it is left out. */
  readonly days?: readonly number[];
  readonly when: When;
  readonly action: Action;
  readonly base?: true;
  readonly needs?: Tool;
  readonly optional?: true;
  readonly askFirst?: Check;
  /** On the day of the event: no sooner than this after it, min. */
  readonly notBefore?: number;
  readonly why: Reason;
  readonly sources: readonly SourceName[];
}

/** Running events. */
export const runs = [
  '10k',
  'half',
  'marathon',
  'ultra',
  'trail',
  'hard-training',
] as const satisfies EventKind[];
/** Those whose plans go on after day 3. */
export const longRuns = ['half', 'marathon', 'ultra', 'trail'] as const satisfies EventKind[];
export const shortRuns = ['10k', 'hard-training'] as const satisfies EventKind[];
