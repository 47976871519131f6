/**
 * Faults on the command line: `leak@120:3` makes zone 3 leak from 120 s into the session; `leak@preparing:3` makes the zone leak before the
 * session begins. This file parses and injects them, and checks whether they fit the simulated boots.
 */

import type { Clock } from '../../clock/clock.ts';
import { VirtualClock } from '../../clock/virtual-clock.ts';
import { type FaultPlace, faultNamed, namedFaults } from '../../simulator/faults/named-faults.ts';
import { linkFaultNamed, namedLinkFaults } from '../../simulator/faults/named-link-faults.ts';
import { seededRandom } from '../../simulator/random.ts';
import { type BootsOnLegs, type BootsOnLegsOptions, bootsOnLegs, zoneAt } from '../boots-on-legs.ts';

export interface FaultArgument {
  readonly name: string;
  /** Time since the session started, s; `preparing` = while the boots prepare for it. */
  readonly at: number | 'preparing';
  /**
   * The zone (0 = the left foot; the right leg's zones follow the left leg's), or the leg or boot (0 left, 1 right). A single boot counts
   * its zones from 0, and its leg and boot are 0. Without a place, 0.
   */
  readonly where: number;
}

export interface KnownFault {
  readonly name: string;
  readonly meaning: string;
  readonly place: FaultPlace;
}

export const knownFaults: readonly KnownFault[] = [...namedFaults, ...namedLinkFaults];

/** Time of a fault that is given without one, s. */
const DEFAULT_TIME = '60';

const faultPattern = /^([a-z-]+)(?:@(\d+(?:\.\d+)?|preparing))?(?::(\d+))?$/;

/**
 * Parses `NAME[@seconds][:where]` or `NAME@preparing[:where]`; null if the text has another form. Checks neither the name nor whether the
 * boots have such a zone, leg or boot.
 */
export function parseFault(text: string): FaultArgument | null {
  const [, name, at, where] = faultPattern.exec(text) ?? [];
  if (name === undefined) return null;
  const when = at === 'preparing' ? at : Number(at ?? DEFAULT_TIME);
  return { name, at: when, where: Number(where ?? 0) };
}

/** @throws RangeError if there is no such fault, zone, leg or boot, or if these boots cannot have the fault */
export function inject(worn: BootsOnLegs, clock: Clock, { name, where }: FaultArgument): void {
  const onLink = linkFaultNamed(name);
  if (onLink) {
    const hit = onLink.place === 'none' ? worn.all : worn.all.slice(where, where + 1);
    if (hit.length === 0) throw new RangeError(`there is no boot ${where}`);
    for (const { boots } of hit) onLink.inject(worn.bluetooth.radio(boots.peripheral.name), clock);
    return;
  }
  const fault = faultNamed(name);
  if (!fault) throw new RangeError(`there is no fault ${name}`);
  if (fault.place === 'none') {
    for (const { boots } of worn.all) fault.inject(boots, 0);
    return;
  }
  if (fault.place === 'boot' || (fault.place === 'leg' && worn.all.length > 1)) {
    const boot = worn.all[where];
    if (!boot) throw new RangeError(`there is no ${fault.place} ${where}`);
    fault.inject(boot.boots, 0);
    return;
  }
  const place = fault.place === 'zone' ? zoneAt(worn, where) : { boot: worn.all[0], zone: where };
  if (!place) throw new RangeError(`there is no zone ${where}`);
  fault.inject(place.boot.boots, place.zone);
}

/** A sentence that says why the first unsuitable fault does not fit these boots; null = all fit. */
export function whyFaultsDoNotFit(
  wearing: BootsOnLegsOptions,
  faults: readonly FaultArgument[],
): string | null {
  for (const fault of faults) {
    const clock = new VirtualClock();
    try {
      inject(bootsOnLegs(clock, wearing, seededRandom(wearing.seed)), clock, fault);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return `The fault "${fault.name}" does not fit these boots: ${error.message}.`;
    }
  }
  return null;
}

/** A sentence that says which fault boots on the air cannot have; null = they can have all. */
export function whyNotOnAir(faults: readonly FaultArgument[]): string | null {
  const unsuitable = faults.find(({ name }) => linkFaultNamed(name)?.onAir === false);
  return unsuitable
    ? `The fault "${unsuitable.name}" needs a simulated link, as in npm run simulate or on the page.`
    : null;
}
