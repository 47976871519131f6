/** Triggers faults and other events of boots on the air: at the times given on the command line, and when the user presses a key. */

import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Clock } from '../../clock/clock.ts';
import { loseContact } from '../../simulator/faults/contact-loss.ts';
import { linkFaultNamed } from '../../simulator/faults/named-link-faults.ts';
import { type FaultArgument, inject, knownFaults } from '../arguments/fault-argument.ts';
import type { BootsOnLegs } from '../boots-on-legs.ts';
import type { FaultChoice } from './boots-shown.ts';

export interface BootsEventsOptions {
  readonly clock: Clock;
  readonly worn: BootsOnLegs;
  readonly faults: readonly FaultArgument[];
  /** @param boot the number of the boot */
  readonly inReach: (inReach: boolean, boot: number) => void;
  readonly say: (note: string) => void;
}

const CHOICE_KEYS = 'acdeghijkmnoprstuvwxyz0123456789';

/** The faults that the user can inject by pressing a key. The button is not among them, because it has a key of its own. */
export const faultChoices: readonly FaultChoice[] = knownFaults
  .filter(({ name }) => name !== 'button' && linkFaultNamed(name)?.onAir !== false)
  .map(({ name, meaning }, index) => ({ key: CHOICE_KEYS[index] ?? '', name, meaning }));

export class BootsEvents {
  readonly #options: BootsEventsOptions;
  #began = false;
  #prepared = false;

  constructor(options: BootsEventsOptions) {
    this.#options = options;
  }

  /** Faults `@preparing` are injected when the boots first prepare; the times of other faults count from when the boots first run. */
  onStatus(status: Status | null): void {
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

  press(): void {
    for (const { boots } of this.#options.worn.all) boots.peripheral.pressButton();
    this.#options.say('The button was pressed.');
  }

  /** Injects a fault: into the zone with the highest pressure, or, for a fault of a leg or a boot, into the first leg or boot. */
  injectNamed(name: string): void {
    const place = knownFaults.find((fault) => fault.name === name)?.place;
    this.inject({ name, at: 0, where: place === 'zone' ? this.#highestZone() : 0 });
  }

  inject(fault: FaultArgument): void {
    const { clock, worn, inReach, say } = this.#options;
    const place = knownFaults.find(({ name }) => name === fault.name)?.place;
    const where = place === 'none' || place === undefined ? '' : `, ${place} ${fault.where}`;
    const outOfReach = linkFaultNamed(fault.name)?.outOfReach ?? null;
    if (outOfReach !== null) {
      for (const [boot, onLeg] of worn.all.entries()) {
        if (place !== 'none' && boot !== fault.where) continue;
        inReach(false, boot);
        loseContact(onLeg, outOfReach, clock, () => inReach(true, boot));
      }
    } else {
      try {
        inject(worn, clock, fault);
      } catch (error) {
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
