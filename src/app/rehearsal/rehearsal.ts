/** Faults on the simulated boots of the page, set by a person: the same as on the command line. */

import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Clock } from '../../clock/clock.ts';
import { type FaultPlace, faultNamed } from '../../simulator/faults/fault-names.ts';
import type { SimulatedBoots } from '../../simulator/simulated-boots.ts';
import type { FaultNeeds, RehearsableFault, RehearsedFault } from '../../ui/places/maker/rehearsal-view.ts';
import { faultNames } from '../../words/maker/fault-name.ts';

/** How long a lost link stays lost. */
const AWAY: Milliseconds = milliseconds(20_000);

/** One boot or hub that is switched on, and its radio. */
export interface RehearsedBoots {
  readonly sides: readonly Side[];
  readonly boots: Pick<SimulatedBoots, 'plant' | 'peripheral'>;
  readonly radio: { lose(): void; readonly faults: { unreachable: boolean } };
}

const needsOf: Readonly<Record<FaultPlace, FaultNeeds>> = {
  zone: 'zone',
  leg: 'side',
  boot: 'side',
  none: 'nothing',
};

/** These happen once; nothing is left to mend. */
const momentary: ReadonlySet<string> = new Set(['reset', 'button', 'link-loss']);
export const isMomentary = ({ name }: RehearsedFault): boolean => momentary.has(name);

/** What can go wrong with these boots. */
export const faultsOf = (all: readonly RehearsedBoots[]): readonly RehearsableFault[] =>
  faultNames.flatMap((name) => {
    const place = faultNamed(name)?.place ?? 'none';
    // Hoses of two legs can be swapped only where both are on one hub; the button of a hub is one.
    if (name === 'legs-swapped' && all.every(({ sides }) => sides.length < 2)) return [];
    const isOnHub = place === 'boot' && all.length === 1;
    return [{ name, needs: isOnHub ? 'nothing' : needsOf[place] }];
  });

/** Does nothing where these boots have no such leg or zone. */
export function rehearse(all: readonly RehearsedBoots[], clock: Clock, fault: RehearsedFault): void {
  const { name, side, zone } = fault;
  if (name === 'link-loss') {
    for (const { radio } of all) loseLink(radio, clock);
    return;
  }
  const named = faultNamed(name);
  if (!named) return;
  const on = side === null ? all : all.filter(({ sides }) => sides.includes(side));
  for (const { boots, sides } of on) {
    const leg = side === null ? 0 : sides.indexOf(side);
    const where = named.place === 'zone' ? leg * boots.plant.zonesPerLeg + (zone ?? 0) : leg;
    named.inject(boots, named.place === 'boot' || named.place === 'none' ? 0 : where);
  }
}

/** Everything as it was; a link that is lost comes back by itself. */
export function mend(all: readonly RehearsedBoots[]): void {
  for (const { boots } of all) boots.plant.repair();
}

function loseLink(radio: RehearsedBoots['radio'], clock: Clock): void {
  radio.faults.unreachable = true;
  radio.lose();
  clock.after(AWAY, () => {
    radio.faults.unreachable = false;
  });
}
