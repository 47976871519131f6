/** Boots that fail, and boots that answer wrongly, late or not at all. */

import { describe, expect, it } from 'vitest';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { watchUnhandledRejections } from '../../../unhandled.ts';
import { expectFree } from '../expect-free.ts';
import { SessionRig } from '../rig.ts';

watchUnhandledRejections();

describe('boots', () => {
  it('that reboot in the middle of a hold have vented, and the session ends with a report', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.boots.peripheral.reset();
    await rig.until(() => rig.session.glance.phase === 'ended', 30);
    expect(await rig.until(() => rig.kinds.includes('rebooted'), 2)).toBe(true);
    await expectFree(rig);
    expect(await rig.untilStartable()).toBe(true);
    rig.session.start();
    expect(await rig.until(() => rig.session.glance.phase === 'running', 30)).toBe(true);
  });

  it('that are stopped at their button end the session, and the page says so', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.boots.peripheral.pressButton();
    await rig.pass(1);
    expect(rig.session.glance.phase).toBe('ended');
    expect(rig.status.endReason).toBe('stoppedAtBoots');
    await expectFree(rig);
  });

  it('that have a fault start again only after a person has acknowledged it, and the page names the zone', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.boots.plant.inject({ kind: 'sensorDropout', zone: 7 });
    await rig.until(() => rig.session.glance.phase === 'ended', 120);
    const fault = rig.notices.find(({ kind }) => kind === 'fault');
    expect(fault).toMatchObject({ kind: 'fault', fault: 'sensor', side: 'right', part: 'calf' });
    await expectFree(rig);
    rig.session.start();
    await rig.pass(1);
    expect(rig.session.glance.phase).toBe('ended');
    rig.boots.plant.repair();
    rig.session.acknowledgeFault();
    await rig.pass(3);
    rig.session.start();
    expect(await rig.until(() => rig.session.glance.phase === 'running', 30)).toBe(true);
  });

  it('that send a damaged answer are read again, and the session goes on with a report', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.radio.faults.garbled = 3;
    await rig.pass(30);
    expect(rig.session.glance.phase).toBe('running');
    expect(rig.kinds).toContain('garbled');
  });

  it('that do not answer Start are read, and the session follows their state', async () => {
    const rig = new SessionRig();
    await rig.connect();
    rig.tap.fromBoots = (characteristic, value) =>
      characteristic === uuids.controlPoint && value[1] === 4 ? null : value;
    rig.session.start();
    await rig.until(() => rig.highest > 30, 120);
    expect(rig.session.glance.phase).toBe('running');
    expect(
      rig.tap.written.filter(
        ({ characteristic, value }) => characteristic === uuids.controlPoint && value[0] === 4,
      ),
    ).toHaveLength(1);
  });

  it('that do not answer Pause are not sent Pause twice', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.tap.fromBoots = (characteristic, value) => (characteristic === uuids.controlPoint ? null : value);
    rig.session.pause();
    await rig.pass(4);
    expect(rig.session.glance.phase).toBe('paused');
    expect(
      rig.tap.written.filter(
        ({ characteristic, value }) => characteristic === uuids.controlPoint && value[0] === 5,
      ),
    ).toHaveLength(1);
  });

  it('that answer nothing during preparation are stopped, with a report', async () => {
    const rig = new SessionRig();
    await rig.connect();
    rig.tap.fromBoots = () => null;
    rig.session.start();
    await rig.pass(40);
    expect(rig.session.glance.phase).not.toBe('preparing');
    expect(rig.stops).toBeGreaterThan(0);
    expect(rig.session.glance.notice).not.toBe(null);
    expect(rig.highest).toBeLessThan(20);
  });

  it('that turn out to be something else are refused with a message, and nothing is sent', async () => {
    const rig = new SessionRig();
    rig.tap.fromBoots = (characteristic, value) =>
      characteristic === uuids.feature ? new Uint8Array(44) : value;
    await rig.connect();
    expect(rig.session.glance.link).toBe('none');
    expect(rig.kinds).toEqual(['notBoots']);
    expect(rig.tap.written).toEqual([]);
  });

  it('of another major version are refused with a clear message', async () => {
    const rig = new SessionRig();
    rig.tap.fromBoots = (characteristic, value) => {
      if (characteristic !== uuids.feature) return value;
      const other = value.slice();
      other[0] = 2;
      return other;
    };
    await rig.connect();
    expect(rig.notices).toMatchObject([{ kind: 'wrongVersion', theirs: '2.0' }]);
  });
});

describe('the battery of the boots', () => {
  it('that runs empty ends the session: the air goes out, and the page says it once they have power again', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.boots.plant.inject({ kind: 'emptyBattery' });
    await rig.pass(9);
    expect(rig.highest).toBeLessThan(20);
    expect(rig.session.glance.link).toBe('reconnecting');
    expect(rig.kinds).toContain('linkLost');
    rig.boots.plant.repair('emptyBattery');
    rig.boots.peripheral.reset();
    expect(await rig.until(() => rig.session.glance.phase === 'ended', 60)).toBe(true);
    expect(rig.status.endReason).toBe('rebooted');
    expect(rig.kinds).toContain('rebooted');
    expect(await rig.untilStartable()).toBe(true);
  });

  it('whose charge is not known is not called low, and the session goes on', async () => {
    const rig = new SessionRig({ boots: { plant: { faults: [{ kind: 'chargeUnknown' }] } } });
    await rig.run();
    await rig.pass(20);
    expect(rig.session.glance.phase).toBe('running');
    expect(rig.status.battery).toBeNull();
    expect(rig.kinds).toEqual([]);
  });
});

it.each([50, 70, 250])('boots with a sample period of %i ms are followed like any other', async (period) => {
  const rig = new SessionRig({ boots: { firmware: { samplePeriod: milliseconds(period) } } });
  const measured: { readonly at: number; readonly foot: number }[] = [];
  const truth = new Map<number, number>();
  rig.boots.observe((_, plant, firmware) => truth.set(firmware.clock, plant.pressure(0)));
  rig.session.telemetry.subscribe(({ clock, samples }) =>
    samples.forEach(({ pressures }, i) => {
      const foot = pressures[0];
      if (foot !== null && foot !== undefined) measured.push({ at: clock + i * period, foot });
    }),
  );
  await rig.run();
  await rig.pass(30);
  expect(rig.session.glance.phase).toBe('running');
  expect(rig.kinds).toEqual([]);
  expect(measured.length * period).toBeGreaterThan(30_000);
  const far = measured.filter(({ at, foot }) => {
    const near = truth.get(Math.round(at / 20) * 20);
    return near === undefined || Math.abs(near - foot) > 8;
  });
  expect(far).toEqual([]);
});
