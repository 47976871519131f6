/** What befalls boots on the air: at the times that were asked for, and when a key asks for it. */

import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Clock } from '../../clock/clock.ts';
import { AWAY, type InjectedFault, knownFaults, LINK_LOSS, strike } from '../injected-fault.ts';
import type { WornBoots } from '../worn-boots.ts';
import type { FaultChoice } from './boots-shown.ts';

export interface BefallenOptions {
  readonly clock: Clock;
  readonly worn: WornBoots;
  readonly faults: readonly InjectedFault[];
  /** Takes the boots out of reach, or back. */
  readonly inReach: (inReach: boolean) => void;
  /** Says what was done. */
  readonly say: (note: string) => void;
}

const KEYS = 'acdeghijkmnoprstuvwxyz';

/** Faults that a key can choose; the button has its own. */
export const faultChoices: readonly FaultChoice[] = knownFaults
  .filter(({ name }) => name !== 'button')
  .map(({ name, meaning }, index) => ({ key: KEYS[index] ?? '', name, meaning }));

export class Befallen {
  readonly #options: BefallenOptions;
  #began = false;
  #prepared = false;

  constructor(options: BefallenOptions) {
    this.#options = options;
  }

  /** Looks at whether a session has begun to be prepared, or to run: the first one is what times count from. */
  look(status: Status | null): void {
    const { clock, faults } = this.#options;
    if (!this.#prepared && status?.operation === 'preparing') {
      this.#prepared = true;
      for (const fault of faults) if (fault.at === 'preparing') this.strike(fault);
    }
    if (this.#began || status?.therapy !== 'running') return;
    this.#began = true;
    for (const fault of faults)
      if (fault.at !== 'preparing') clock.after(milliseconds(fault.at * 1000), () => this.strike(fault));
  }

  /** Somebody presses the button of each boot. */
  press(): void {
    for (const { boots } of this.#options.worn.all) boots.peripheral.pressButton();
    this.#options.say('The button was pressed.');
  }

  /** Strikes where the pressure is highest. */
  strikeNamed(name: string): void {
    const place = knownFaults.find((fault) => fault.name === name)?.place;
    this.strike({ name, at: 0, where: place === 'zone' ? this.#highestZone() : 0 });
  }

  strike(fault: InjectedFault): void {
    const { clock, worn, inReach, say } = this.#options;
    const place = knownFaults.find(({ name }) => name === fault.name)?.place;
    const where = place === 'none' || place === undefined ? '' : `, ${place} ${fault.where}`;
    if (fault.name === LINK_LOSS.name) {
      inReach(false);
      clock.after(AWAY, () => inReach(true));
    } else {
      try {
        strike(worn, clock, fault);
      } catch (error) {
        // What a key chooses may have no place on these boots.
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
