import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { openLink } from '../../../src/gatt/gatt-link.ts';
import { lenientPlatform, strictPlatform } from '../../../src/simulator/bluetooth/platform.ts';
import { practice } from '../../contract/practice-peripheral.ts';
import { settled } from '../../contract/settled.ts';
import { watchUnhandledRejections } from '../../unhandled.ts';
import {
  bytes,
  connectedLink,
  kindOf,
  lostOnce,
  practiceLink,
  stateNames,
  usedProfile,
} from './practice-link.ts';

watchUnhandledRejections();

const DISCONNECTING = strictPlatform.disconnectTime;

describe('an operation that is never answered', () => {
  it('ends at its deadline with a disconnect, and the link reconnects', async () => {
    const { clock, link, radio, peripheral, states } = await connectedLink();
    const start = clock.now();
    radio.faults.swallowed = 1;
    const reply = await settled(clock, link.read(practice.store));
    expect(kindOf(reply)).toBe('timedOut');
    expect(clock.now() - start).toBe(2000);
    await clock.run(DISCONNECTING);
    expect(peripheral.links.size, 'links open after the deadline').toBe(0);
    await clock.run(milliseconds(2000));
    expect(stateNames(states)).toEqual(lostOnce);
    expect(kindOf(await settled(clock, link.read(practice.store)))).toBe('ok');
  });

  it('is not repeated after the reconnect, nor is what waited behind it, except writeNext', async () => {
    const { clock, link, radio, peripheral } = await connectedLink();
    radio.faults.unanswered = 1;
    const replies = [1, 2, 3].map((value) => link.write(practice.store, bytes(value), 'withResponse'));
    const next = link.writeNext(practice.store, bytes(4));
    expect((await settled(clock, Promise.all(replies))).map(kindOf)).toEqual([
      'timedOut',
      'notConnected',
      'notConnected',
    ]);
    expect(kindOf(await next)).toBe('notConnected');
    await clock.run(milliseconds(10_000));
    expect(peripheral.written).toEqual([bytes(1), bytes(4)]);
  });

  it('blocks nothing beyond its deadline', async () => {
    const { clock, link, radio } = await connectedLink({ deadline: milliseconds(300) });
    radio.faults.swallowed = 1;
    const start = clock.now();
    const hanging = link.write(practice.store, bytes(1), 'withoutResponse');
    const stop = link.writeNext(practice.store, bytes(2));
    expect([kindOf(await settled(clock, hanging)), kindOf(await settled(clock, stop))]).toEqual([
      'timedOut',
      'notConnected',
    ]);
    expect(clock.now() - start).toBe(300);
  });

  it('is ignored when its answer comes late', async () => {
    const { clock, link, radio } = await connectedLink();
    radio.faults.delay = milliseconds(1500);
    expect(kindOf(await settled(clock, link.read(practice.store)))).toBe('timedOut');
    radio.faults.delay = milliseconds(0);
    await clock.run(milliseconds(5000));
    expect(kindOf(await settled(clock, link.read(practice.store)))).toBe('ok');
  });
});

describe('a read that hangs', () => {
  it('holds back the notifications of its characteristic no longer than its connection lives', async () => {
    const { clock, link, radio } = await connectedLink({ platform: lenientPlatform });
    const heard: number[] = [];
    link.notifications(practice.count).subscribe((value) => heard.push(value[0] ?? -1));
    radio.faults.swallowed = 1;
    const unread = await settled(clock, link.read(practice.count));
    expect(kindOf(unread)).toBe('timedOut');
    expect(unread).toMatchObject({ failure: { cause: { kind: 'noAnswer', during: 'read' } } });
    await settled(clock, link.connect());
    await settled(clock, link.write(practice.count, bytes(2), 'withResponse'));
    await clock.run(milliseconds(200));
    expect(heard).toEqual([0, 1]);
  });
});

describe('a link that is lost', () => {
  it('during an operation leaves the outcome unknown and sends nothing behind it', async () => {
    const { clock, link, radio, peripheral } = await connectedLink();
    const replies = [1, 2].map((value) => link.write(practice.store, bytes(value), 'withResponse'));
    await clock.run(milliseconds(5));
    radio.lose();
    expect((await settled(clock, Promise.all(replies))).map(kindOf)).toEqual(['failed', 'notConnected']);
    await clock.run(milliseconds(10_000));
    expect(peripheral.written).toEqual([]);
  });

  it('is retried after 0.25, 0.5, 1, 2, 4, 4 s, until it succeeds', async () => {
    const connectTime = milliseconds(100);
    const { clock, radio, states } = await connectedLink({ link: { connectTime } });
    const opened: number[] = [];
    const open = radio.peripheral.open.bind(radio.peripheral);
    radio.peripheral.open = () => {
      opened.push(clock.now() - start);
      return null;
    };
    const start = clock.now();
    radio.lose();
    await clock.run(milliseconds(13_000));
    expect(opened).toEqual([350, 950, 2050, 4150, 8250, 12350]);
    radio.peripheral.open = open;
    await clock.run(milliseconds(5000));
    expect(stateNames(states)).toEqual(lostOnce);
  });

  it('reconnects at once when asked', async () => {
    const { clock, link, radio } = await connectedLink();
    radio.faults.unreachable = true;
    radio.lose();
    await clock.run(milliseconds(9000));
    radio.faults.unreachable = false;
    const start = clock.now();
    expect(kindOf(await settled(clock, link.connect()))).toBe('ok');
    expect(clock.now() - start).toBeLessThan(1000);
  });

  it('delivers notifications again after the reconnect, each once', async () => {
    const { clock, link, radio } = await connectedLink();
    const heard: number[][] = [];
    link.notifications(practice.count).subscribe((value) => heard.push([...value]));
    for (let i = 0; i < 3; i++) {
      radio.lose();
      await clock.run(milliseconds(2000));
    }
    await settled(clock, link.write(practice.count, bytes(2), 'withResponse'));
    await clock.run(milliseconds(200));
    expect(heard).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it('delivers notifications where the platform reports them at objects of earlier links, each once', async () => {
    const { clock, link, device, radio } = await connectedLink();
    link.disconnect();
    await clock.run(DISCONNECTING);
    const second = openLink(device, { clock, profile: usedProfile, listen: [practice.ask, practice.count] });
    const heard: number[][] = [];
    second.notifications(practice.count).subscribe((value) => heard.push([...value]));
    await settled(clock, second.connect());
    radio.lose();
    await clock.run(milliseconds(2000));
    await settled(clock, second.write(practice.count, bytes(1), 'withResponse'));
    await clock.run(milliseconds(200));
    expect(heard).toEqual([[0, 1]]);
  });

  it('delivers nothing that the peripheral sends on a link that was ended', async () => {
    const { clock, link, peripheral } = await connectedLink({
      platform: { disconnectTime: milliseconds(2000) },
    });
    const heard: number[][] = [];
    link.notifications(practice.count).subscribe((value) => heard.push([...value]));
    link.abandon({ kind: 'unreadable' });
    for (const central of peripheral.links) central.notify(practice.count, bytes(1, 1));
    await clock.run(milliseconds(150));
    expect(heard).toEqual([]);
  });

  it('during the first setup counts as not connected', async () => {
    const { clock, link, radio, peripheral, states } = await practiceLink();
    const connecting = link.connect();
    await clock.runUntil(() => peripheral.links.size > 0, milliseconds(5000));
    await clock.run(milliseconds(50));
    radio.lose();
    expect(kindOf(await settled(clock, connecting))).toBe('failed');
    await clock.run(milliseconds(10_000));
    expect(stateNames(states)).toEqual(['disconnected', 'connecting', 'disconnected']);
  });

  it('is not lost twice when the platform reports it late', async () => {
    const { clock, device, states } = await connectedLink();
    device.dispatchEvent(new Event('gattserverdisconnected'));
    await clock.run(milliseconds(5000));
    expect(stateNames(states)).toEqual(['disconnected', 'connecting', 'connected']);
  });

  it('because the peripheral disconnected reconnects too', async () => {
    const { clock, link, peripheral, states } = await connectedLink();
    await settled(clock, link.write(practice.leave, bytes(1), 'withoutResponse'));
    await clock.run(milliseconds(5000));
    expect(stateNames(states)).toEqual(lostOnce);
    expect(peripheral.links.size).toBe(1);
  });
});
