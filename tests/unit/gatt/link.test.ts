import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { practice, practiceProfile } from '../../contract/practice-peripheral.ts';
import { settled } from '../../contract/settled.ts';
import { bytes, connectedLink, practiceLink, usedProfile } from './practice-link.ts';

describe('a link that works', () => {
  it('connects, and reports it when notifications flow', async () => {
    const { clock, link, states } = await practiceLink();
    expect(await settled(clock, link.connect())).toEqual({ ok: true, value: undefined });
    expect(states.map((state) => state.split(' ')[0])).toEqual(['disconnected', 'connecting', 'connected']);
    const heard: number[][] = [];
    link.notifications(practice.count).subscribe((value) => heard.push([...value]));
    await settled(clock, link.write(practice.count, bytes(3), 'withResponse'));
    await clock.run(milliseconds(200));
    expect(heard).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
  });

  it('replays its current state to late subscribers', async () => {
    const { link } = await connectedLink();
    const seen: string[] = [];
    link.state.subscribe((state) => seen.push(state));
    expect(seen).toEqual(['connected']);
  });

  it('gives concurrent callers of connect the same answer, and connects once', async () => {
    const { clock, link, peripheral, states } = await practiceLink();
    const both = await settled(clock, Promise.all([link.connect(), link.connect()]));
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await link.connect()).ok).toBe(true);
    expect(peripheral.links.size).toBe(1);
    expect(states).toHaveLength(3);
  });

  it('reads what was written', async () => {
    const { clock, link } = await connectedLink();
    await settled(clock, link.write(practice.store, bytes(1, 2, 3), 'withResponse'));
    expect(await settled(clock, link.read(practice.store))).toEqual({ ok: true, value: bytes(1, 2, 3) });
  });

  it('sends fifty writes of both kinds one at a time and in order, where the platform refuses two at once', async () => {
    const { clock, link, peripheral, device } = await connectedLink();
    const service = await settled(
      clock,
      device.gatt?.getPrimaryService(practice.service) ?? Promise.reject(),
    );
    const store = await settled(clock, service.getCharacteristic(practice.store));
    const twice = await settled(
      clock,
      Promise.allSettled([1, 2].map((value) => store.writeValueWithResponse(bytes(value)))),
    );
    expect(twice.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    peripheral.written.length = 0;

    const writes = Array.from({ length: 50 }, (_, i) =>
      link.write(practice.store, bytes(i), i % 2 ? 'withResponse' : 'withoutResponse'),
    );
    const replies = await settled(clock, Promise.all(writes));
    await clock.run(milliseconds(100));
    expect(replies.filter(({ ok }) => !ok)).toEqual([]);
    expect(peripheral.written.map(([first]) => first)).toEqual(Array.from({ length: 50 }, (_, i) => i));
  });

  it('sends writeNext before fifty queued writes', async () => {
    const { clock, link, peripheral } = await connectedLink();
    const writes = Array.from({ length: 50 }, (_, i) => link.write(practice.store, bytes(i), 'withResponse'));
    await clock.run(milliseconds(5));
    const stop = link.writeNext(practice.store, bytes(255));
    await settled(clock, stop);
    expect(peripheral.written.map(([first]) => first)).toEqual([0, 255]);
    await settled(clock, Promise.all(writes));
    expect(peripheral.written).toHaveLength(51);
  });

  it('withdraws the waiting writes: none of them is sent', async () => {
    const { clock, link, peripheral } = await connectedLink();
    const writes = [1, 2, 3].map((value) => link.write(practice.store, bytes(value), 'withResponse'));
    link.withdrawWrites();
    const replies = await settled(clock, Promise.all(writes));
    await clock.run(milliseconds(500));
    expect(replies.map((reply) => (reply.ok ? 'sent' : reply.failure.kind))).toEqual([
      'sent',
      'withdrawn',
      'withdrawn',
    ]);
    expect(peripheral.written).toHaveLength(1);
  });

  it('keeps the echo of a read out of the notifications, but not the notifications that come meanwhile', async () => {
    const { clock, link } = await connectedLink();
    const heard: number[][] = [];
    link.notifications(practice.count).subscribe((value) => heard.push([...value]));
    await settled(clock, link.write(practice.count, bytes(2), 'withoutResponse'));
    expect(await settled(clock, link.read(practice.count))).toEqual({ ok: true, value: bytes(0, 0) });
    await clock.run(milliseconds(200));
    expect(heard).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it('refuses at once what it cannot do', async () => {
    const { clock, link, peripheral } = await practiceLink();
    expect(await link.read(practice.store)).toMatchObject({ ok: false, failure: { kind: 'notConnected' } });
    await settled(clock, link.connect());
    expect(await link.read(practice.batteryLevel)).toMatchObject({ ok: false, failure: { kind: 'missing' } });
    expect(() => link.notifications(practice.store)).toThrow(RangeError);
    const long = await settled(clock, link.write(practice.store, new Uint8Array(513), 'withResponse'));
    expect(long).toMatchObject({ ok: false, failure: { kind: 'failed' } });
    expect(peripheral.written).toEqual([]);
    expect((await settled(clock, link.write(practice.store, bytes(1), 'withResponse'))).ok).toBe(true);
  });
});

describe('a peripheral that is not the expected one', () => {
  const missing = {
    'a service': {
      profile: [...usedProfile, { uuid: practice.heartRate, characteristics: [] }],
      names: practice.heartRate,
    },
    'a characteristic': {
      profile: [
        {
          uuid: practice.service,
          characteristics: [{ uuid: practice.batteryLevel, properties: ['read'] as const }],
        },
      ],
      names: practice.batteryLevel,
    },
    'a property': {
      profile: practiceProfile.slice(0, 1).map((service) => ({
        ...service,
        characteristics: [{ uuid: practice.store, properties: ['notify'] as const }],
      })),
      names: 'notify',
    },
  };

  it.each(Object.entries(missing))(
    'lacking %s is rejected by name, disconnected and not retried',
    async (_, wanted) => {
      const { clock, link, peripheral, states } = await practiceLink({ profile: wanted.profile });
      const reply = await settled(clock, link.connect());
      expect(reply).toMatchObject({ ok: false, failure: { kind: 'missing' } });
      expect(JSON.stringify(reply)).toContain(wanted.names);
      await clock.run(milliseconds(30_000));
      expect(peripheral.links.size).toBe(0);
      expect(states.map((state) => state.split(' ')[0])).toEqual([
        'disconnected',
        'connecting',
        'disconnected',
      ]);
    },
  );
});

describe('services that appear late', () => {
  it('are waited for', async () => {
    const { clock, link } = await practiceLink({ platform: { servicesDelay: milliseconds(1500) } });
    expect(await settled(clock, link.connect())).toMatchObject({ ok: true });
    expect(clock.now()).toBeLessThan(3000);
  });

  it('count as missing after two seconds', async () => {
    const { clock, link } = await practiceLink({ platform: { servicesDelay: milliseconds(60_000) } });
    expect(await settled(clock, link.connect())).toMatchObject({ ok: false, failure: { kind: 'missing' } });
    expect(clock.now()).toBeLessThan(3000);
  });
});
