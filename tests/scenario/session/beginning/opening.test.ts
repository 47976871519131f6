/**
 * Bluetooth with the quirks of an unpatched BlueZ: boots still connect at the first try, and again after a
 * disconnect. And the page reports a start that was cancelled.
 */

import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { Preparing } from '../../../../src/session/regions/therapy.ts';
import type { Platform } from '../../../../src/simulator/bluetooth/platform.ts';
import { watchUnhandledRejections } from '../../../unhandled.ts';
import { PairRig } from '../../pair/rig.ts';
import { SessionRig } from '../rig.ts';

watchUnhandledRejections();

const asSlowAsBluez: Partial<Platform> = { disconnectTime: milliseconds(2000) };

describe('pairing', () => {
  const platforms: Readonly<Record<string, Partial<Platform>>> = {
    'services come late': { servicesDelay: milliseconds(120) },
    'services come very late': { servicesDelay: milliseconds(1800) },
    'the first connection is not signalled': { unsignalled: 1 },
    'the first connection is not signalled, and disconnecting takes two seconds': {
      ...asSlowAsBluez,
      unsignalled: 1,
    },
    'a link is not signalled for as long as it lives': { ...asSlowAsBluez, unsignalled: 2 },
    'the one after it is not signalled either': { ...asSlowAsBluez, unsignalled: 3 },
  };

  it.each(Object.entries(platforms))('succeeds at the first try if %s', async (_, platform) => {
    const rig = new SessionRig({ platform });
    await rig.run();
    expect(rig.kinds).toEqual([]);
  });

  it('succeeds even though the link from before the page was reloaded refuses notifications until it ends', async () => {
    const rig = new SessionRig({ platform: asSlowAsBluez });
    rig.radio.faults.refuses = 'whatIsAnswered';
    rig.clock.after(milliseconds(2000), () => {
      rig.radio.faults.refuses = 'nothing';
    });
    await rig.run();
    expect(rig.kinds).toEqual([]);
  });

  it('succeeds at the first try with both boots of a pair, too', async () => {
    const rig = new PairRig({ platform: { ...asSlowAsBluez, unsignalled: 1 } });
    await rig.run();
    expect(rig.kinds).toEqual([]);
  });

  it('with a device that is not boots says so within three seconds', async () => {
    const rig = new SessionRig({ platform: { servicesDelay: milliseconds(60_000) } });
    rig.session.connect();
    expect(await rig.until(() => rig.kinds.includes('notBoots'), 4)).toBe(true);
  });

  it('with boots out of reach says so at once, even if a link to them is left over', async () => {
    const rig = new SessionRig();
    rig.radio.faults.unreachable = true;
    await rig.connect();
    expect(rig.kinds).toEqual(['couldNotConnect']);
    expect(rig.clock.now()).toBeLessThan(3000);
    expect(rig.boots.peripheral.linksOpen).toBe(0);
  });
});

describe('boots that are disconnected and paired again at once', () => {
  it.each([0, 0.3, 1, 1.9, 2.5])('%f s later: the session starts, and runs on', async (after) => {
    const rig = new SessionRig({ platform: asSlowAsBluez });
    await rig.connect();
    rig.session.start();
    await rig.until(() => rig.session.glance.phase === 'running', 30);
    rig.session.stop();
    await rig.until(() => rig.session.glance.phase === 'ended', 10);
    rig.session.disconnect();
    await rig.pass(after);
    await rig.run();
    expect(rig.session.glance).toMatchObject({ phase: 'running', link: 'connected' });
    expect(rig.kinds).toEqual([]);
    await rig.pass(10);
    expect(rig.kinds).toEqual([]);
  });

  it('accept the token that they gave before: the page does not say that somebody else controls them', async () => {
    const rig = new SessionRig({ platform: asSlowAsBluez });
    await rig.run();
    rig.session.stop();
    await rig.until(() => rig.session.glance.phase === 'ended', 10);
    for (let i = 0; i < 3; i++) {
      rig.session.disconnect();
      await rig.connect();
      rig.session.start();
      expect(await rig.until(() => rig.session.glance.phase === 'running', 40), `${i}`).toBe(true);
      rig.session.stop();
      await rig.until(() => rig.session.glance.phase === 'ended', 10);
    }
    expect(rig.kinds).toEqual([]);
  });
});

describe('a start cancelled because the link is lost', () => {
  const steps: readonly Preparing[] = ['control', 'prepare', 'zeroing', 'loading', 'starting'];

  it.each(steps)(
    'is reported while it is %s, and commands that were already sent have no effect',
    async (step) => {
      const rig = new SessionRig();
      await rig.connect();
      rig.session.start();
      expect(await rig.until(() => rig.session.glance.preparing === step, 30)).toBe(true);
      rig.radio.lose();
      expect(await rig.until(() => rig.session.glance.phase !== 'preparing', 10)).toBe(true);
      await rig.pass(10);
      const { phase, notice } = rig.session.glance;
      expect(phase === 'running' || notice?.kind === 'notBegun', `${phase}, ${notice?.kind}`).toBe(true);
      if (phase !== 'running') expect(rig.highest).toBeLessThan(20);
    },
  );

  it('is reported for a pair too', async () => {
    const rig = new PairRig();
    await rig.connect();
    rig.session.start();
    expect(await rig.until(() => rig.session.glance.preparing === 'zeroing', 30)).toBe(true);
    rig.radio('right').faults.unreachable = true;
    rig.radio('right').lose();
    await rig.pass(15);
    rig.radio('right').faults.unreachable = false;
    expect(await rig.until(() => rig.session.glance.phase === 'idle', 60)).toBe(true);
    expect(rig.session.glance).toMatchObject({ phase: 'idle', notice: { kind: 'notBegun' } });
  });
});
