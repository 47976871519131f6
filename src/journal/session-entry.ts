/** The content of a journal entry about a boots session. The boots do not know who wears them, so the app adds up a person's doses from these entries. */

import type { Fault } from '../../firmware-protocol/fault-codes.ts';
import type { Mmhg, Seconds } from '../../firmware-protocol/quantities.ts';
import { type EndReason, endReasonCodes } from '../../firmware-protocol/status.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import type { StepOfPlan } from '../plan/plan-id.ts';
import type { SetZones } from '../program/program.ts';

/**
 * Why a session ended: the reason that the boots report, or what this page saw. `stoppedElsewhere`: something other than this page stopped the boots.
 * `stoppedAsPair`: the same for a pair, or one boot of a pair was stopped because of the other boot.
 */
export type SessionEnd = EndReason | 'stoppedElsewhere' | 'stoppedAsPair';
export const sessionEnds: readonly SessionEnd[] = [
  ...(Object.keys(endReasonCodes) as EndReason[]),
  'stoppedElsewhere',
  'stoppedAsPair',
];

/** Totals of one zone over a session: measured by the page, or larger ones that the boots recorded (remembered-session.ts). */
export interface ZoneTotals {
  readonly side: Side;
  readonly part: BodyPart;
  /** Highest pressure that the page measured or the boots recorded. */
  readonly peak: Mmhg;
  /** Mean pressure over the measured time. */
  readonly mean: Mmhg;
  /** Time above 30 mmHg, as measured or recorded. */
  readonly above30: Seconds;
  /** ∫(p − 30)⁺ dt, as measured or recorded, mmHg·min. */
  readonly dose: number;
}

/** A change of a setting during the session. `after`: time since the session began, pauses included. */
export type SessionChange = { readonly after: Seconds } & (
  | { readonly kind: 'intensity'; readonly to: Mmhg }
  | { readonly kind: 'minutes'; readonly to: number }
  | { readonly kind: 'zones'; readonly to: SetZones | null }
  | { readonly kind: 'paused' | 'resumed' }
);

/** A fault or a warning. `after`: time since the session began, pauses included. `side`, `part`: null if it is not about one leg or one zone. */
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
   * The page lost the session, and the boots' session record completed its end, its length and each zone's totals. `record`: the record's
   * number in the boots. `bootCount`: how often the boots had been switched on by then. `counted`: the boots counted the dose of every zone
   * from beginning to end; false if they restarted before they had stored the dose.
   */
  | {
      readonly kind: 'boots';
      readonly record: number;
      readonly bootCount: number;
      readonly counted: boolean;
    };

export interface SessionContent {
  readonly kind: 'session';
  /** Whether the boots were simulated. If so, the session counts toward no dose. */
  readonly simulated: boolean;
  /** The program; null if the page found the session already running, so that the program is not known. */
  readonly program: { readonly id: string; readonly name: string } | null;
  /** Intensity at the start; `changes` has later ones. */
  readonly intensity: Mmhg;
  /** Minutes planned at the start. */
  readonly minutes: number;
  /** Settings of single zones at the start; null if no zone had any. */
  readonly zonesSet: SetZones | null;
  readonly changes: readonly SessionChange[];
  /** Time from beginning to end, pauses included. If the page lost the session: the time until then, or the longer time that the boots recorded. */
  readonly lasted: Seconds;
  /** The part of `lasted` for which pressures were measured. */
  readonly measured: Seconds;
  /** The left leg from foot to hip, then the right leg. */
  readonly zones: readonly ZoneTotals[];
  readonly alarms: readonly SessionAlarm[];
  /** Why the session ended; null if the page did not see its end and the boots have not told it. */
  readonly ended: SessionEnd | null;
  readonly source: SessionSource;
  /** The step of the plan that the session was for; null = none. */
  readonly step: StepOfPlan | null;
}
