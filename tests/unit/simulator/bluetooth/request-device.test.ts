import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import { SimulatedBluetooth } from '../../../../src/simulator/bluetooth/bluetooth.ts';
import { seededRandom } from '../../../../src/simulator/random.ts';
import { PracticePeripheral, practice } from '../../../contract/practice-peripheral.ts';
import { settled } from '../../../contract/settled.ts';
import { connected, nameOf, unconnected } from './scene.ts';

const offeredTo = async (options: RequestDeviceOptions): Promise<string[]> => {
  const offered: string[] = [];
  const bluetooth = new SimulatedBluetooth({
    clock: new VirtualClock(),
    peripherals: [
      new PracticePeripheral('Boots left'),
      new PracticePeripheral('Boots right'),
      new PracticePeripheral('Lamp', []),
    ],
    choose: async (devices) => {
      offered.push(...devices.map(({ name }) => name ?? ''));
      return null;
    },
    random: seededRandom(1),
  });
  expect(await nameOf(bluetooth.requestDevice(options))).toBe('NotFoundError');
  return offered;
};

describe('the chooser', () => {
  it('offers devices that match any filter, with all parts of that filter', async () => {
    const both = ['Boots left', 'Boots right'];
    expect(await offeredTo({ filters: [{ services: [practice.service] }] })).toEqual(both);
    expect(await offeredTo({ filters: [{ services: [0x180f, practice.service] }] })).toEqual(both);
    expect(await offeredTo({ filters: [{ services: ['battery_service'], name: 'Boots left' }] })).toEqual([
      'Boots left',
    ]);
    expect(await offeredTo({ filters: [{ namePrefix: 'Boots' }] })).toEqual(both);
    expect(await offeredTo({ filters: [{ name: 'Lamp' }, { name: 'Boots left' }] })).toEqual([
      'Boots left',
      'Lamp',
    ]);
    expect(await offeredTo({ filters: [{ services: [practice.heartRate] }] })).toEqual([]);
    expect(await offeredTo({ acceptAllDevices: true })).toEqual([...both, 'Lamp']);
  });

  it.each([
    ['nothing', undefined, 'TypeError'],
    ['no filters', { filters: [] }, 'TypeError'],
    ['filters and all', { filters: [{ name: 'a' }], acceptAllDevices: true }, 'TypeError'],
    ['an empty filter', { filters: [{}] }, 'TypeError'],
    ['no services in a filter', { filters: [{ services: [] }] }, 'TypeError'],
    ['an empty prefix', { filters: [{ namePrefix: '' }] }, 'TypeError'],
    ['a name of 249 bytes', { filters: [{ name: 'a'.repeat(249) }] }, 'TypeError'],
    ['an upper-case UUID', { filters: [{ services: [practice.service.toUpperCase()] }] }, 'TypeError'],
    ['an unknown name', { filters: [{ services: ['boots'] }] }, 'TypeError'],
    ['keyboards', { filters: [{ services: ['human_interface_device'] }] }, 'SecurityError'],
  ] as const)('is not shown for %s', async (_, options, error) => {
    let shown = false;
    const { bluetooth } = unconnected({
      choose: async () => {
        shown = true;
        return null;
      },
    });
    expect(await nameOf(bluetooth.requestDevice(options as unknown as RequestDeviceOptions))).toBe(error);
    expect(shown).toBe(false);
  });

  it("adds the chosen device to the page's devices until the page forgets it", async () => {
    const { bluetooth, clock } = unconnected();
    expect(await bluetooth.getDevices()).toEqual([]);
    const device = await bluetooth.requestDevice({ filters: [{ services: [practice.service] }] });
    expect(await bluetooth.getDevices()).toEqual([device]);
    expect(await bluetooth.requestDevice({ acceptAllDevices: true })).toBe(device);
    await settled(clock, device.gatt?.connect() ?? Promise.reject());
    await device.forget();
    expect(await bluetooth.getDevices()).toEqual([]);
    expect(device.gatt?.connected).toBe(false);
  });
});

describe('permissions', () => {
  it("cover the services of all the page's requests, and no others", async () => {
    const { bluetooth, clock } = unconnected();
    const device = await bluetooth.requestDevice({ acceptAllDevices: true });
    const server = await settled(clock, device.gatt?.connect() ?? Promise.reject());
    expect(await nameOf(settled(clock, server.getPrimaryServices()))).toBe('SecurityError');
    await bluetooth.requestDevice({ filters: [{ services: [practice.service] }] });
    const services = await settled(clock, server.getPrimaryServices());
    expect(services.map(({ uuid }) => uuid)).toEqual([practice.service]);
    expect(await nameOf(settled(clock, server.getPrimaryService(practice.battery)))).toBe('SecurityError');
  });

  it('do not cover the serial number', async () => {
    const { bluetooth, clock } = unconnected();
    const device = await bluetooth.requestDevice({ filters: [{ services: [practice.battery] }] });
    const server = await settled(clock, device.gatt?.connect() ?? Promise.reject());
    const service = await settled(clock, server.getPrimaryService('battery_service'));
    expect((await settled(clock, service.getCharacteristics())).map(({ uuid }) => uuid)).toEqual([
      practice.batteryLevel,
    ]);
    expect(await nameOf(service.getCharacteristic('serial_number_string'))).toBe('SecurityError');
  });
});

describe('descriptors and included services', () => {
  it('are not found', async () => {
    const { store, service } = await connected();
    expect(await nameOf(store.getDescriptors())).toBe('NotFoundError');
    expect(await nameOf(service.getIncludedServices())).toBe('NotFoundError');
  });
});

describe('connecting', () => {
  it('takes as long as the parameters of the link say', async () => {
    const { bluetooth, clock } = unconnected({ link: { connectTime: milliseconds(800) } });
    const device = await bluetooth.requestDevice({ filters: [{ services: [practice.service] }] });
    await settled(clock, device.gatt?.connect() ?? Promise.reject());
    expect(clock.now()).toBe(800);
  });
});
