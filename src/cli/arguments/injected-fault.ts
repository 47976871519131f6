/**
 * Faults as typed on the command line: `leak@120:3` makes zone 3 leak from second 120 of the session on.
 * `@preparing` means before the session begins.
 */

import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import { VirtualClock } from '../../clock/virtual-clock.ts';
import { type FaultPlace, faultNamed, namedFaults } from '../../simulator/faults/fault-names.ts';
import { seededRandom } from '../../simulator/random.ts';
import { type Wearing, type WornBoots, wornBoots, zoneAt } from '../worn-boots.ts';

export interface InjectedFault {
  readonly name: string;
  /** Seconds after the start of the session, or while the boots are still preparing for it. */
  readonly at: number | 'preparing';
  /**
   * Zone as on the wire (from 0 at the left foot, followed by the right leg's), or leg or boot (0 left, 1
   * right); 0 if none is needed.
   */
  readonly where: number;
}

export interface KnownFault {
  readonly name: string;
  readonly meaning: string;
  readonly place: FaultPlace;
}

export const LINK_LOSS: KnownFault = {
  name: 'link-loss',
  meaning: 'the page loses contact with the boots for 20 s',
  place: 'none',
};
/** How long a lost link stays lost. */
export const AWAY = milliseconds(20_000);

export const knownFaults: readonly KnownFault[] = [...namedFaults, LINK_LOSS];

/** When a fault without a time is injected, s. */
const BY_DEFAULT_AT = '60';

const typed = /^([a-z-]+)(?:@(\d+(?:\.\d+)?|preparing))?(?::(\d+))?$/;

/** Parses `NAME[@seconds][:zone]`; null if the text has another form. Does not check the name. */
export function parseFault(text: string): InjectedFault | null {
  const [, name, at, where] = typed.exec(text) ?? [];
  if (name === undefined) return null;
  const when = at === 'preparing' ? at : Number(at ?? BY_DEFAULT_AT);
  return { name, at: when, where: Number(where ?? 0) };
}

/** Injects the fault now. @throws RangeError if there is no such fault, zone or leg */
export function inject(worn: WornBoots, clock: Clock, { name, where }: InjectedFault): void {
  if (name === LINK_LOSS.name) {
    loseLink(worn, clock);
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

/** Why one of the faults does not fit these boots; null = all fit. */
export function misfitAmong(wearing: Wearing, faults: readonly InjectedFault[]): string | null {
  for (const fault of faults) {
    const clock = new VirtualClock();
    try {
      inject(wornBoots(clock, wearing, seededRandom(wearing.seed)), clock, fault);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return `The fault "${fault.name}" does not fit these boots: ${error.message}.`;
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
