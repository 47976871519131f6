/**
 * The content of a journal entry about a boots session. The boots do not know who wears them, so the app adds up each person's doses from
 * these entries.
 */

import type { Fault } from '../../firmware-protocol/fault-codes.ts';
import type { Mmhg, Seconds } from '../../firmware-protocol/quantities.ts';
import { type EndReason, endReasonCodes } from '../../firmware-protocol/status.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import type { StepOfPlan } from '../plan/plan-id.ts';
import type { SetZones } from '../program/program.ts';

/**
 * The reason that the boots report, or a Stop that this page did not send. `stoppedElsewhere`: another controller sent it. `stoppedAsPair`:
 * another controller sent it to a pair, or one boot of a pair was stopped because of the other boot.
 */
export type SessionEnd = EndReason | 'stoppedElsewhere' | 'stoppedAsPair';
export const sessionEnds: readonly SessionEnd[] = [
  ...(Object.keys(endReasonCodes) as EndReason[]),
  'stoppedElsewhere',
  'stoppedAsPair',
];

/**
 * Totals of one zone over a session, measured by the page. If the boots recorded a larger peak, dose or time above 30 mmHg of a session
 * that the page lost, that one counts (remembered-session.ts).
 */
export interface ZoneTotals {
  readonly side: Side;
  readonly part: BodyPart;
  readonly peak: Mmhg;
  /** Mean over the time that the page measured. */
  readonly mean: Mmhg;
  /** Time above 30 mmHg. */
  readonly above30: Seconds;
  /** ∫(p − 30)⁺ dt, mmHg·min. */
  readonly dose: number;
}

/** `after`: time since the session began, pauses included. */
export type SessionChange = { readonly after: Seconds } & (
  | { readonly kind: 'intensity'; readonly to: Mmhg }
  | { readonly kind: 'minutes'; readonly to: number }
  | { readonly kind: 'zones'; readonly to: SetZones | null }
  | { readonly kind: 'paused' | 'resumed' }
);

/** `after`: time since the session began, pauses included. `side`, `part`: null if the alarm is not about one leg or one zone. */
export interface SessionAlarm {
  readonly after: Seconds;
  readonly kind: 'fault' | 'warning';
  readonly fault: Fault;
  readonly side: Side | null;
  readonly part: BodyPart | null;
}

export type SessionSource =
  /** The page followed the session to its end. */
  | { readonly kind: 'followed' }
  /** The page lost the session. The figures cover the time until then. */
  | { readonly kind: 'lost' }
  /**
   * The page lost the session, and the boots' session record completed its end, its length and the totals of zones. `record`: the record's
   * number in the boots. `bootCount`: how often the boots had been switched on by then. `counted`: the record has the dose of every zone;
   * false if, for example, the boots restarted before they had stored the doses.
   */
  | {
      readonly kind: 'boots';
      readonly record: number;
      readonly bootCount: number;
      readonly counted: boolean;
    };

export interface SessionContent {
  readonly kind: 'session';
  /** If so, the session counts toward no dose. */
  readonly simulated: boolean;
  /** Null if the page found the session already running, so that the program is not known. */
  readonly program: { readonly id: string; readonly name: string } | null;
  /** Intensity at the start; `changes` has later ones. */
  readonly intensity: Mmhg;
  readonly minutes: number;
  /** Settings of single zones at the start; null = none. */
  readonly zonesSet: SetZones | null;
  readonly changes: readonly SessionChange[];
  /** From beginning to end, pauses included. If the page lost the session: until then, or the longer time that the boots recorded. */
  readonly lasted: Seconds;
  /** The part of `lasted` for which the page measured pressures. */
  readonly measured: Seconds;
  /** The left leg from foot to hip, then the right leg. */
  readonly zones: readonly ZoneTotals[];
  readonly alarms: readonly SessionAlarm[];
  /** Null if the page did not see the end and the boots have not told it. */
  readonly ended: SessionEnd | null;
  readonly source: SessionSource;
  /** The step of the plan that the session was for; null = none. */
  readonly step: StepOfPlan | null;
}
