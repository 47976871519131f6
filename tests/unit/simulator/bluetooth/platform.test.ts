import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { type Platform, platformFrom, strictPlatform } from '../../../../src/simulator/bluetooth/platform.ts';
import { practice } from '../../../contract/practice-peripheral.ts';
import { settled } from '../../../contract/settled.ts';
import { nameOf, unconnected } from './scene.ts';

async function on(platform: Partial<Platform>) {
  const { clock, bluetooth, peripheral } = unconnected({ platform });
  const device = await bluetooth.requestDevice({ filters: [{ services: [practice.service] }] });
  const { gatt } = device;
  if (!gatt) throw new Error('no GATT server');
  const losses: number[] = [];
  device.addEventListener('gattserverdisconnected', () => losses.push(clock.now()));
  const count = async () => {
    const service = await settled(clock, gatt.getPrimaryService(practice.service));
    return settled(clock, service.getCharacteristic(practice.count));
  };
  return { clock, peripheral, radio: bluetooth.radio('Practice'), gatt, losses, count };
}

const heardAt = (characteristic: BluetoothRemoteGATTCharacteristic): { times: number } => {
  const heard = { times: 0 };
  characteristic.addEventListener('characteristicvaluechanged', () => {
    heard.times++;
  });
  return heard;
};

describe('a platform that keeps services', () => {
  it('restores notifications after a reconnect, at the objects that subscribed first', async () => {
    const { clock, radio, gatt, count } = await on({ ...strictPlatform, servicesDelay: milliseconds(0) });
    await settled(clock, gatt.connect());
    const first = await count();
    await settled(clock, first.startNotifications());
    radio.lose();
    await settled(clock, gatt.connect());
    const second = await count();
    const before = clock.now();
    await settled(clock, second.startNotifications());
    expect(clock.now()).toBe(before);
    const [old, fresh] = [heardAt(first), heardAt(second)];
    await settled(clock, second.writeValueWithResponse(Uint8Array.of(2)));
    await clock.run(milliseconds(200));
    expect([old.times, fresh.times]).toEqual([2, 0]);
    await settled(clock, second.stopNotifications());
    await settled(clock, second.startNotifications());
    await settled(clock, second.writeValueWithResponse(Uint8Array.of(2)));
    await clock.run(milliseconds(200));
    expect([old.times, fresh.times]).toEqual([2, 2]);
  });

  it('finds them late on the first connection only', async () => {
    const { clock, radio, gatt, count } = await on({ servicesDelay: milliseconds(100) });
    await settled(clock, gatt.connect());
    expect(await nameOf(gatt.getPrimaryService(practice.service))).toBe('NotFoundError');
    await clock.run(milliseconds(100));
    await count();
    radio.lose();
    await settled(clock, gatt.connect());
    await count();
  });
});

describe('a platform that takes a while to disconnect', () => {
  const platform = { servicesDelay: milliseconds(0), disconnectTime: milliseconds(2000) };

  it('gives a page that connects meanwhile the same link, which then drops', async () => {
    const { clock, peripheral, gatt, losses, count } = await on(platform);
    await settled(clock, gatt.connect());
    const old = await count();
    const left = clock.now();
    gatt.disconnect();
    expect([gatt.connected, peripheral.links.size]).toEqual([false, 1]);
    await clock.run(milliseconds(500));
    await settled(clock, gatt.connect());
    expect(clock.now() - left).toBeLessThan(510);
    expect(await nameOf(old.readValue())).toBe('InvalidStateError');
    await settled(clock, (await count()).readValue());
    await clock.run(milliseconds(5000));
    expect([gatt.connected, peripheral.links.size]).toEqual([false, 0]);
    expect(losses).toEqual([left, left + 2000]);
  });

  it('makes another link afterwards, and rejects pending operations at once', async () => {
    const { clock, peripheral, gatt, count } = await on(platform);
    await settled(clock, gatt.connect());
    const reading = nameOf((await count()).readValue());
    gatt.disconnect();
    expect(await reading).toBe('NetworkError');
    await clock.run(milliseconds(3000));
    await settled(clock, gatt.connect());
    await clock.run(milliseconds(5000));
    expect([gatt.connected, peripheral.links.size]).toEqual([true, 1]);
  });
});

describe('a connection that is not signalled', () => {
  it('resolves connect() but is not connected; a retry gets the same link until it ends', async () => {
    const { clock, peripheral, gatt, losses, count } = await on({
      unsignalled: 1,
      servicesDelay: milliseconds(0),
      disconnectTime: milliseconds(1000),
    });
    await settled(clock, gatt.connect());
    expect([gatt.connected, peripheral.links.size]).toEqual([false, 1]);
    expect(await nameOf(gatt.getPrimaryService(practice.service))).toBe('NetworkError');
    await settled(clock, gatt.connect());
    await count();
    expect([gatt.connected, peripheral.links.size]).toEqual([true, 1]);
    await clock.run(milliseconds(1000));
    expect([gatt.connected, losses.length]).toEqual([false, 1]);
    await settled(clock, gatt.connect());
    await clock.run(milliseconds(5000));
    expect([gatt.connected, losses.length]).toEqual([true, 1]);
  });
});

describe('an impossible platform', () => {
  it('is refused with a RangeError', () => {
    expect(() => platformFrom({ servicesDelay: milliseconds(-1) })).toThrow(RangeError);
    expect(() => platformFrom({ disconnectTime: milliseconds(Number.NaN) })).toThrow(RangeError);
    expect(() => platformFrom({ unsignalled: 0.5 })).toThrow(RangeError);
  });
});
