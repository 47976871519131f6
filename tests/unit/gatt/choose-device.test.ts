import { describe, expect, it } from 'vitest';
import { profile, uuids } from '../../../firmware-protocol/profile.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';
import { requestBoots } from '../../../src/gatt/choose-device.ts';
import { SimulatedBluetooth } from '../../../src/simulator/bluetooth/bluetooth.ts';
import { lenientPlatform } from '../../../src/simulator/bluetooth/platform.ts';
import { seededRandom } from '../../../src/simulator/random.ts';
import { PracticePeripheral } from '../../contract/practice-peripheral.ts';
import { settled } from '../../contract/settled.ts';

interface Scene {
  readonly choose?: (devices: readonly BluetoothDevice[]) => Promise<BluetoothDevice | null>;
}

function bluetoothWith({ choose = async ([first]) => first ?? null }: Scene = {}) {
  const clock = new VirtualClock();
  const peripherals = [new PracticePeripheral('A lamp'), new PracticePeripheral('Boots', profile)];
  const bluetooth = new SimulatedBluetooth({
    clock,
    peripherals,
    choose,
    random: seededRandom(3),
    platform: lenientPlatform,
  });
  return { clock, bluetooth };
}

const throwing = (name: string, message: string): Scene => ({
  choose: () => Promise.reject(new DOMException(message, name)),
});

describe('choosing boots', () => {
  it('offers boots only, and may use the battery and device information services afterwards', async () => {
    const offered: (string | undefined)[] = [];
    const { clock, bluetooth } = bluetoothWith({
      choose: async (devices) => {
        offered.push(...devices.map(({ name }) => name));
        return devices[0] ?? null;
      },
    });
    const chosen = await requestBoots(bluetooth);
    expect(offered).toEqual(['Boots']);
    if (!chosen.ok || !chosen.device.gatt) throw new Error('no boots chosen');
    const server = await settled(clock, chosen.device.gatt.connect());
    const services = await settled(clock, server.getPrimaryServices());
    expect(services.map(({ uuid }) => uuid)).toEqual([
      uuids.bootsService,
      uuids.batteryService,
      uuids.deviceInformationService,
    ]);
  });

  const outcomes: readonly (readonly [string, Scene, string])[] = [
    ['a chooser that was closed', { choose: async () => null }, 'cancelled'],
    ['a press that came too late', throwing('SecurityError', 'Must be handling a user gesture'), 'tooLate'],
    [
      'a denied permission',
      throwing('NotFoundError', 'User denied the browser permission to scan.'),
      'denied',
    ],
    ['no adapter', throwing('NotFoundError', 'Bluetooth adapter not available.'), 'noAdapter'],
    ['a platform without Web Bluetooth', throwing('NotSupportedError', 'Not here.'), 'noWebBluetooth'],
    ['a policy', throwing('SecurityError', 'disallowed by permissions policy'), 'blocked'],
    ['anything else', throwing('UnknownError', 'Oh.'), 'failed'],
  ];
  it.each(outcomes)('%s is recognized', async (_, scene, reason) => {
    const { bluetooth } = bluetoothWith(scene);
    const chosen = await requestBoots(bluetooth);
    expect(chosen).toMatchObject({ ok: false, reason });
    expect(chosen.ok ? '' : chosen.detail).not.toBe('');
  });

  it('treats a closed chooser as Bluetooth switched off if the platform says that none is available', async () => {
    const { bluetooth } = bluetoothWith({ choose: async () => null });
    bluetooth.getAvailability = async () => false;
    expect(await requestBoots(bluetooth)).toMatchObject({ ok: false, reason: 'off' });
  });
});
