/**
 * Decides when the boots test whether all fill valves close (PROTOCOL.md, STRAY-6): the pump runs for a moment while
 * every fill valve should be closed. watches/stray/stray-rise.ts then looks for a zone that rises. Times are in s.
 */

import { figures } from '../../../../firmware-protocol/figures.ts';
import { rules } from '../../../../firmware-protocol/limits.ts';
import type { Sensors } from './sensors.ts';
import type { ZoneHold } from './zone-hold.ts';

/** How long no zone must have been filled or bled before a test, s: readings are steady by then. */
const QUIET_TIME = figures.testQuiet.value;
const PERIOD = figures.testEvery.value;
const LENGTH = figures.testLasts.value;

export class ValveTest {
  /** Whether a test is on: the pump runs although every fill valve is commanded to be closed. */
  isOn = false;
  #quiet = 0;
  #since: number = PERIOD;

  constructor(
    private readonly holds: readonly ZoneHold[],
    private readonly sensors: Sensors,
    private readonly vent: Uint8Array,
  ) {}

  /** @param fills whether a fill valve is open @param dt s */
  step(fills: boolean, dt: number): void {
    this.#since += dt;
    this.#quiet = fills || !this.#isQuiet() ? 0 : this.#quiet + dt;
    if (this.#quiet >= QUIET_TIME && this.#since >= PERIOD) this.#since = 0;
    this.isOn = this.#quiet >= QUIET_TIME && this.#since < LENGTH - dt / 2;
  }

  /** Whether no zone is being filled or bled, and some zone with a closed vent has pressure. */
  #isQuiet(): boolean {
    const { holds, sensors, vent } = this;
    return (
      !holds.some(({ isAtWork }) => isAtWork) &&
      vent.some((open, zone) => open === 0 && (sensors.calm[zone] ?? 0) >= rules.released)
    );
  }
}
