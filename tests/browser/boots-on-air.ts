/** The simulated boots in real time in this process, firmware and plant, with the private BlueZ in front. */

import { uuids } from '../../firmware-protocol/profile.ts';
import { litresPerMinute } from '../../firmware-protocol/quantities.ts';
import { decodeStatus, type Status } from '../../firmware-protocol/status.ts';
import { systemClock } from '../../src/clock/system-clock.ts';
import { SimulatedBoots } from '../../src/simulator/boots.ts';
import { type Air, startAir } from './bluez/on-the-air.ts';
import type { Radio, RadioOptions } from './bluez/radio.ts';

/** Strong enough that the first wave comes in half the time: these tests run in real time. At most 25.5 (PROTOCOL.md 3). */
const PUMP_FLOW = litresPerMinute(25);

export interface BootsOptions {
  /** Zones a leg, 3 to 8. Default 5. */
  readonly zones?: number;
  /** Keyframes that the boots hold; default theirs. */
  readonly capacity?: number;
  readonly radio?: RadioOptions;
}

export interface BootsOnAir {
  readonly air: Air;
  readonly boots: SimulatedBoots;
  readonly radio: Radio;
  /** True pressure in each chamber, mmHg: left leg first, foot first. */
  pressures(): readonly number[];
  highestPressure(): number;
  /** What the boots say, asked on a link of our own, as a second central would. */
  status(): Status;
  /** Writes of the page to one characteristic so far. */
  writesTo(characteristic: string): number;
  end(): Promise<void>;
}

export const startBoots = async ({
  zones = 5,
  capacity,
  radio: options,
}: BootsOptions = {}): Promise<BootsOnAir> => {
  const air = await startAir();
  const boots = new SimulatedBoots({
    clock: systemClock,
    seed: 1,
    zones,
    plant: { parameters: { pumpFlow: PUMP_FLOW } },
    ...(capacity === undefined ? {} : { capacity }),
  });
  boots.start();
  const radio = air.add(boots.peripheral, options);
  const pressures = (): readonly number[] =>
    Array.from({ length: boots.plant.zones }, (_, zone) => boots.plant.pressure(zone));
  return {
    air,
    boots,
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
    end: async () => {
      boots.stop();
      await air.end();
    },
  };
};
