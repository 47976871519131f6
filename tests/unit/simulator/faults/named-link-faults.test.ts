import { describe, expect, it } from 'vitest';
import { profile, uuids } from '../../../../firmware-protocol/profile.ts';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import { SimulatedBluetooth } from '../../../../src/simulator/bluetooth/bluetooth.ts';
import { lenientPlatform } from '../../../../src/simulator/bluetooth/platform.ts';
import { namedFaults } from '../../../../src/simulator/faults/named-faults.ts';
import {
  linkFaultNamed,
  mendLink,
  namedLinkFaults,
} from '../../../../src/simulator/faults/named-link-faults.ts';
import type { Central, Peripheral, PeripheralLink } from '../../../../src/simulator/peripheral.ts';
import { seededRandom } from '../../../../src/simulator/random.ts';
import { settled } from '../../../contract/settled.ts';

/** A peripheral that notifies a status and a telemetry value, and indicates an answer, for each write. */
class Answering implements Peripheral {
  readonly name = 'Answering';
  readonly services = profile.filter(({ uuid }) => uuid === uuids.bootsService);
  written = 0;
  confirmed = 0;
  parts: number[] = [];
  /** The length of each long write. */
  readonly executed: number[] = [];
  open(central: Central): PeripheralLink {
    return {
      read: () => Uint8Array.of(1),
      write: () => {
        this.written++;
        for (const each of [uuids.status, uuids.telemetry]) central.notify(each, Uint8Array.of(1));
        central.indicate?.(uuids.controlPoint, Uint8Array.of(1), () => this.confirmed++);
      },
      prepare: (_characteristic, _offset, { length }) => void this.parts.push(length),
      execute: () => {
        this.executed.push(this.parts.reduce((sum, length) => sum + length, 0));
        this.parts = [];
      },
      subscribe: () => undefined,
      close: () => undefined,
    };
  }
}

/** A link to such a peripheral. `ask` writes once, and counts the values that arrive. */
async function linked() {
  const clock = new VirtualClock();
  const peripheral = new Answering();
  const bluetooth = new SimulatedBluetooth({
    clock,
    random: seededRandom(1),
    peripherals: [peripheral],
    choose: async ([first]) => first ?? null,
    platform: lenientPlatform,
  });
  const device = await bluetooth.requestDevice({ filters: [{ services: [uuids.bootsService] }] });
  if (!device.gatt) throw new Error('no GATT server');
  const server = await settled(clock, device.gatt.connect());
  const service = await settled(clock, server.getPrimaryService(uuids.bootsService));
  const heard = { status: 0, telemetry: 0, controlPoint: 0 };
  const get = (name: keyof typeof heard) => settled(clock, service.getCharacteristic(uuids[name]));
  const all = {
    status: await get('status'),
    telemetry: await get('telemetry'),
    controlPoint: await get('controlPoint'),
  };
  for (const name of ['status', 'telemetry', 'controlPoint'] as const) {
    all[name].addEventListener('characteristicvaluechanged', () => heard[name]++);
    await settled(clock, all[name].startNotifications());
  }
  const pass = (seconds: number) => clock.run(milliseconds(seconds * 1000));
  const ask = async (within = 1) => {
    Object.assign(heard, { status: 0, telemetry: 0, controlPoint: 0 });
    await settled(clock, all.controlPoint.writeValueWithoutResponse(Uint8Array.of(1)));
    await pass(within);
    return { ...heard };
  };
  const askLong = () => settled(clock, all.controlPoint.writeValueWithResponse(new Uint8Array(300)));
  const radio = bluetooth.radio(peripheral.name);
  const inject = (name: string) => linkFaultNamed(name)?.inject(radio, clock);
  return { clock, peripheral, radio, device, all, ask, askLong, pass, inject };
}

describe('link faults by name', () => {
  it('have names that no other fault has, and explain themselves', () => {
    const names = [...namedFaults, ...namedLinkFaults].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, meaning } of namedLinkFaults) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(meaning.length).toBeGreaterThan(10);
    }
  });

  it.each([
    ['no-status', { status: 0, telemetry: 1, controlPoint: 1 }],
    ['no-pressures', { status: 1, telemetry: 0, controlPoint: 1 }],
    ['no-answers', { status: 1, telemetry: 1, controlPoint: 0 }],
    ['no-notifications', { status: 0, telemetry: 0, controlPoint: 0 }],
    ['answers-twice', { status: 1, telemetry: 1, controlPoint: 2 }],
  ])('%s lasts until the link is mended, and reads go on working', async (name, expected) => {
    const { clock, peripheral, radio, all, ask, inject } = await linked();
    inject(name);
    expect(await ask()).toEqual(expected);
    expect(await ask()).toEqual(expected);
    // To the boots each answer is confirmed.
    expect(peripheral).toMatchObject({ written: 2, confirmed: 2 });
    expect((await settled(clock, all.status.readValue())).byteLength).toBe(1);
    mendLink(radio);
    expect(await ask()).toEqual({ status: 1, telemetry: 1, controlPoint: 1 });
  });

  it.each([
    ['answer-lost', { written: 1, confirmed: 1 }, { status: 1, telemetry: 1, controlPoint: 0 }],
    ['frame-lost', { written: 0, confirmed: 0 }, { status: 0, telemetry: 0, controlPoint: 0 }],
  ])('%s strikes once', async (name, boots, page) => {
    const { peripheral, ask, inject } = await linked();
    inject(name);
    expect(await ask()).toEqual(page);
    expect(peripheral).toMatchObject(boots);
    expect(await ask()).toEqual({ status: 1, telemetry: 1, controlPoint: 1 });
  });

  it('answers-late delays answers by 1.6 s', async () => {
    const { ask, pass, inject } = await linked();
    inject('answers-late');
    expect(await ask(1.5)).toEqual({ status: 1, telemetry: 1, controlPoint: 0 });
    await pass(1);
    expect((await ask(2)).controlPoint).toBe(1);
  });

  it.each([
    ['blip', 3],
    ['link-loss', 20],
  ])('%s keeps the boots out of reach for %i s', async (name, lasting) => {
    const { radio, device, pass, inject } = await linked();
    inject(name);
    expect(device.gatt?.connected).toBe(false);
    await pass(lasting - 0.1);
    expect(radio.faults.unreachable).toBe(true);
    await pass(0.2);
    expect(radio.faults.unreachable).toBe(false);
  });

  it.each([
    ['a shorter loss in it', ['link-loss', 'blip'], 20],
    ['a longer loss in it', ['blip', 'link-loss'], 22],
  ])(
    'contact that is lost comes back when the last loss ends: %s',
    async (_, [first = '', second = ''], back) => {
      const { radio, pass, inject } = await linked();
      inject(first);
      await pass(2);
      inject(second);
      await pass(back - 2.1);
      expect(radio.faults.unreachable).toBe(true);
      await pass(0.2);
      expect(radio.faults.unreachable).toBe(false);
    },
  );

  it('a loss that was mended does not end the next', async () => {
    const { radio, pass, inject } = await linked();
    inject('link-loss');
    await pass(19);
    mendLink(radio);
    expect(radio.faults.unreachable).toBe(false);
    inject('blip');
    await pass(2.9);
    expect(radio.faults.unreachable).toBe(true);
    await pass(0.2);
    expect(radio.faults.unreachable).toBe(false);
  });

  it('frame-lost loses a long write, with all its parts, once', async () => {
    const { peripheral, radio, askLong, inject } = await linked();
    inject('frame-lost');
    await askLong();
    expect(peripheral.parts).toEqual([]);
    expect(peripheral.executed).toEqual([]);
    expect(radio.faults.writesLost).toBe(0);
    await askLong();
    expect(peripheral.executed).toEqual([300]);
  });

  it('refusing-link rejects what the page asks while the link is up', async () => {
    const { device, all, inject } = await linked();
    inject('refusing-link');
    expect(device.gatt?.connected).toBe(true);
    await expect(all.status.readValue()).rejects.toThrow();
  });

  it('frames-damaged changes five values, and slow-link delays each', async () => {
    const { radio, inject } = await linked();
    inject('frames-damaged');
    inject('slow-link');
    expect(radio.faults).toMatchObject({ garbled: 5, delay: 400 });
  });
});
