/** Simulated boots behind the browser's `Bluetooth` interface, as real ones are. */

import type { BootsKind } from '../../../firmware-protocol/feature.ts';
import type { Clock } from '../../clock/clock.ts';
import { SimulatedBluetooth } from '../../simulator/bluetooth/bluetooth.ts';
import type { SimulatedBuild } from '../../simulator/boots-builds.ts';
import { seededRandom } from '../../simulator/random.ts';
import { SimulatedBoots } from '../../simulator/simulated-boots.ts';
import type { InjectableBoots } from '../fault-injection/fault-injection.ts';

export interface SimulatedShape {
  /** Zones per leg, 3 to 8. */
  readonly zones: number;
  readonly seed: number;
  /** A hub by default. `pair`: two boots with a pump each. */
  readonly boots?: SimulatedBuild['boots'];
  readonly oneZoneAtATime?: boolean;
  readonly sharedValves?: boolean;
  /** `first`: the boots accept control only after a press of their button. */
  readonly press?: SimulatedBuild['press'];
}

export interface SwitchedOn extends InjectableBoots {
  readonly bluetooth: Bluetooth;
  pressButton(): void;
}

/** Returns a function that switches simulated boots on. Asked for the same kind and shape again, it returns the same boots. */
export function simulatedBoots(clock: Clock): (kind: BootsKind, shape: SimulatedShape) => SwitchedOn {
  const all = new Map<string, SwitchedOn>();
  const switchOn = (kind: BootsKind, shape: SimulatedShape): SwitchedOn => {
    const { zones, oneZoneAtATime = false, sharedValves = false, press } = shape;
    // The right boot has a seed of its own, because a person's legs differ in volume.
    const seed = kind === 'right' ? shape.seed + 1 : shape.seed;
    const abilities = { holdsTogether: !oneZoneAtATime, sharedValves };
    const firmware = { insistOnPress: press === 'first' };
    const boots = new SimulatedBoots({ clock, zones, seed, kind, abilities, firmware });
    boots.start();
    const bluetooth = new SimulatedBluetooth({
      clock,
      random: seededRandom(seed),
      peripherals: [boots.peripheral],
      choose: async ([device]) => device ?? null,
    });
    return {
      bluetooth,
      boots,
      sides: kind === 'hub' ? ['left', 'right'] : [kind],
      radio: bluetooth.radio(boots.peripheral.name),
      pressButton: () => boots.peripheral.pressButton(),
    };
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
