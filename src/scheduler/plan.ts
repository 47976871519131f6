/**
 * A running program as one value: the script that the boots play, the settings that the person wants, where the boots are in the script,
 * and the estimate of the air.
 */

import type { Instant, Milliseconds, Seconds } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { AirEstimate } from '../air/estimator.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Settings } from '../program/program.ts';
import type { Script } from '../timeline/script.ts';
import type { ShownTime } from './time-left.ts';

/** How far the session has come, which decides whether the script may be changed now. */
export type Stage =
  /** The boots are being sent the script for the first time. */
  | 'loading'
  | 'playing'
  /** The session is paused, about to be paused, or in an unknown state: changes wait. */
  | 'held'
  /** A gentle cycle is being sent to the boots. Once they have that, the Resume command follows. */
  | 'resuming';

/** A change of the script that has not taken effect yet. */
export interface Change {
  readonly kind: 'lower' | 'boundary' | 'resume';
  readonly before: Settings;
  /** Playhead time at which the change takes effect. */
  readonly from: Milliseconds;
  /** How far ahead of the playhead `from` was chosen, so that the change would arrive in time. */
  readonly margin: Milliseconds;
  readonly taken: boolean;
}

export interface BootsReport {
  readonly status: Status;
  readonly at: Instant;
  /** Newest measured pressure of every zone, mmHg; null = not measured. Empty before the first telemetry. */
  readonly pressures: readonly (number | null)[];
}

/** From the boots' first report after the beginning of the cycle being played. */
export type Mark = Pick<Status, 'cycles' | 'playhead' | 'waited'>;

export interface Plan {
  readonly boots: BootsShape;
  readonly stage: Stage;
  readonly script: Script;
  /** What the person wants, with a lower intensity if the air cannot follow. */
  readonly wanted: Settings;
  /** The settings that the script was composed for. */
  readonly settings: Settings;
  /** Longest wall time of the session, as sent to the boots with Prepare. */
  readonly longest: Seconds;
  readonly air: AirEstimate;
  readonly change: Change | null;
  /**
   * The scripts that the boots may still be playing, because they have not accepted a cut since; null = one that this page does not know.
   * Empty = they play `script`.
   */
  readonly replaced: readonly (Script | null)[];
  /**
   * How long the boots waited at the first prefill (the fill of the empty bags), which does not count toward the minutes; null = it is not
   * over yet.
   */
  readonly prefill: Seconds | null;
  readonly atMark: Mark;
  /**
   * How long the boots had waited at gates when they first reported from within the wave (the squeezes after the prefill) of the cycle
   * being played. Null = no such report yet.
   */
  readonly atWave: Milliseconds | null;
  readonly shown: ShownTime;
  /**
   * Whether the estimate may use the waits of the cycle being played: so far, that cycle was neither interrupted nor changed, and the boots
   * reported its beginning in time.
   */
  readonly whole: boolean;
  readonly report: BootsReport;
  /** The time of the last event. */
  readonly now: Instant;
}
