/** What every watch over the boots sees, and what it reports when its limit is exceeded. */

import type { Fault } from '../../../../firmware-protocol/fault-codes.ts';
import type { AirModel } from '../regulation/air-model.ts';
import type { Regulator } from '../regulation/regulator.ts';
import type { Sensors } from '../regulation/sensors.ts';

export interface Scene {
  readonly sensors: Sensors;
  readonly regulator: Regulator;
  readonly air: AirModel;
  /** Whether a session is running or paused. */
  readonly session: boolean;
  /** Whether the session is running. */
  readonly running: boolean;
  /** Cycles begun in this session. */
  readonly cycles: number;
  /** Whether the boots are zeroing, ready or in a session, so that their sensors matter. */
  readonly inUse: boolean;
  /** The zone whose gauge has a latched fault, and is not believed; null = none. */
  readonly distrusted: number | null;
}

export interface Trip {
  readonly fault: Exclude<Fault, 'none'>;
  /** Null = no particular zone. */
  readonly zone: number | null;
}

/** One limit of PROTOCOL.md 8, with the state it needs. */
export interface Watch {
  /** A session begins: forget the last one. */
  begin(): void;
  /** @param dt s @returns the fault, in the step in which the limit is exceeded */
  step(scene: Scene, dt: number): Trip | null;
}
