/** The browser takes back this page's permission to use the boots: at a session, at rest, and before they are connected. */

import { describe, expect, it } from 'vitest';
import { requestBoots } from '../../../../src/gatt/choose-device.ts';
import { project } from '../../../../src/session/reading/project.ts';
import { words } from '../../../../src/words/in-use.ts';
import { PairRig } from '../../pair/rig.ts';
import { SessionRig } from '../rig.ts';

const said = (rig: SessionRig | PairRig): string => {
  const { notice, boots } = project(rig.session.states.value);
  if (!notice) return '';
  const { title, advice } = words.notice(notice, boots);
  return [title, ...advice].join('\n');
};

async function forget(rig: SessionRig | PairRig, name: string): Promise<void> {
  const device = (await rig.bluetooth.getDevices()).find((one) => one.name === name);
  if (!device) throw new Error('the page has no such boots');
  await device.forget();
}

describe('boots that the browser forgets', () => {
  it('during a session are told from boots out of reach, with what to do, until the page may use them again', async () => {
    const rig = new SessionRig();
    await rig.run();
    await forget(rig, rig.boots.peripheral.name);
    await rig.pass(5);
    for (let i = 0; i < 20; i++) {
      await rig.pass(1);
      expect(rig.session.glance.notice).toEqual({ kind: 'permissionLost', session: 'playing' });
      expect(said(rig)).toMatch(/To stop now: press the button.*Reload the page, then pair/s);
      expect(said(rig)).not.toContain('looking for');
    }
    await requestBoots(rig.bluetooth);
    await rig.pass(10);
    expect(rig.session.glance).toMatchObject({ link: 'connected', phase: 'running', notice: null });
  });

  it('at rest are told of too, and a Stop that cannot be sent is not hidden behind that', async () => {
    const rig = new SessionRig();
    await rig.connect();
    await forget(rig, rig.boots.peripheral.name);
    await rig.pass(3);
    expect(rig.session.glance.notice).toEqual({ kind: 'permissionLost', session: 'none' });
    rig.session.stop();
    await rig.pass(2);
    expect(rig.session.glance.notice?.kind).toBe('stopNotConfirmed');
  });

  it('are told of if they are one boot of a pair', async () => {
    const rig = new PairRig({ zones: 3 });
    await rig.run();
    await forget(rig, rig.right.peripheral.name);
    await rig.pass(4);
    expect(rig.session.glance.notice?.kind).toBe('permissionLost');
    expect(said(rig)).toMatch(/Stop may reach only one boot, or none.*To stop both now.*Reload the page/s);
    expect(said(rig)).not.toMatch(/cannot be sent|within/);
    rig.session.stop();
    await rig.pass(5);
    expect(rig.left.plant.pressure(0)).toBeLessThan(5);
  });

  it('before they were connected cannot be connected, and the page says to choose them again, at once', async () => {
    const rig = new SessionRig({
      session: {
        choose: async () => {
          const chosen = await requestBoots(rig.bluetooth);
          if (!chosen.ok) throw new Error(chosen.detail);
          await chosen.device.forget();
          return { ok: true, devices: [chosen.device], simulated: false };
        },
      },
    });
    rig.boots.start();
    rig.session.connect();
    expect(await rig.until(() => rig.session.glance.link === 'none', 2)).toBe(true);
    expect(rig.session.glance.notice).toEqual({ kind: 'notPermitted' });
    expect(said(rig)).toContain('choose them in the browser’s list');
  });
});

describe('boots that cannot be connected for another reason', () => {
  it.each([
    ['NetworkError', 'Bluetooth Device is no longer in range.'],
    ['NotFoundError', 'Bluetooth adapter not available.'],
    ['NetworkError', 'Connection attempt failed.'],
  ])('are not said to be forbidden: %s, %s', async (name, message) => {
    const rig = new SessionRig();
    await rig.run();
    const [device] = await rig.bluetooth.getDevices();
    if (!device?.gatt) throw new Error('no boots');
    device.gatt.connect = () => Promise.reject(new DOMException(message, name));
    rig.radio.lose();
    await rig.pass(10);
    expect(rig.session.glance.notice).toEqual({ kind: 'linkLost', playingOn: true });
    expect(rig.kinds).not.toContain('permissionLost');
  });

  it('are not said to be forbidden if they are out of reach', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.radio.faults.unreachable = true;
    rig.radio.lose();
    await rig.pass(10);
    expect(said(rig)).toContain('looking for them');
    expect(rig.kinds).not.toContain('permissionLost');
  });
});
