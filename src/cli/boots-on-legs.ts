/** Simulated boots on simulated legs of a given size: a hub, one boot, or a pair. All are reached through one W3C `Bluetooth` object. */

import { litresPerMinute } from '../../firmware-protocol/quantities.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { Clock } from '../clock/clock.ts';
import { requestBoots } from '../gatt/choose-device.ts';
import type { Choice } from '../session/session-options.ts';
import { SimulatedBluetooth } from '../simulator/bluetooth/bluetooth.ts';
import { lenientPlatform } from '../simulator/bluetooth/platform.ts';
import type { SimulatedBuild } from '../simulator/boots-builds.ts';
import { withBystander } from '../simulator/bystander.ts';
import { defaultParameters, type PlantParameters } from '../simulator/plant/parameters.ts';
import { normal, seededRandom } from '../simulator/random.ts';
import { SimulatedBoots, type SimulatedBootsOptions } from '../simulator/simulated-boots.ts';
import { TrafficMeter } from '../simulator/traffic-meter.ts';

export type BootsShapeName = SimulatedBuild['boots'];

/**
 * `small` and `large` are 0.8 and 1.25 times the median leg; large legs are in worn-out boots, which leak. `medium` varies with the seed,
 * as legs vary between people.
 */
export const legSizes = ['small', 'medium', 'large'] as const;
export type LegSize = (typeof legSizes)[number];

export interface BootsOnLegsOptions {
  readonly kind: BootsShapeName;
  readonly legs: LegSize;
  readonly zones: number;
  readonly seed: number;
  /** Flow of each pump without back pressure, L/min, 4 to 20; by default the plant's. */
  readonly pumpFlow?: number;
  readonly abilities?: SimulatedBootsOptions['abilities'];
  /** Whether the boots require a press of their button before a page may control them. A simulated bystander presses it. */
  readonly press?: SimulatedBuild['press'];
  readonly otherwise?: Partial<Omit<SimulatedBootsOptions, 'kind' | 'zones' | 'clock'>>;
}

export interface BootOnLeg {
  readonly boots: SimulatedBoots;
  readonly air: TrafficMeter;
  readonly sides: readonly Side[];
}

export interface BootsOnLegs {
  readonly all: readonly [BootOnLeg, ...BootOnLeg[]];
  readonly bluetooth: SimulatedBluetooth;
  /** Chooses the devices as a user does in the browser's chooser: both boots of a pair, one after the other. */
  readonly choose: () => Promise<Choice>;
}

/** Leak coefficient of each zone, L/min/mmHg. */
const WORN_OUT_LEAK = 0.002;

/** Both boots of a pair get one random leg size, from the seed that they share, because both legs of a person are alike. */
function legParameters({ kind, legs, seed }: BootsOnLegsOptions): Partial<PlantParameters> {
  if (legs === 'small') return { legSize: 0.8, legSizeVariation: 0 };
  if (legs === 'large') return { legSize: 1.25, legSizeVariation: 0, leak: WORN_OUT_LEAK };
  if (kind !== 'pair') return {};
  const sigma = Math.sqrt(Math.log1p(defaultParameters.legSizeVariation ** 2));
  return { legSize: Math.exp(sigma * normal(seededRandom(seed))), legSizeVariation: 0 };
}

function bootOnLeg(clock: Clock, wearing: BootsOnLegsOptions, kind: 'hub' | Side, seed: number): BootOnLeg {
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
  const air = new TrafficMeter(withBystander(boots.peripheral, clock));
  return { boots, air, sides: kind === 'hub' ? ['left', 'right'] : [kind] };
}

const SECOND_BOOT_SEED = 0x9e3779b9;

function bootsOf(clock: Clock, wearing: BootsOnLegsOptions): readonly [BootOnLeg, ...BootOnLeg[]] {
  const { kind, seed } = wearing;
  return kind === 'pair'
    ? [
        bootOnLeg(clock, wearing, 'left', seed),
        bootOnLeg(clock, wearing, 'right', (seed ^ SECOND_BOOT_SEED) >>> 0),
      ]
    : [bootOnLeg(clock, wearing, kind, seed)];
}

/** @throws RangeError if `zones` is not from 3 to 8 */
export function bootsOnLegs(clock: Clock, wearing: BootsOnLegsOptions, random: () => number): BootsOnLegs {
  const all = bootsOf(clock, wearing);
  const remaining = [...all.keys()];
  const bluetooth = new SimulatedBluetooth({
    clock,
    random,
    peripherals: all.map(({ air }) => air.peripheral),
    choose: async (devices) => devices[remaining.shift() ?? 0] ?? null,
    platform: lenientPlatform,
  });
  const choose = async (): Promise<Choice> => {
    remaining.splice(0, remaining.length, ...all.keys());
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

/** Null if there is no such zone. For a pair, the right leg's zones follow the left leg's. */
export function zoneAt(
  { all }: Pick<BootsOnLegs, 'all'>,
  zone: number,
): { readonly boot: BootOnLeg; readonly zone: number } | null {
  let own = zone;
  for (const boot of all) {
    if (own < boot.boots.plant.zones) return own >= 0 ? { boot, zone: own } : null;
    own -= boot.boots.plant.zones;
  }
  return null;
}
