/** The latched fault and the current warning. A fault stays until a person has acknowledged it. */

import type { Fault } from '../../../firmware-protocol/fault-codes.ts';
import { rules } from '../../../firmware-protocol/limits.ts';
import { Protection } from './protection.ts';
import type { Flags } from './protocol/flags.ts';
import type { Sensors } from './regulation/sensors.ts';
import { SensorFault } from './watches/sensor-fault.ts';
import type { Scene, Trip } from './watches/watch.ts';

export class Alarms {
  readonly #protection: Protection;
  readonly #flags: Flags;
  #fault: Trip | null = null;
  #warning: Trip | null = null;

  constructor(zones: number, zonesPerLeg: number, flags: Flags) {
    this.#protection = new Protection(zones, zonesPerLeg);
    this.#flags = flags;
  }

  get fault(): Trip | null {
    return this.#fault;
  }
  get warning(): Trip | null {
    return this.#warning;
  }

  /** A session is being prepared. */
  prepare(): void {
    this.#warning = null;
  }

  /** A session begins. */
  begin(): void {
    this.#protection.begin();
  }

  /** @param dt s @returns the limit exceeded in this step; null while a fault is latched */
  step(scene: Scene, dt: number): Trip | null {
    const trip = this.#protection.step(scene, dt);
    if (this.#fault) return null;
    const { leaking } = this.#protection;
    if (leaking !== null && scene.session && this.#warning?.zone !== leaking) {
      this.#warning = { fault: 'leak', zone: leaking };
      this.#flags.set('warning');
    }
    return trip;
  }

  latch(fault: Trip): void {
    this.#fault = this.#protection.name(fault);
    this.#flags.set('fault');
  }

  /** Clears the latched fault if it is the named one and its cause is gone. */
  acknowledge(named: Fault, sensors: Sensors): 'cleared' | 'otherFault' | 'stillThere' {
    if (!this.#fault || this.#fault.fault !== named) return 'otherFault';
    const { zone, fault } = this.#fault;
    const dead = fault === 'sensor' && zone !== null && SensorFault.dead(sensors, zone);
    if (dead || !sensors.allBelow(rules.empty)) return 'stillThere';
    this.#fault = null;
    return 'cleared';
  }
}
