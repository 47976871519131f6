/**
 * Decides when the boots test whether all fill valves close (PROTOCOL.md STRAY-6): while no zone takes air, the pump
 * runs for a moment. With every valve closed, its air goes nowhere. watches/stray looks for a zone that takes it.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { rules } from '../../../../firmware-protocol/limits.ts';
import type { Sensors } from './sensors.ts';
import type { ZoneHold } from './zone-hold.ts';

/** How long no zone must have been filled or bled before a test, s: readings are steady by then. */
const QUIET_TIME = figures.testQuiet.value;
/** Least time from one test to the next, s. */
const PERIOD = figures.testEvery.value;
/** Length of a test, s. */
const LENGTH = figures.testLasts.value;

export class ValveTest {
  /** Whether the pump runs although every fill valve is closed. */
  isOn = false;
  #quiet = 0;
  /** Time since the last test began, s. */
  #since: number = PERIOD;

  constructor(
    private readonly holds: readonly ZoneHold[],
    private readonly sensors: Sensors,
    private readonly vent: Uint8Array,
  ) {}

  /** One step. @param fills whether a fill valve is open @param dt s */
  step(fills: boolean, dt: number): void {
    this.#since += dt;
    this.#quiet = fills || !this.#isQuiet() ? 0 : this.#quiet + dt;
    if (this.#quiet >= QUIET_TIME && this.#since >= PERIOD) this.#since = 0;
    this.isOn = this.#quiet >= QUIET_TIME && this.#since < LENGTH - dt / 2;
  }

  /** Whether no zone is at work, and one whose vent is closed has pressure. */
  #isQuiet(): boolean {
    const { holds, sensors, vent } = this;
    return (
      !holds.some(({ isAtWork }) => isAtWork) &&
      vent.some((open, zone) => open === 0 && (sensors.calm[zone] ?? 0) >= rules.released)
    );
  }
}
