/** What every watch over the boots sees, and what it says when its limit is passed. */

import type { Fault } from '../../../../firmware-protocol/status.ts';
import type { AirModel } from '../regulation/air-model.ts';
import type { Regulator } from '../regulation/regulator.ts';
import type { Sensors } from '../regulation/sensors.ts';

export interface Scene {
  readonly sensors: Sensors;
  readonly regulator: Regulator;
  readonly air: AirModel;
  /** Whether a session is running or paused. */
  readonly session: boolean;
  /** Whether it is running. */
  readonly running: boolean;
  /** Cycles begun in this session. */
  readonly cycles: number;
  /** Whether the boots are zeroing, ready or in a session, so that their sensors matter. */
  readonly inUse: boolean;
}

export interface Trip {
  readonly fault: Exclude<Fault, 'none'>;
  /** null = none in particular. */
  readonly zone: number | null;
}

/** One limit of PROTOCOL.md 8, with the little it must remember. */
export interface Watch {
  /** A session begins: forget the last one. */
  begin(): void;
  /** @param dt s @returns the fault, on the step in which its limit is passed */
  step(scene: Scene, dt: number): Trip | null;
}
