/**
 * The latched faults and the current warning (PROTOCOL.md 7). A fault stays latched until a controller acknowledges
 * it. Of several latched faults, the boots report the gravest.
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
  /** Latched faults, the gravest first; at most one of each kind. */
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

  /** The zone with a latched sensor fault; null = none. */
  get faultyGaugeZone(): number | null {
    return this.#faults.find(({ fault }) => fault === 'sensor')?.zone ?? null;
  }

  /** Call when a Prepare is accepted, and at a reboot: clears the warning. */
  prepare(): void {
    this.#warning = null;
  }

  begin(): void {
    this.#protection.begin();
  }

  /**
   * Runs all watches, and warns of a slow leak.
   * @param dt s
   * @returns the gravest fault of this step whose kind is not latched, or the fault that explains it; null = none
   */
  step(scene: Scene, dt: number): Trip | null {
    const trip = this.#protection.step(scene, dt, this.#faults);
    const { leaking } = this.#protection;
    if (leaking !== null && scene.session && this.#warning?.zone !== leaking) {
      this.#warning = { fault: 'leak', zone: leaking };
      this.#flags.set('warning');
    }
    return trip;
  }

  /** Latches a fault, or the fault that explains it. If a fault of that kind is latched already, in any zone, nothing changes. */
  latch(fault: Trip): void {
    const named = this.#protection.explain(fault);
    if (this.#faults.some((known) => known.fault === named.fault)) return;
    this.#faults = [...this.#faults, named].sort((one, other) => rank(one) - rank(other));
    this.#flags.set('fault');
  }

  /**
   * Clears the named fault if it is latched and every zone reads empty. A sensor fault stays while its gauge is dead:
   * gives no reading, the same one for too long, or an impossible one.
   */
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
