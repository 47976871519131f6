/** Links over BlueZ (Bluetooth on Linux): which device an operation belongs to, who gets what, and what is left when a device has gone. */

import { describe, expect, test } from 'vitest';
import { CentralLinks, payloadFor } from '../../../src/radio/central-links.ts';
import type { Central, Peripheral, PeripheralLink } from '../../../src/simulator/peripheral.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

function listening(most = 4) {
  const heard: string[] = [];
  const centrals: Central[] = [];
  const peripheral: Peripheral = {
    name: 'Practice',
    services: [],
    open: (central): PeripheralLink | null => {
      if (centrals.length >= most) return null;
      const at = centrals.push(central) - 1;
      return {
        read: (characteristic) => {
          heard.push(`${at} reads ${characteristic}`);
          return bytes(1, 2, 3, 4, 5);
        },
        write: (characteristic, value, withResponse) =>
          void heard.push(`${at} writes ${characteristic} ${value} ${withResponse}`),
        subscribe: (characteristic, wanted) => void heard.push(`${at} wants ${characteristic} ${wanted}`),
        close: () => void heard.push(`${at} has gone`),
      };
    },
  };
  const sent: string[] = [];
  const disconnected: string[] = [];
  const links = new CentralLinks({
    peripheral,
    send: (characteristic, value) => void sent.push(`${characteristic} ${value}`),
    disconnect: (device) => void disconnected.push(device),
    changed: () => undefined,
  });
  return { links, heard, centrals, sent, disconnected };
}

const turn = (): Promise<void> => Promise.resolve();

describe('a link', () => {
  test("begins with a device's first operation, and ends when the device has gone", () => {
    const { links, heard } = listening();
    links.ended('mouse');
    expect(links.devices).toEqual([]);
    links.write({ device: 'phone', mtu: 247 }, 'control', bytes(1), true);
    links.read({ device: 'phone', mtu: 247 }, 'status', 0);
    links.read({ device: 'tablet', mtu: 185 }, 'status', 0);
    expect(links.devices).toEqual(['phone', 'tablet']);
    links.ended('phone');
    expect(links.devices).toEqual(['tablet']);
    expect(heard).toEqual(['0 writes control 1 true', '0 reads status', '1 reads status', '0 has gone']);
  });

  test('carries what its MTU allows, and the minimum until that is known', () => {
    const { links, centrals } = listening();
    links.read({ device: 'phone' }, 'status', 0);
    expect(centrals[0]?.payload).toBe(20);
    links.read({ device: 'phone', mtu: 247 }, 'status', 0);
    expect(centrals[0]?.payload).toBe(244);
    links.read({ device: 'phone' }, 'status', 0);
    expect(centrals[0]?.payload).toBe(244);
  });

  test('carries no write that BlueZ would drop', () => {
    expect(payloadFor(185)).toBe(182);
    expect(payloadFor(517)).toBe(510);
  });

  test('reads a long value in consistent parts', () => {
    const { links, heard } = listening();
    const phone = { device: 'phone', mtu: 23 };
    expect(links.read(phone, 'status', 0)).toEqual(bytes(1, 2, 3, 4, 5));
    expect(links.read(phone, 'status', 3)).toEqual(bytes(4, 5));
    expect(heard).toEqual(['0 reads status']);
  });

  test('is refused if the peripheral accepts none, and the device is disconnected', () => {
    const { links, disconnected } = listening(0);
    expect(links.read({ device: 'phone' }, 'status', 0)).toBeNull();
    expect(disconnected).toEqual(['phone']);
    expect(links.devices).toEqual([]);
  });

  test('that the peripheral drops is disconnected, but still serves a Stop', () => {
    const { links, heard, centrals, disconnected } = listening();
    const phone = { device: 'phone', mtu: 247 };
    links.read(phone, 'status', 0);
    centrals[0]?.drop();
    expect(disconnected).toEqual(['phone']);
    expect(links.devices).toEqual([]);
    links.write(phone, 'control', bytes(1), true);
    expect(heard.at(-1)).toBe('1 writes control 1 true');
  });
});

describe('what a peripheral sends', () => {
  test('reaches centrals that connected after the subscription', () => {
    const { links, heard } = listening();
    links.subscribe('status', true);
    links.read({ device: 'phone' }, 'feature', 0);
    expect(heard).toEqual(['0 wants status true', '0 reads feature']);
    links.subscribe('status', false);
    expect(heard.at(-1)).toBe('0 wants status false');
  });

  test('is sent once, since BlueZ sends it to everybody', async () => {
    const { links, centrals, sent } = listening();
    links.read({ device: 'phone' }, 'status', 0);
    links.read({ device: 'tablet' }, 'status', 0);
    for (const central of centrals) central.notify('telemetry', bytes(7));
    expect(sent).toEqual([]);
    await turn();
    expect(sent).toEqual(['telemetry 7']);
  });

  test('is sent twice when one link is sent the same value twice', async () => {
    const { links, centrals, sent } = listening();
    links.read({ device: 'phone' }, 'status', 0);
    centrals[0]?.notify('status', bytes(7));
    centrals[0]?.notify('status', bytes(7));
    centrals[0]?.notify('telemetry', bytes(8));
    await turn();
    expect(sent).toEqual(['status 7', 'status 7', 'telemetry 8']);
  });

  test('is not sent on a link that has ended', async () => {
    const { links, centrals, sent } = listening();
    links.read({ device: 'phone' }, 'status', 0);
    links.ended('phone');
    centrals[0]?.notify('status', bytes(7));
    await turn();
    expect(sent).toEqual([]);
  });
});
