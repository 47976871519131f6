import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { settled } from '../../../contract/settled.ts';
import { connected, nameOf } from './scene.ts';

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values);

describe('operations', () => {
  it('of any kind never overlap on a device', async () => {
    const { clock, store, count, ask, peripheral } = await connected();
    const overlapping = [
      () => store.readValue(),
      () => store.writeValueWithResponse(bytes(2)),
      () => store.writeValueWithoutResponse(bytes(3)),
      () => count.startNotifications(),
    ];
    for (const operation of overlapping) {
      const first = ask.writeValueWithResponse(bytes(1));
      await expect(operation()).rejects.toMatchObject({
        name: 'NetworkError',
        message: 'GATT operation already in progress.',
      });
      await settled(clock, first);
    }
    expect(peripheral.written).toEqual([]);
    await settled(clock, store.writeValueWithResponse(bytes(4)));
    expect(peripheral.written).toEqual([bytes(4)]);
  });

  it('that the characteristic does not support are rejected', async () => {
    const { store, ask } = await connected();
    expect(await nameOf(ask.readValue())).toBe('NotSupportedError');
    expect(await nameOf(ask.writeValueWithoutResponse(bytes(1)))).toBe('NotSupportedError');
    expect(await nameOf(store.startNotifications())).toBe('NotSupportedError');
  });

  it('take one to two intervals with a response, and return at once without one', async () => {
    const interval = milliseconds(50);
    const { clock, store, peripheral } = await connected({ link: { interval, jitter: milliseconds(0) } });
    for (let i = 0; i < 20; i++) {
      await clock.run(milliseconds(7));
      const start = clock.now();
      await settled(clock, store.writeValueWithResponse(bytes(i)));
      expect(clock.now() - start).toBeGreaterThanOrEqual(50);
      expect(clock.now() - start).toBeLessThanOrEqual(100);
    }
    const start = clock.now();
    await settled(clock, store.writeValueWithoutResponse(bytes(99)));
    expect(clock.now() - start).toBeLessThan(5);
    expect(peripheral.written).toHaveLength(20);
    await clock.run(interval);
    expect(peripheral.written.at(-1)).toEqual(bytes(99));
  });

  it('without a response wait while the radio’s buffer is full', async () => {
    const { clock, store, peripheral } = await connected({ link: { packetsPerEvent: 1 } });
    const start = clock.now();
    for (let i = 0; i < 30; i++) await settled(clock, store.writeValueWithoutResponse(bytes(i)));
    expect(clock.now() - start).toBeGreaterThan(15 * 30);
    await clock.run(milliseconds(1000));
    expect(peripheral.written.map(([first]) => first)).toEqual(Array.from({ length: 30 }, (_, i) => i));
  });

  it('without a response carry the payload of one packet, with one 512 bytes', async () => {
    const { clock, store, peripheral } = await connected({ link: { payload: 100 } });
    expect(await nameOf(store.writeValueWithoutResponse(new Uint8Array(101)))).toBe(
      'InvalidModificationError',
    );
    await settled(clock, store.writeValueWithoutResponse(new Uint8Array(100)));
    await settled(clock, store.writeValueWithResponse(new Uint8Array(512)));
    expect(await nameOf(store.writeValueWithResponse(new Uint8Array(513)))).toBe('InvalidModificationError');
    expect(peripheral.written.map(({ length }) => length)).toEqual([100, 512]);
    expect((await settled(clock, store.readValue())).byteLength).toBe(512);
  });

  it('copy their input', async () => {
    const { clock, store, peripheral } = await connected();
    const value = bytes(1, 2, 3);
    const write = store.writeValueWithResponse(value);
    value.fill(0);
    await settled(clock, write);
    expect(peripheral.written).toEqual([bytes(1, 2, 3)]);
  });

  it('reject if the link is lost, after the page is told of the loss', async () => {
    const { clock, store, device, radio } = await connected();
    const order: string[] = [];
    device.addEventListener('gattserverdisconnected', () => order.push('event'));
    const write = nameOf(store.writeValueWithResponse(bytes(1))).then((name) => order.push(name));
    await clock.run(milliseconds(1));
    radio.lose();
    await settled(clock, write);
    expect(order).toEqual(['event', 'NetworkError']);
  });

  it('that read also dispatch an event with the value, as the standard says', async () => {
    const { clock, store } = await connected();
    const heard: (DataView | undefined)[] = [];
    store.addEventListener('characteristicvaluechanged', () => heard.push(store.value));
    const value = await settled(clock, store.readValue());
    expect(heard).toEqual([value]);
  });
});

describe('notifications', () => {
  it('arrive only while subscribed', async () => {
    const { clock, count } = await connected();
    const heard: number[] = [];
    count.addEventListener('characteristicvaluechanged', () => heard.push(count.value?.getUint8(1) ?? -1));
    for (const [asked, n] of [
      [false, 1],
      [true, 2],
      [false, 3],
    ] as const) {
      await settled(clock, asked ? count.startNotifications() : count.stopNotifications());
      await settled(clock, count.writeValueWithResponse(bytes(n)));
      await clock.run(milliseconds(200));
    }
    expect(heard).toEqual([2, 2]);
  });

  it('are cut off at the payload of the link', async () => {
    const { clock, ask } = await connected({ link: { payload: 61 } });
    await settled(clock, ask.startNotifications());
    await settled(clock, ask.writeValueWithResponse(new Uint8Array(61)));
    await clock.run(milliseconds(200));
    expect(ask.value?.byteLength).toBe(61);
  });
});

describe('faults', () => {
  it('unanswered: the peripheral acts, but no answer ever arrives, and the link stays blocked', async () => {
    const { clock, store, radio, peripheral, device } = await connected();
    radio.faults.unanswered = 1;
    let outcome = 'pending';
    void nameOf(store.writeValueWithResponse(bytes(1))).then((name) => {
      outcome = name;
    });
    await clock.run(milliseconds(60_000));
    expect(peripheral.written).toEqual([bytes(1)]);
    expect(await nameOf(store.readValue())).toBe('NetworkError');
    device.gatt?.disconnect();
    await clock.run(milliseconds(60_000));
    expect(outcome).toBe('pending');
  });

  it('swallowed: the peripheral receives nothing', async () => {
    const { clock, store, radio, peripheral } = await connected();
    radio.faults.swallowed = 1;
    void store.writeValueWithoutResponse(bytes(1));
    await clock.run(milliseconds(60_000));
    expect(peripheral.written).toEqual([]);
  });

  it('garbled: the next value arrives with one byte changed, the one after it intact', async () => {
    const { clock, ask, radio } = await connected();
    await settled(clock, ask.startNotifications());
    radio.faults.garbled = 1;
    const heard: number[][] = [];
    ask.addEventListener('characteristicvaluechanged', () =>
      heard.push([...new Uint8Array(ask.value?.buffer ?? new ArrayBuffer(0))]),
    );
    for (let i = 0; i < 2; i++) await settled(clock, ask.writeValueWithResponse(bytes(1, 2, 3)));
    await clock.run(milliseconds(200));
    const whole = [0x80, 1, 2, 3];
    expect(heard[0]?.filter((byte, i) => byte !== whole[i])).toHaveLength(1);
    expect(heard[1]).toEqual(whole);
  });

  it('silent: operations work, notifications do not arrive', async () => {
    const { clock, count, radio } = await connected();
    await settled(clock, count.startNotifications());
    radio.faults.silent = true;
    await settled(clock, count.writeValueWithResponse(bytes(3)));
    await clock.run(milliseconds(1000));
    expect(count.value).toBeUndefined();
  });

  it('delay: every packet is this much later in both directions, and still in order', async () => {
    const { clock, store, radio } = await connected();
    radio.faults.delay = milliseconds(400);
    const start = clock.now();
    await settled(clock, store.writeValueWithResponse(bytes(1)));
    expect(clock.now() - start).toBeGreaterThan(800);
    expect(clock.now() - start).toBeLessThan(1000);
  });
});
