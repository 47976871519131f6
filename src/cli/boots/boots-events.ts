/**
 * Faults and other events of boots on the air: at the times given on the command line, and at a key press.
 */

import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Clock } from '../../clock/clock.ts';
import { AWAY, type InjectedFault, inject, knownFaults, LINK_LOSS } from '../arguments/injected-fault.ts';
import type { WornBoots } from '../worn-boots.ts';
import type { FaultChoice } from './boots-shown.ts';

export interface BootsEventsOptions {
  readonly clock: Clock;
  readonly worn: WornBoots;
  readonly faults: readonly InjectedFault[];
  /** Takes the boots out of reach, or back. */
  readonly inReach: (inReach: boolean) => void;
  /** Reports what was done. */
  readonly say: (note: string) => void;
}

const KEYS = 'acdeghijkmnoprstuvwxyz';

/** Faults that a key can choose; the button has a key of its own. */
export const faultChoices: readonly FaultChoice[] = knownFaults
  .filter(({ name }) => name !== 'button')
  .map(({ name, meaning }, index) => ({ key: KEYS[index] ?? '', name, meaning }));

export class BootsEvents {
  readonly #options: BootsEventsOptions;
  #began = false;
  #prepared = false;

  constructor(options: BootsEventsOptions) {
    this.#options = options;
  }

  /** Checks whether a session has begun to prepare or run: times count from the first one. */
  look(status: Status | null): void {
    const { clock, faults } = this.#options;
    if (!this.#prepared && status?.operation === 'preparing') {
      this.#prepared = true;
      for (const fault of faults) if (fault.at === 'preparing') this.inject(fault);
    }
    if (this.#began || status?.therapy !== 'running') return;
    this.#began = true;
    for (const fault of faults)
      if (fault.at !== 'preparing') clock.after(milliseconds(fault.at * 1000), () => this.inject(fault));
  }

  /** Presses the button of every boot. */
  press(): void {
    for (const { boots } of this.#options.worn.all) boots.peripheral.pressButton();
    this.#options.say('The button was pressed.');
  }

  /** Injects a fault where the pressure is highest. */
  injectNamed(name: string): void {
    const place = knownFaults.find((fault) => fault.name === name)?.place;
    this.inject({ name, at: 0, where: place === 'zone' ? this.#highestZone() : 0 });
  }

  inject(fault: InjectedFault): void {
    const { clock, worn, inReach, say } = this.#options;
    const place = knownFaults.find(({ name }) => name === fault.name)?.place;
    const where = place === 'none' || place === undefined ? '' : `, ${place} ${fault.where}`;
    if (fault.name === LINK_LOSS.name) {
      inReach(false);
      clock.after(AWAY, () => inReach(true));
    } else {
      try {
        inject(worn, clock, fault);
      } catch (error) {
        // The chosen fault may not fit these boots.
        if (!(error instanceof RangeError)) throw error;
        say(`${fault.name}: ${error.message}`);
        return;
      }
    }
    say(`${fault.name}${where}: ${knownFaults.find(({ name }) => name === fault.name)?.meaning ?? ''}`);
  }

  #highestZone(): number {
    const pressures = this.#options.worn.all.flatMap(({ boots }) =>
      Array.from({ length: boots.plant.zones }, (_, zone) => boots.plant.pressure(zone)),
    );
    return pressures.reduce(
      (highest, pressure, zone) => (pressure > (pressures[highest] ?? 0) ? zone : highest),
      0,
    );
  }
}
