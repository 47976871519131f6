/** The simulated Bluetooth keeps the contract, on good links and poor ones. */

import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../firmware-protocol/quantities.ts';
import { VirtualClock } from '../../src/clock/virtual-clock.ts';
import { SimulatedBluetooth } from '../../src/simulator/bluetooth/bluetooth.ts';
import type { LinkParameters } from '../../src/simulator/bluetooth/link-parameters.ts';
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

describe.each(Object.entries(links))('simulated Bluetooth over %s', (_, link) => {
  it.each(clauses.map(({ title, holds }) => ({ title, holds })))('$title', async ({ holds }) => {
    const clock = new VirtualClock();
    const peripheral = new PracticePeripheral();
    const bluetooth = new SimulatedBluetooth({
      clock,
      peripherals: [peripheral],
      choose: async ([first]) => first ?? null,
      random: seededRandom(7),
      link,
    });
    await settled(clock, holds(bluetooth));
    expect(peripheral.links.size, 'links left open').toBe(0);
  });
});
