/** Injects faults into the page's simulated boots at the user's request: the same faults as on the command line. */

import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Clock } from '../../clock/clock.ts';
import { type FaultPlace, faultNamed } from '../../simulator/faults/named-faults.ts';
import { type AffectedRadio, linkFaultNamed, mendLink } from '../../simulator/faults/named-link-faults.ts';
import type { SimulatedBoots } from '../../simulator/simulated-boots.ts';
import type { FaultNeeds, InjectedFault, OfferedFault } from '../../ui/places/maker/faults-view.ts';
import { faultNames } from '../../words/maker/fault-name.ts';

export interface InjectableBoots {
  readonly sides: readonly Side[];
  readonly boots: Pick<SimulatedBoots, 'serial' | 'plant' | 'peripheral'>;
  readonly radio: AffectedRadio;
}

const needsOf: Readonly<Record<FaultPlace, FaultNeeds>> = {
  zone: 'zone',
  leg: 'side',
  boot: 'side',
  none: 'nothing',
};

const momentary: ReadonlySet<string> = new Set(['reset', 'button']);
/** Whether the user need not remove the fault: it ends at once or, like a lost link, after a while. */
export const isMomentary = ({ name }: InjectedFault): boolean =>
  momentary.has(name) || linkFaultNamed(name)?.lasts === false;

export const offeredFaults = (all: readonly InjectableBoots[]): readonly OfferedFault[] =>
  faultNames.flatMap((name) => {
    const place = (faultNamed(name) ?? linkFaultNamed(name))?.place ?? 'none';
    // Legs can be swapped only on a hub, which has the hoses of both.
    if (name === 'legs-swapped' && all.every(({ sides }) => sides.length < 2)) return [];
    const isOnOnly = place === 'boot' && all.length === 1;
    return [{ name, needs: isOnOnly ? 'nothing' : needsOf[place] }];
  });

/**
 * Injects a fault.
 * @returns the boots that it hit: none if none of them has the leg, or the leg has no such zone
 */
export function injectFault(
  all: readonly InjectableBoots[],
  clock: Clock,
  fault: InjectedFault,
): readonly InjectableBoots[] {
  const { name, side, zone } = fault;
  // On a hub, a number past the zones of one leg would name a zone of the second leg.
  const on = all.filter(
    ({ sides, boots }) =>
      (side === null || sides.includes(side)) && (zone === null || zone < boots.plant.zonesPerLeg),
  );
  const onLink = linkFaultNamed(name);
  const inBoots = faultNamed(name);
  for (const { boots, radio, sides } of on) {
    onLink?.inject(radio, clock);
    if (!inBoots) continue;
    const leg = side === null ? 0 : sides.indexOf(side);
    const where = inBoots.place === 'zone' ? leg * boots.plant.zonesPerLeg + (zone ?? 0) : leg;
    inBoots.inject(boots, inBoots.place === 'boot' || inBoots.place === 'none' ? 0 : where);
  }
  return on;
}

/** A link that is refusing operations goes on refusing them, until the page replaces it. */
export function removeFaults(all: readonly InjectableBoots[]): void {
  for (const { boots, radio } of all) {
    boots.plant.repair();
    mendLink(radio);
  }
}
