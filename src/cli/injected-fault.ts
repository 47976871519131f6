/** Faults as they are typed, `leak@120:3`: from second 120 of the session on zone 3 leaks. Or `@preparing`: before it begins. */

import { milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Clock } from '../clock/clock.ts';
import { VirtualClock } from '../clock/virtual-clock.ts';
import { type FaultPlace, faultNamed, namedFaults } from '../simulator/named-faults.ts';
import { seededRandom } from '../simulator/random.ts';
import { type Wearing, type WornBoots, wornBoots, zoneAt } from './worn-boots.ts';

export interface InjectedFault {
  readonly name: string;
  /** s after the start of the session, or while the boots still prepare for it */
  readonly at: number | 'preparing';
  /** Zone as on the wire (from 0 at the left foot, the right leg's follow), leg (0 left, 1 right); 0 where neither is needed. */
  readonly where: number;
}

export interface KnownFault {
  readonly name: string;
  readonly meaning: string;
  readonly place: FaultPlace;
}

export const LINK_LOSS: KnownFault = {
  name: 'link-loss',
  meaning: 'the page does not hear the boots for 20 s',
  place: 'none',
};
/** How long a lost link stays lost. */
export const AWAY = milliseconds(20_000);

export const knownFaults: readonly KnownFault[] = [...namedFaults, LINK_LOSS];

/** When a fault strikes that was given no time, s. */
const BY_DEFAULT_AT = '60';

const typed = /^([a-z-]+)(?:@(\d+(?:\.\d+)?|preparing))?(?::(\d+))?$/;

/** What was typed as a fault, or null where it is no `NAME[@seconds][:zone]`. Whether the name is known is for others to say. */
export function parseFault(text: string): InjectedFault | null {
  const [, name, at, where] = typed.exec(text) ?? [];
  if (name === undefined) return null;
  const when = at === 'preparing' ? at : Number(at ?? BY_DEFAULT_AT);
  return { name, at: when, where: Number(where ?? 0) };
}

/** From now on the boots have it. @throws RangeError when there is no such fault, zone or leg */
export function strike(worn: WornBoots, clock: Clock, { name, where }: InjectedFault): void {
  if (name === LINK_LOSS.name) {
    loseLink(worn, clock);
    return;
  }
  const fault = faultNamed(name);
  if (!fault) throw new RangeError(`no fault is called ${name}`);
  if (fault.place === 'none') {
    for (const { boots } of worn.all) fault.strike(boots, 0);
    return;
  }
  if (fault.place === 'boot' || (fault.place === 'leg' && worn.all.length > 1)) {
    const boot = worn.all[where];
    if (!boot) throw new RangeError(`there is no ${fault.place} ${where}`);
    fault.strike(boot.boots, 0);
    return;
  }
  const place = fault.place === 'zone' ? zoneAt(worn, where) : { boot: worn.all[0], zone: where };
  if (!place) throw new RangeError(`there is no zone ${where}`);
  fault.strike(place.boot.boots, place.zone);
}

/** Why one of the faults has no place on such boots; null = each has one. */
export function cannotStrike(wearing: Wearing, faults: readonly InjectedFault[]): string | null {
  for (const fault of faults) {
    const clock = new VirtualClock();
    try {
      strike(wornBoots(clock, wearing, seededRandom(wearing.seed)), clock, fault);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return `The fault "${fault.name}" cannot strike there: ${error.message}.`;
    }
  }
  return null;
}

function loseLink({ all, bluetooth }: WornBoots, clock: Clock): void {
  for (const { boots } of all) {
    const radio = bluetooth.radio(boots.peripheral.name);
    radio.faults.unreachable = true;
    radio.lose();
    clock.after(AWAY, () => {
      radio.faults.unreachable = false;
    });
  }
}
