/** Boots that are not there, behind the same W3C interface as real ones. Loaded when they are asked for. */

import type { BootsKind } from '../../firmware-protocol/feature.ts';
import type { Clock } from '../clock/clock.ts';
import { SimulatedBluetooth } from '../simulator/bluetooth/bluetooth.ts';
import type { Build } from '../simulator/boots-builds.ts';
import { attended } from '../simulator/bystander.ts';
import { seededRandom } from '../simulator/random.ts';
import { SimulatedBoots } from '../simulator/simulated-boots.ts';

/** What the simulated boots are to be. */
export interface SimulatedShape {
  /** Zones a leg, 3 to 8. */
  readonly zones: number;
  readonly seed: number;
  /** One hub (if not given), two boots with a pump each, or one of these. */
  readonly boots?: Build['boots'];
  /** All zones of a leg but one are vented. */
  readonly oneZoneAtATime?: boolean;
  /** Zones in pairs on one valve. */
  readonly sharedValves?: boolean;
  /** Whether they want a press on their button, which they get a little later, before they let themselves be controlled. */
  readonly press?: Build['press'];
}

/** One simulated boot (or hub). */
export interface SwitchedOn {
  /** A chooser that finds it. */
  readonly bluetooth: Bluetooth;
  pressButton(): void;
}

/** Each is switched on when it is first looked for, and stays so. */
export function simulatedBoots(clock: Clock): (kind: BootsKind, shape: SimulatedShape) => SwitchedOn {
  const all = new Map<string, SwitchedOn>();
  const switchOn = (kind: BootsKind, shape: SimulatedShape): SwitchedOn => {
    const { zones, oneZoneAtATime = false, sharedValves = false, press } = shape;
    // Two legs of one person are not the same to the millilitre.
    const seed = kind === 'right' ? shape.seed + 1 : shape.seed;
    const abilities = { holdsTogether: !oneZoneAtATime, sharedValves };
    const firmware = { insistOnPress: press === 'first' };
    const boots = new SimulatedBoots({ clock, zones, seed, kind, abilities, firmware });
    boots.start();
    const bluetooth = new SimulatedBluetooth({
      clock,
      random: seededRandom(seed),
      peripherals: [attended(boots.peripheral, clock)],
      choose: async ([device]) => device ?? null,
    });
    return { bluetooth, pressButton: () => boots.peripheral.pressButton() };
  };
  return (kind, shape) => {
    const name = [
      kind,
      shape.zones,
      shape.seed,
      shape.oneZoneAtATime,
      shape.sharedValves,
      shape.press,
    ].join();
    const on = all.get(name) ?? switchOn(kind, shape);
    all.set(name, on);
    return on;
  };
}
