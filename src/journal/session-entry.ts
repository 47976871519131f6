/** A session of the boots as the journal has it. The boots know no calendar and no person, so this is where doses are counted. */

import type { Fault } from '../../firmware-protocol/fault-codes.ts';
import type { Mmhg, Seconds } from '../../firmware-protocol/quantities.ts';
import { type EndReason, endReasonCodes } from '../../firmware-protocol/status.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import type { SetZones } from '../program/program.ts';

/** Why a session ended, as the page shows it: what the boots report, and who stopped them if it was not this page. */
export type SessionEnd = EndReason | 'stoppedElsewhere' | 'stoppedAsPair';
export const sessionEnds: readonly SessionEnd[] = [
  ...(Object.keys(endReasonCodes) as EndReason[]),
  'stoppedElsewhere',
  'stoppedAsPair',
];

/** What one zone got. */
export interface ZoneGot {
  readonly side: Side;
  readonly part: BodyPart;
  /** Highest pressure measured. */
  readonly peak: Mmhg;
  /** Over the time that was measured. */
  readonly mean: Mmhg;
  readonly above30: Seconds;
  /** ∫(p − 30)⁺ dt, mmHg·min, over the time that was measured. */
  readonly dose: number;
}

/** Something set while the session ran. `after`: since it began, wall time. */
export type SessionChange = { readonly after: Seconds } & (
  | { readonly kind: 'intensity'; readonly to: Mmhg }
  | { readonly kind: 'minutes'; readonly to: number }
  | { readonly kind: 'zones'; readonly to: SetZones | null }
  | { readonly kind: 'paused' | 'resumed' }
);

/** A fault or a warning. Null = of no single zone or leg. */
export interface SessionAlarm {
  readonly after: Seconds;
  readonly kind: 'fault' | 'warning';
  readonly fault: Fault;
  readonly side: Side | null;
  readonly part: BodyPart | null;
}

/** How a session is known. */
export type SessionSource =
  /** The page followed it to its end. */
  | { readonly kind: 'followed' }
  /** The page lost it: what it saw until then. */
  | { readonly kind: 'lost' }
  /** The page lost it, and the boots remembered the rest: how it ended, how long it was, what each zone got. `record` is theirs. */
  | { readonly kind: 'boots'; readonly record: number; readonly bootCount: number };

export interface SessionContent {
  readonly kind: 'session';
  /** Nobody's legs. */
  readonly simulated: boolean;
  /** Null where the boots remember none. */
  readonly program: { readonly id: string; readonly name: string } | null;
  /** As it was begun with. */
  readonly intensity: Mmhg;
  readonly minutes: number;
  /** Null where no zone was set. */
  readonly zonesSet: SetZones | null;
  readonly changes: readonly SessionChange[];
  /** Wall time from beginning to end, as far as it is known. */
  readonly lasted: Seconds;
  /** How much of it was measured. */
  readonly measured: Seconds;
  /** Foot to hip of the left leg, then of the right. */
  readonly zones: readonly ZoneGot[];
  readonly alarms: readonly SessionAlarm[];
  /** Null = not known. */
  readonly ended: SessionEnd | null;
  readonly source: SessionSource;
  /** The step of a plan that it was. */
  readonly step: string | null;
}
