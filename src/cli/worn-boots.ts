/**
 * Simulated boots on legs of a given size: a hub, one boot, or a left and a right one as a pair. All behind
 * one Bluetooth.
 */

import { litresPerMinute } from '../../firmware-protocol/quantities.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { Clock } from '../clock/clock.ts';
import { requestBoots } from '../gatt/choose-device.ts';
import type { Choice } from '../session/session-options.ts';
import { SimulatedBluetooth } from '../simulator/bluetooth/bluetooth.ts';
import { lenientPlatform } from '../simulator/bluetooth/platform.ts';
import type { Build } from '../simulator/boots-builds.ts';
import { attended } from '../simulator/bystander.ts';
import { defaultParameters, type PlantParameters } from '../simulator/plant/parameters.ts';
import { normal, seededRandom } from '../simulator/random.ts';
import { SimulatedBoots, type SimulatedBootsOptions } from '../simulator/simulated-boots.ts';
import { TrafficMeter } from '../simulator/traffic-meter.ts';

export type WornAs = Build['boots'];

/**
 * Small and large are 0.8 and 1.25 times the median leg, the large one in worn-out boots; medium varies
 * between people, by seed.
 */
export const legSizes = ['small', 'medium', 'large'] as const;
export type LegSize = (typeof legSizes)[number];

export interface Wearing {
  readonly kind: WornAs;
  readonly legs: LegSize;
  /** Zones per leg. */
  readonly zones: number;
  readonly seed: number;
  /** Free flow of each pump, L/min, 4 to 20; by default the plant's. */
  readonly pumpFlow?: number;
  readonly abilities?: SimulatedBootsOptions['abilities'];
  /** Whether the boots want their button pressed before a page may control them; the bystander presses it. */
  readonly press?: Build['press'];
  /** Further options of the boots, which override all of the above. */
  readonly otherwise?: Partial<Omit<SimulatedBootsOptions, 'kind' | 'zones' | 'clock'>>;
}

/** A boot, or a hub with both legs. */
export interface WornBoot {
  readonly boots: SimulatedBoots;
  readonly air: TrafficMeter;
  readonly sides: readonly Side[];
}

export interface WornBoots {
  readonly all: readonly [WornBoot, ...WornBoot[]];
  readonly bluetooth: SimulatedBluetooth;
  /** Chooses as a person does in the browser's chooser: both boots of a pair, one after the other. */
  readonly choose: () => Promise<Choice>;
}

const WORN_LEAK = 0.002;

/** Both legs of a person have the same size, so both boots of a pair get one, drawn at random as a hub draws it. */
function legParameters({ kind, legs, seed }: Wearing): Partial<PlantParameters> {
  if (legs === 'small') return { legSize: 0.8, legSizeVariation: 0 };
  if (legs === 'large') return { legSize: 1.25, legSizeVariation: 0, leak: WORN_LEAK };
  if (kind !== 'pair') return {};
  const sigma = Math.sqrt(Math.log1p(defaultParameters.legSizeVariation ** 2));
  return { legSize: Math.exp(sigma * normal(seededRandom(seed))), legSizeVariation: 0 };
}

function wornBoot(clock: Clock, wearing: Wearing, kind: 'hub' | Side, seed: number): WornBoot {
  const { zones, pumpFlow, abilities, press, otherwise } = wearing;
  const { plant, ...rest } = otherwise ?? {};
  const parameters: Partial<PlantParameters> = {
    ...legParameters(wearing),
    ...(pumpFlow === undefined ? {} : { pumpFlow: litresPerMinute(pumpFlow) }),
    ...plant?.parameters,
  };
  const boots = new SimulatedBoots({
    clock,
    seed,
    zones,
    ...(abilities ? { abilities } : {}),
    firmware: { insistOnPress: press === 'first' },
    ...rest,
    kind,
    plant: { ...plant, parameters },
  });
  const air = new TrafficMeter(attended(boots.peripheral, clock));
  return { boots, air, sides: kind === 'hub' ? ['left', 'right'] : [kind] };
}

const SECOND_SEED = 0x9e3779b9;

function bootsOf(clock: Clock, wearing: Wearing): readonly [WornBoot, ...WornBoot[]] {
  const { kind, seed } = wearing;
  return kind === 'pair'
    ? [wornBoot(clock, wearing, 'left', seed), wornBoot(clock, wearing, 'right', (seed ^ SECOND_SEED) >>> 0)]
    : [wornBoot(clock, wearing, kind, seed)];
}

/** @throws RangeError unless a leg has 3 to 8 zones */
export function wornBoots(clock: Clock, wearing: Wearing, random: () => number): WornBoots {
  const all = bootsOf(clock, wearing);
  const shown = [...all.keys()];
  const bluetooth = new SimulatedBluetooth({
    clock,
    random,
    peripherals: all.map(({ air }) => air),
    choose: async (devices) => devices[shown.shift() ?? 0] ?? null,
    // The platform's quirks are not the subject here.
    platform: lenientPlatform,
  });
  const choose = async (): Promise<Choice> => {
    shown.splice(0, shown.length, ...all.keys());
    const devices: BluetoothDevice[] = [];
    for (const _ of all) {
      const chosen = await requestBoots(bluetooth);
      if (!chosen.ok) return { ...chosen, reason: 'failed' };
      devices.push(chosen.device);
    }
    return { ok: true, devices, simulated: true };
  };
  return { all, bluetooth, choose };
}

/** Finds a zone by its number on the wire; for a pair, the right leg's zones follow the left leg's. */
export function zoneAt(
  { all }: Pick<WornBoots, 'all'>,
  zone: number,
): { readonly boot: WornBoot; readonly zone: number } | null {
  let own = zone;
  for (const boot of all) {
    if (own < boot.boots.plant.zones) return own >= 0 ? { boot, zone: own } : null;
    own -= boot.boots.plant.zones;
  }
  return null;
}
