/**
 * A running program as one value: the script that the boots play, what the person wants, where the boots are in the script, and the
 * estimate of the air. Only schedule.ts makes the next one.
 */

import type { Instant, Milliseconds, Seconds } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { AirEstimate } from '../air/estimator.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Settings } from '../program/program.ts';
import type { Script } from '../timeline/script.ts';
import type { Shown } from './time-left.ts';

/** Whether the script may be changed now. The session decides, since it knows which commands are on their way. */
export type Stage =
  /** The boots are still being given the script. */
  | 'loading'
  | 'playing'
  /** Paused, about to be, or not known: changes wait. */
  | 'held'
  /** A gentle cycle is on its way to the boots; the Resume command follows once they have it. */
  | 'resuming';

/** A change of the script that is not in force yet. */
export interface Change {
  readonly kind: 'lower' | 'boundary' | 'resume';
  /** The settings before it. */
  readonly before: Settings;
  /** Playhead time at which it takes effect. */
  readonly from: Milliseconds;
  /** How far ahead of the playhead that was, to arrive in time. */
  readonly margin: Milliseconds;
  /** The boots have accepted it. */
  readonly taken: boolean;
}

/** The last report of the boots. */
export interface Heard {
  readonly status: Status;
  readonly at: Instant;
  /** Newest measured pressure of every zone, mmHg; null = not measured. Empty before the first telemetry. */
  readonly pressures: readonly (number | null)[];
}

/** The boots' counts at the last cycle mark. */
export type Mark = Pick<Status, 'cycles' | 'playhead' | 'waited'>;

export interface Plan {
  readonly boots: BootsShape;
  readonly stage: Stage;
  readonly script: Script;
  /** What the person wants. */
  readonly wanted: Settings;
  /** The settings that the script was composed for. */
  readonly settings: Settings;
  /** Longest wall time, as the boots got it with Prepare. */
  readonly longest: Seconds;
  readonly air: AirEstimate;
  readonly change: Change | null;
  /** Wait at the first prefill, which the promise does not count; null = not over yet. */
  readonly prefill: Seconds | null;
  readonly atMark: Mark;
  /** Total time waited at gates when the prefill of the cycle being played was over; null = not over yet. */
  readonly atWave: Milliseconds | null;
  /** What the clock of time left remembers (time-left.ts). */
  readonly shown: Shown;
  /** The cycle being played was neither interrupted nor changed so far, and its mark came in time: the estimator may use its waits. */
  readonly whole: boolean;
  readonly heard: Heard;
  /** When the last event came. */
  readonly now: Instant;
}
