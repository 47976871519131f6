/** The simulated boots in real time in this process, firmware and plant, with the private BlueZ in front. */

import type { BootsKind } from '../../../firmware-protocol/feature.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { litresPerMinute } from '../../../firmware-protocol/quantities.ts';
import { decodeStatus, type Status } from '../../../firmware-protocol/status.ts';
import { systemClock } from '../../../src/clock/system-clock.ts';
import { SimulatedBoots } from '../../../src/simulator/boots.ts';
import { type Air, startAir } from './on-the-air.ts';
import type { Radio, RadioOptions } from './radio.ts';

/** Strong enough that the first wave comes in half the time: these tests run in real time. At most 25.5 (PROTOCOL.md 3). */
const PUMP_FLOW = litresPerMinute(25);

export interface BootsOptions {
  /** A hub if not given. */
  readonly kind?: BootsKind;
  /** Default theirs, by their kind. */
  readonly name?: string;
  readonly seed?: number;
  /** Zones a leg, 3 to 8. Default 5. */
  readonly zones?: number;
  /** Keyframes that the boots hold; default theirs. */
  readonly capacity?: number;
  readonly radio?: RadioOptions;
}

/** Boots within reach of a browser. */
export interface InReach {
  readonly boots: SimulatedBoots;
  /** When their time began to pass, ms on this process's performance.now(): steps that came late are made up for. */
  readonly since: number;
  readonly radio: Radio;
  /** True pressure in each chamber, mmHg: left leg first, foot first. */
  pressures(): readonly number[];
  highestPressure(): number;
  /** What the boots say, asked on a link of our own, as a second central would. */
  status(): Status;
  /** Writes of the page to one characteristic so far. */
  writesTo(characteristic: string): number;
  switchOff(): void;
}

export interface BootsOnAir extends InReach {
  readonly air: Air;
  end(): Promise<void>;
}

export const switchOn = (air: Air, options: BootsOptions = {}): InReach => {
  const { kind = 'hub', name, seed = 1, zones = 5, capacity, radio: radioOptions } = options;
  const boots = new SimulatedBoots({
    clock: systemClock,
    seed,
    zones,
    kind,
    plant: { parameters: { pumpFlow: PUMP_FLOW } },
    ...(capacity === undefined ? {} : { capacity }),
    ...(name === undefined ? {} : { firmware: { name } }),
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
      if (!link) throw new Error('The boots take no second link.');
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
