/**
 * What the boots do after use (PROTOCOL.md 6, 6.1). Unless a fault is latched, they count as venting until every zone is
 * empty. They report until every zone has been released for 15 s, or until a reboot.
 */

import { rules } from '../../../../firmware-protocol/limits.ts';
import type { Sensors } from '../regulation/sensors.ts';

export class AfterUse {
  #emptying = false;
  /** Whether `step` has not been called yet, so that no gauge has been read. */
  #isNew = true;
  /** How long the boots have been unused with every zone released, s. */
  #calmFor = Number.POSITIVE_INFINITY;

  constructor(private readonly sensors: Sensors) {}

  /** Whether the zones have not all been empty at the same time since `begin`. */
  get emptying(): boolean {
    return this.#emptying;
  }

  /** Whether the boots send telemetry, and a status at least once a second. */
  get isReporting(): boolean {
    return this.#calmFor <= rules.afterwards;
  }

  /** Call when the boots stop, prepare or reboot. */
  begin(): void {
    this.#emptying = !this.sensors.allBelow(rules.empty);
  }

  /** Call when the boots reboot: they do not report until they are used or a zone is under pressure. */
  reboot(): void {
    this.#calmFor = Number.POSITIVE_INFINITY;
  }

  /** @param inUse whether the boots are preparing, ready, or in a session @param dt s */
  step(inUse: boolean, dt: number): void {
    if (this.#isNew) this.begin();
    this.#isNew = false;
    if (this.#emptying && this.sensors.allBelow(rules.empty)) this.#emptying = false;
    const calm = !inUse && this.sensors.allBelow(rules.released);
    this.#calmFor = calm ? this.#calmFor + dt : 0;
  }
}
