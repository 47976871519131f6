/**
 * Simulated boots (firmware and plant) that run in real time in this process, and that a browser reaches through
 * the simulated BlueZ.
 */

import type { BootsKind } from '../../../firmware-protocol/feature.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { litresPerMinute } from '../../../firmware-protocol/quantities.ts';
import { decodeStatus, type Status } from '../../../firmware-protocol/status.ts';
import { systemClock } from '../../../src/clock/system-clock.ts';
import { SimulatedBoots } from '../../../src/simulator/simulated-boots.ts';
import { type Air, startAir } from './on-the-air.ts';
import type { Radio } from './radio.ts';
import type { RadioOptions } from './radio-options.ts';

/**
 * A fast pump and small legs, so that zones fill quickly: the tests wait in real time. The wire format limits the
 * pump's flow to 25.5 l/min (PROTOCOL.md 3).
 */
const QUICK_FILLING = { pumpFlow: litresPerMinute(25), legSize: 0.8, legSizeVariation: 0 } as const;

export interface BootsOptions {
  /** Default: a hub, which is one device for both legs. */
  readonly kind?: BootsKind;
  readonly name?: string;
  readonly seed?: number;
  /** Zones per leg, 3 to 8. Default 5. */
  readonly zones?: number;
  /** Number of keyframes that the boots can hold. Default: the firmware's default. */
  readonly capacity?: number;
  /** Whether the boots give a page control only after a press of their button. Default: no. */
  readonly insistOnPress?: boolean;
  readonly radio?: RadioOptions;
}

export interface InReach {
  readonly boots: SimulatedBoots;
  /** When the boots' clock started, ms of this process's performance.now(). */
  readonly since: number;
  readonly radio: Radio;
  /** True pressure in each zone, mmHg: left leg first, in each leg foot first. */
  pressures(): readonly number[];
  highestPressure(): number;
  /** Reads the boots' status over a second link, which is closed again. */
  status(): Status;
  writesTo(characteristic: string): number;
  switchOff(): void;
}

export interface BootsOnAir extends InReach {
  readonly air: Air;
  end(): Promise<void>;
}

export const switchOn = (air: Air, options: BootsOptions = {}): InReach => {
  const {
    kind = 'hub',
    name,
    seed = 1,
    zones = 5,
    capacity,
    insistOnPress = false,
    radio: radioOptions,
  } = options;
  const boots = new SimulatedBoots({
    clock: systemClock,
    seed,
    zones,
    kind,
    plant: { parameters: QUICK_FILLING },
    ...(capacity === undefined ? {} : { capacity }),
    firmware: { insistOnPress, ...(name === undefined ? {} : { name }) },
  });
  const since = performance.now();
  boots.start();
  const radio = air.add(boots.peripheral, radioOptions);
  const pressures = (): readonly number[] =>
    Array.from({ length: boots.plant.zones }, (_, zone) => boots.plant.pressure(zone));
  return {
    boots,
    since,
    radio,
    pressures,
    highestPressure: () => Math.max(...pressures()),
    status: () => {
      const link = boots.peripheral.open({ payload: 244, notify: () => undefined, drop: () => undefined });
      if (!link) throw new Error('The boots accept no second link.');
      const decoded = decodeStatus(link.read(uuids.status));
      link.close();
      if (!decoded.ok) throw new Error(`The boots' status: ${decoded.refusal.message}`);
      return decoded.value;
    },
    writesTo: (characteristic) =>
      radio.log.writes.filter((write) => write.characteristic === characteristic).length,
    switchOff: () => boots.stop(),
  };
};

export const startBoots = async (options: BootsOptions = {}): Promise<BootsOnAir> => {
  const air = await startAir();
  const boots = switchOn(air, options);
  return {
    ...boots,
    air,
    end: async () => {
      boots.switchOff();
      await air.end();
    },
  };
};
