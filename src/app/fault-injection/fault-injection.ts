/** Injects faults into the page's simulated boots at the user's request: the same faults as on the command line. */

import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Clock } from '../../clock/clock.ts';
import { type FaultPlace, faultNamed } from '../../simulator/faults/named-faults.ts';
import type { SimulatedBoots } from '../../simulator/simulated-boots.ts';
import type { FaultNeeds, InjectedFault, OfferedFault } from '../../ui/places/maker/faults-view.ts';
import { faultNames } from '../../words/maker/fault-name.ts';

const LINK_LOSS_TIME: Milliseconds = milliseconds(20_000);

export interface InjectableBoots {
  readonly sides: readonly Side[];
  readonly boots: Pick<SimulatedBoots, 'serial' | 'plant' | 'peripheral'>;
  readonly radio: { lose(): void; readonly faults: { unreachable: boolean } };
}

const needsOf: Readonly<Record<FaultPlace, FaultNeeds>> = {
  zone: 'zone',
  leg: 'side',
  boot: 'side',
  none: 'nothing',
};

/** Faults that the user need not remove: they end at once or, like a lost link, after a while. */
const momentary: ReadonlySet<string> = new Set(['reset', 'button', 'link-loss']);
export const isMomentary = ({ name }: InjectedFault): boolean => momentary.has(name);

export const offeredFaults = (all: readonly InjectableBoots[]): readonly OfferedFault[] =>
  faultNames.flatMap((name) => {
    const place = faultNamed(name)?.place ?? 'none';
    // Legs can be swapped only on a hub, which has the hoses of both.
    if (name === 'legs-swapped' && all.every(({ sides }) => sides.length < 2)) return [];
    const isOnOnly = place === 'boot' && all.length === 1;
    return [{ name, needs: isOnOnly ? 'nothing' : needsOf[place] }];
  });

/**
 * Injects a fault. A link loss hits all of these boots.
 * @returns the boots that it hit: none if none of them has the leg, or the leg has no such zone
 */
export function injectFault(
  all: readonly InjectableBoots[],
  clock: Clock,
  fault: InjectedFault,
): readonly InjectableBoots[] {
  const { name, side, zone } = fault;
  if (name === 'link-loss') {
    for (const { radio } of all) loseLink(radio, clock);
    return all;
  }
  const named = faultNamed(name);
  if (!named) return [];
  // On a hub, a number past the zones of one leg would name a zone of the second leg.
  const on = all.filter(
    ({ sides, boots }) =>
      (side === null || sides.includes(side)) && (zone === null || zone < boots.plant.zonesPerLeg),
  );
  for (const { boots, sides } of on) {
    const leg = side === null ? 0 : sides.indexOf(side);
    const where = named.place === 'zone' ? leg * boots.plant.zonesPerLeg + (zone ?? 0) : leg;
    named.inject(boots, named.place === 'boot' || named.place === 'none' ? 0 : where);
  }
  return on;
}

/** Does not restore a lost link, which comes back by itself. */
export function removeFaults(all: readonly InjectableBoots[]): void {
  for (const { boots } of all) boots.plant.repair();
}

function loseLink(radio: InjectableBoots['radio'], clock: Clock): void {
  radio.faults.unreachable = true;
  radio.lose();
  clock.after(LINK_LOSS_TIME, () => {
    radio.faults.unreachable = false;
  });
}
