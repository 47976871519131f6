/**
 * The latched faults and the current warning. A fault stays until a person has acknowledged it; of several the
 * gravest is told (PROTOCOL.md 7).
 */

import { type Fault, gravestFirst } from '../../../firmware-protocol/fault-codes.ts';
import { rules } from '../../../firmware-protocol/limits.ts';
import { Protection } from './protection.ts';
import type { Flags } from './protocol/flags.ts';
import type { Sensors } from './regulation/sensors.ts';
import { SensorFault } from './watches/sensor-fault.ts';
import type { Scene, Trip } from './watches/watch.ts';

export class Alarms {
  readonly #protection: Protection;
  readonly #flags: Flags;
  /** The gravest first, one of a kind. */
  #faults: readonly Trip[] = [];
  #warning: Trip | null = null;

  constructor(zones: number, zonesPerLeg: number, flags: Flags) {
    this.#protection = new Protection(zones, zonesPerLeg);
    this.#flags = flags;
  }

  get fault(): Trip | null {
    return this.#faults[0] ?? null;
  }
  get warning(): Trip | null {
    return this.#warning;
  }

  /** The zone whose gauge has a latched fault; null = none. */
  get distrusted(): number | null {
    return this.#faults.find(({ fault }) => fault === 'sensor')?.zone ?? null;
  }

  /** A session is being prepared. */
  prepare(): void {
    this.#warning = null;
  }

  /** A session begins. */
  begin(): void {
    this.#protection.begin();
  }

  /** @param dt s @returns the gravest fault found in this step that is not latched yet */
  step(scene: Scene, dt: number): Trip | null {
    const trip = this.#protection.step(scene, dt, this.#faults);
    const { leaking } = this.#protection;
    if (leaking !== null && scene.session && this.#warning?.zone !== leaking) {
      this.#warning = { fault: 'leak', zone: leaking };
      this.#flags.set('warning');
    }
    return trip;
  }

  /** Adds a fault to those latched. The same fault again, in whatever zone, changes nothing. */
  latch(fault: Trip): void {
    const named = this.#protection.name(fault);
    if (this.#faults.some((known) => known.fault === named.fault)) return;
    this.#faults = [...this.#faults, named].sort((one, other) => rank(one) - rank(other));
    this.#flags.set('fault');
  }

  /** Clears the named fault if it is latched and its cause is gone. */
  acknowledge(named: Fault, sensors: Sensors): 'cleared' | 'otherFault' | 'stillThere' {
    const latched = this.#faults.find(({ fault }) => fault === named);
    if (!latched) return 'otherFault';
    const { zone, fault } = latched;
    const dead = fault === 'sensor' && zone !== null && SensorFault.dead(sensors, zone);
    if (dead || !sensors.allReadBelow(rules.empty)) return 'stillThere';
    this.#faults = this.#faults.filter((other) => other !== latched);
    return 'cleared';
  }
}

const rank = ({ fault }: Trip): number => gravestFirst.indexOf(fault);
