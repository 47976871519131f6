import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { strictPlatform } from '../../../src/simulator/bluetooth/platform.ts';
import { practice } from '../../contract/practice-peripheral.ts';
import { settled } from '../../contract/settled.ts';
import { watchUnhandledRejections } from '../../unhandled.ts';
import { bytes, connectedLink, kindOf, lostOnce, practiceLink, stateNames } from './practice-link.ts';

watchUnhandledRejections();

describe('a link that is ended', () => {
  it('on purpose stays down, and its operations fail', async () => {
    const { clock, link, peripheral, states } = await connectedLink();
    const replies = [1, 2].map((value) => link.write(practice.store, bytes(value), 'withResponse'));
    link.disconnect();
    expect((await settled(clock, Promise.all(replies))).map(kindOf)).toEqual(['failed', 'notConnected']);
    await clock.run(milliseconds(30_000));
    expect(peripheral.links.size).toBe(0);
    expect(stateNames(states)).toEqual(['disconnected', 'connecting', 'connected', 'disconnected']);
    expect(kindOf(await settled(clock, link.connect()))).toBe('ok');
  });

  it('while connecting does not come up later, although the platform keeps connecting', async () => {
    const { clock, link, peripheral, device, states } = await practiceLink();
    const connecting = link.connect();
    await clock.run(milliseconds(50));
    link.disconnect();
    expect(kindOf(await settled(clock, connecting))).toBe('notConnected');
    await clock.run(milliseconds(30_000));
    expect([device.gatt?.connected, peripheral.links.size]).toEqual([false, 0]);
    expect(stateNames(states)).toEqual(['disconnected', 'connecting', 'disconnected']);
  });

  it('while waiting to reconnect is not tried again', async () => {
    const { clock, link, radio, peripheral } = await connectedLink();
    radio.lose();
    link.disconnect();
    await clock.run(milliseconds(30_000));
    expect(peripheral.links.size).toBe(0);
  });

  it('because something hangs gives the reason to pending operations, and reconnects', async () => {
    const { clock, link, states } = await connectedLink();
    const replies = [1, 2].map((value) => link.write(practice.store, bytes(value), 'withResponse'));
    link.abandon({ kind: 'unreadable' });
    for (const reply of await settled(clock, Promise.all(replies))) {
      expect(reply).toMatchObject({ ok: false, failure: { cause: { kind: 'unreadable' } } });
    }
    await clock.run(milliseconds(5000));
    expect(stateNames(states)).toEqual(lostOnce);
  });
});

describe('connecting', () => {
  it('to boots out of reach fails with a message, and is not retried by itself', async () => {
    const { clock, link, radio, states } = await practiceLink();
    radio.faults.unreachable = true;
    const reply = await settled(clock, link.connect());
    expect(reply).toEqual({
      ok: false,
      failure: {
        kind: 'failed',
        cause: { kind: 'link', detail: 'NetworkError: Connection attempt failed.', during: 'connect' },
      },
    });
    await clock.run(milliseconds(30_000));
    expect(stateNames(states)).toEqual(['disconnected', 'connecting', 'disconnected']);
  });

  it('that takes too long fails, and a late connection is closed', async () => {
    const connectTime = milliseconds(15_000);
    const { clock, link, peripheral, device } = await practiceLink({ link: { connectTime } });
    expect(kindOf(await settled(clock, link.connect()))).toBe('timedOut');
    expect(clock.now()).toBe(10_000);
    await clock.run(milliseconds(20_000));
    expect([device.gatt?.connected, peripheral.links.size]).toEqual([false, 0]);
  });

  it('that hangs in discovery or while subscribing fails', async () => {
    for (const after of [0, 3]) {
      const { clock, link, radio, peripheral, states } = await practiceLink();
      const connecting = link.connect();
      await clock.runUntil(() => peripheral.links.size > 0, milliseconds(5000));
      await clock.run(milliseconds(after * 60));
      radio.faults.swallowed = 1;
      expect(kindOf(await settled(clock, connecting))).toBe('timedOut');
      expect(stateNames(states).at(-1)).toBe('disconnected');
      await clock.run(strictPlatform.disconnectTime);
      expect(peripheral.links.size).toBe(0);
      expect(kindOf(await settled(clock, link.connect()))).toBe('ok');
    }
  });
});

describe('connecting right after disconnecting, where disconnecting takes two seconds', () => {
  const platform = { disconnectTime: milliseconds(2000) };

  it('does not rely on the old link: its drop fails the first attempt, and the next one succeeds', async () => {
    const { clock, link, states } = await connectedLink({ platform });
    link.disconnect();
    await clock.run(milliseconds(100));
    expect(kindOf(await settled(clock, link.connect()))).toBe('failed');
    expect(kindOf(await settled(clock, link.connect()))).toBe('ok');
    await clock.run(milliseconds(10_000));
    expect(stateNames(states)).toEqual([
      'disconnected',
      'connecting',
      'connected',
      'disconnected',
      'connecting',
      'disconnected',
      'connecting',
      'connected',
    ]);
  });

  it('treats a second drop of an established link as one more loss', async () => {
    const { clock, link, radio, states } = await connectedLink({ platform });
    radio.faults.swallowed = 1;
    await settled(clock, link.read(practice.store));
    await clock.run(milliseconds(10_000));
    expect(stateNames(states).slice(-2)).toEqual(['reconnecting', 'connected']);
    expect(kindOf(await settled(clock, link.read(practice.store)))).toBe('ok');
  });
});
