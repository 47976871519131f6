/** What every watch sees, and what it reports. */

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
  readonly running: boolean;
  readonly cycles: number;
  /** Of the zones for which a gate waits, the one furthest from its target; null = no gate waits. */
  readonly awaited: number | null;
  /** Whether the boots are preparing, ready or in a session. */
  readonly inUse: boolean;
  /** The zone whose gauge has a latched fault, so that nobody knows whether the zone is empty; null = none. */
  readonly faultyGaugeZone: number | null;
}

export interface Trip {
  readonly fault: Exclude<Fault, 'none'>;
  /** Null = no particular zone. */
  readonly zone: number | null;
}

/** Looks for one kind of fault (PROTOCOL.md 7, 8). */
export interface Watch {
  /** Call when a session starts: forgets the last session, unless the limit counts across sessions. */
  begin(): void;
  /**
   * Call in every step, in a session or not.
   * @param dt s
   * @returns the fault, in each step in which the watch finds it; null = none
   */
  step(scene: Scene, dt: number): Trip | null;
}
