/**
 * A running program as one value: the script the boots play, what the person wants by now, where the boots are in it, and what
 * was learned of the air. Only schedule.ts makes the next one.
 */

import type { Instant, Milliseconds, Seconds } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { AirEstimate } from '../air/estimator.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Settings } from '../program/program.ts';
import type { Script } from '../timeline/script.ts';

/** Whether the script may be changed now. The session says, since it knows which commands are on their way. */
export type Stage =
  /** The boots are still being given the script. */
  | 'loading'
  | 'playing'
  /** Paused, on the way to it, or not known: changes wait. */
  | 'held'
  /** A gentle beginning is on its way to the boots; Resume follows once they have it. */
  | 'resuming';

/** A change of the script that is not in force yet. */
export interface Change {
  readonly kind: 'lower' | 'boundary' | 'resume';
  /** What was wanted before it. */
  readonly before: Settings;
  /** Playhead time from which it holds. */
  readonly from: Milliseconds;
  /** How far that was ahead of the playhead, so that it should arrive in time. */
  readonly margin: Milliseconds;
  /** The boots have taken it. */
  readonly taken: boolean;
}

/** What the boots said last. */
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
  /** What the script was composed of. */
  readonly settings: Settings;
  /** Longest wall time, as told to the boots in Prepare. */
  readonly longest: Seconds;
  readonly air: AirEstimate;
  readonly change: Change | null;
  /** Waited at gates before the first cycle had its shape: the first mould, which is not counted in the promise; null = not over. */
  readonly mould: Seconds | null;
  readonly atMark: Mark;
  /** Waited at gates in all when the cycle being played had its first mould; null = it has not. */
  readonly atWave: Milliseconds | null;
  /** The cycle being played ran uninterrupted so far, so its waits can be learned from. */
  readonly whole: boolean;
  readonly heard: Heard;
  /** When the last event came. */
  readonly now: Instant;
}
