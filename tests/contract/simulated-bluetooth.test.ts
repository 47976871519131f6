/** The simulated Bluetooth fulfils the contract: over good and poor links, on a strict, a slow and a lenient platform. */

import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../firmware-protocol/quantities.ts';
import { sleep } from '../../src/clock/sleep.ts';
import { VirtualClock } from '../../src/clock/virtual-clock.ts';
import { SimulatedBluetooth } from '../../src/simulator/bluetooth/bluetooth.ts';
import type { LinkParameters } from '../../src/simulator/bluetooth/link-parameters.ts';
import { lenientPlatform, type Platform, strictPlatform } from '../../src/simulator/bluetooth/platform.ts';
import { seededRandom } from '../../src/simulator/random.ts';
import { PracticePeripheral } from './practice-peripheral.ts';
import { settled } from './settled.ts';
import { clauses } from './web-bluetooth.ts';

const links: Readonly<Record<string, Partial<LinkParameters>>> = {
  'a typical link': {},
  'a slow link with a small payload': {
    interval: milliseconds(50),
    jitter: milliseconds(20),
    payload: 61,
    packetsPerEvent: 1,
  },
};

const platforms: Readonly<Record<string, Partial<Platform>>> = {
  'a strict platform': strictPlatform,
  'a platform as slow as BlueZ': {
    servicesDelay: milliseconds(150),
    disconnectTime: milliseconds(2000),
    unsignalled: 1,
  },
  'a kind platform': lenientPlatform,
};

const cases = Object.entries(links).flatMap(([over, link]) =>
  Object.entries(platforms).map(([on, platform]) => ({ over, on, link, platform })),
);

describe.each(cases)('simulated Bluetooth over $over, on $on', ({ link, platform }) => {
  it.each(clauses.map(({ title, holds }) => ({ title, holds })))('$title', async ({ holds }) => {
    const clock = new VirtualClock();
    const peripheral = new PracticePeripheral();
    const bluetooth = new SimulatedBluetooth({
      clock,
      peripherals: [peripheral],
      choose: async ([first]) => first ?? null,
      random: seededRandom(7),
      link,
      platform,
    });
    await settled(
      clock,
      holds(bluetooth, (duration) => sleep(clock, milliseconds(duration))),
    );
    await clock.run(milliseconds(3000));
    expect(peripheral.links.size, 'links left open').toBe(0);
  });
});
