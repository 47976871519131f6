/** A rule of a plan is data: for which events and days, what, when, with what, why, on whose word. */

import type { EventKind, Tool } from '../asked.ts';
import type { Check, Deed } from '../step.ts';
import type { Phase } from './phases.ts';
import type { Reason } from './reasons.ts';
import type { SourceName } from './sources.ts';

/** After: minutes from the event's time, rounded up to 5. At: a time of the day, "08:30". */
export type When = { readonly after: number } | { readonly at: string };

export interface Rule {
  /** Steps are named by it; of one id there is one step a day. */
  readonly id: string;
  readonly events: readonly EventKind[];
  readonly phase: Phase;
  /** Days of the phase, 0 = its first; all where it is left out. */
  readonly days?: readonly number[];
  readonly when: When;
  readonly deed: Deed;
  readonly base?: true;
  readonly needs?: Tool;
  readonly optional?: true;
  readonly askFirst?: Check;
  /** On the day of the event: no sooner than this after it, min. */
  readonly notBefore?: number;
  readonly why: Reason;
  readonly sources: readonly SourceName[];
}

/** Events of running. */
export const runs = [
  '10k',
  'half',
  'marathon',
  'ultra',
  'trail',
  'hard-training',
] as const satisfies EventKind[];
/** Those with days 4 and later. */
export const longRuns = ['half', 'marathon', 'ultra', 'trail'] as const satisfies EventKind[];
export const shortRuns = ['10k', 'hard-training'] as const satisfies EventKind[];
