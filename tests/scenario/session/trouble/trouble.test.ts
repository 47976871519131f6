import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { SingleBoots } from '../../../../src/boots/single-boots.ts';
import { watchUnhandledRejections } from '../../../unhandled.ts';
import { SessionRig } from '../rig.ts';

watchUnhandledRejections();

/** Expects every zone to be free within 7 s of the stop. */
async function expectFree(rig: SessionRig): Promise<void> {
  await rig.pass(7);
  expect(rig.highest).toBeLessThan(20);
}

describe('stop', () => {
  it('empties every zone while a timeline uploads and telemetry runs', async () => {
    const rig = new SessionRig();
    await rig.connect();
    rig.session.setMinutes(30);
    rig.session.start();
    await rig.until(
      () => rig.session.glance.preparing === 'loading' || rig.session.glance.phase === 'running',
      20,
    );
    const before = rig.tap.written.length;
    rig.session.stop();
    await rig.pass(0.3);
    const next = rig.tap.written.slice(before).findIndex(({ value }) => value[0] === 1);
    expect(next).toBeGreaterThanOrEqual(0);
    expect(next).toBeLessThanOrEqual(1);
    await expectFree(rig);
    expect(rig.kinds).toEqual([]);
  });

  it('works in every phase, and a second press does no harm', async () => {
    for (const at of ['control', 'prepare', 'zeroing', 'loading', 'starting', 'running'] as const) {
      const rig = new SessionRig();
      await rig.connect();
      rig.session.start();
      const there = () =>
        at === 'running' ? rig.session.glance.phase === 'running' : rig.session.glance.preparing === at;
      expect(await rig.until(there, 30), at).toBe(true);
      rig.session.stop();
      rig.session.stop();
      await rig.pass(3);
      expect(['idle', 'ended'], `stopped at ${at}`).toContain(rig.session.glance.phase);
      expect(rig.status.therapy).toBe('stopped');
      rig.session.start();
      expect(await rig.until(() => rig.session.glance.phase === 'running', 30), `again after ${at}`).toBe(
        true,
      );
    }
  });

  it('is repeated until the boots acknowledge it, and the page says so if they do not', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.tap.fromBoots = () => null;
    rig.session.stop();
    await rig.pass(2);
    expect(rig.stops).toBeGreaterThan(2);
    expect(rig.kinds).toContain('stopNotConfirmed');
    expect(rig.highest).toBeLessThan(40);
    rig.tap.fromBoots = (_, value) => value;
    await rig.until(() => rig.session.glance.phase === 'ended', 20);
    expect(rig.session.glance.phase).toBe('ended');
    expect(rig.session.glance.notice?.kind).not.toBe('stopNotConfirmed');
  });

  it('withdraws every waiting command', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.tap.fromBoots = (characteristic, value) => (characteristic === uuids.controlPoint ? null : value);
    for (const input of [40, 38, 36]) rig.session.setIntensity(mmhg(input));
    rig.session.pause();
    await rig.pass(0.2);
    rig.session.stop();
    await rig.pass(6);
    const sent = rig.tap.written.filter(({ characteristic }) => characteristic === uuids.controlPoint);
    const stop = sent.findIndex(({ value }) => value[0] === 1);
    expect(stop).toBeGreaterThan(0);
    expect(sent.slice(stop).every(({ value }) => value[0] === 1)).toBe(true);
    expect(rig.session.glance.phase).toBe('ended');
  });

  it('does not wait for an operation that hangs', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.radio.faults.swallowed = 1;
    rig.session.pause();
    await rig.pass(0.1);
    rig.session.stop();
    await rig.until(() => rig.stops > 0, 10);
    expect(rig.stops).toBeGreaterThan(0);
    await expectFree(rig);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('a bug');
      },
    ],
    ['rejects', () => Promise.reject(new Error('a bug'))],
  ])('is sent again by the next ticks if sending it %s', async (_, fails) => {
    const rig = new SessionRig();
    await rig.run();
    const stop = vi.spyOn(SingleBoots.prototype, 'stop');
    onTestFinished(() => stop.mockRestore());
    for (let time = 0; time < 4; time++) stop.mockImplementationOnce(fails);
    rig.session.stop();
    await rig.pass(1);
    expect(stop.mock.calls.length).toBeLessThan(6);
    await rig.until(() => rig.session.glance.phase === 'ended', 9);
    expect(rig.status.endReason).toBe('stoppedByController');
    await expectFree(rig);
  });

  it('requested without a link, is the first thing sent when the link is back', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.radio.faults.unreachable = true;
    rig.radio.lose();
    await rig.pass(1);
    rig.session.stop();
    await rig.pass(3);
    expect(rig.kinds).toContain('stopNotConfirmed');
    rig.radio.faults.unreachable = false;
    await rig.until(() => rig.session.glance.phase === 'ended', 20);
    expect(rig.status.endReason).toBe('stoppedByController');
    await expectFree(rig);
  });
});

describe('disconnecting', () => {
  it('while connecting is final: if the boots answer later, they are disconnected', async () => {
    const rig = new SessionRig();
    rig.session.connect();
    await rig.pass(0.4);
    expect(rig.session.glance.link).toBe('connecting');
    rig.session.disconnect();
    await rig.pass(10);
    expect(rig.session.glance).toMatchObject({ link: 'none', boots: null });
    expect(rig.boots.peripheral.linksOpen).toBe(0);
    await rig.connect();
    expect(rig.session.glance.link).toBe('connected');
    expect(rig.boots.peripheral.linksOpen).toBe(1);
  });
});

describe('a lost link', () => {
  it('lets the boots play the keyframes that they hold; the session finds them again and repeats nothing', async () => {
    const rig = new SessionRig();
    await rig.run();
    const starts = () =>
      rig.tap.written.filter(
        ({ characteristic, value }) =>
          characteristic === uuids.controlPoint && [3, 4].includes(value[0] ?? 0),
      ).length;
    const before = starts();
    rig.radio.faults.unreachable = true;
    rig.radio.lose();
    await rig.pass(20);
    expect(rig.session.glance.link).toBe('reconnecting');
    expect(rig.session.glance.notice).toEqual({ kind: 'linkLost', playingOn: true });
    rig.radio.faults.unreachable = false;
    await rig.until(() => rig.session.glance.link === 'connected', 20);
    await rig.pass(5);
    expect(rig.session.glance.phase).toBe('running');
    expect(rig.session.glance.notice).toBe(null);
    expect(starts()).toBe(before);
    await rig.until(() => rig.session.glance.phase === 'ended', 1200);
    expect(rig.status.endReason).toBe('finished');
  });

  it('makes boots with little memory vent by themselves, and the page says why', async () => {
    const rig = new SessionRig({ boots: { capacity: 12 } });
    await rig.run();
    rig.radio.faults.unreachable = true;
    rig.radio.lose();
    await rig.until(() => rig.highest < 5, 180);
    expect(rig.highest).toBeLessThan(5);
    rig.radio.faults.unreachable = false;
    await rig.until(() => rig.session.glance.phase === 'ended', 60);
    expect(rig.status.endReason).toBe('ranDry');
  });
});

describe('boots that fail', () => {
  it('by rebooting in the middle of a hold have vented, and the session ends with a report', async () => {
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

  it('by being stopped at their button end the session, which says so', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.boots.peripheral.pressButton();
    await rig.pass(1);
    expect(rig.session.glance.phase).toBe('ended');
    expect(rig.status.endReason).toBe('stoppedAtBoots');
    await expectFree(rig);
  });

  it('with a fault are named with the zone, and start again only after a person has acknowledged it', async () => {
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
});

describe('boots that answer wrongly, late or not at all', () => {
  it('once with a damaged answer are read again, and the session goes on with a report', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.radio.faults.garbled = 3;
    await rig.pass(30);
    expect(rig.session.glance.phase).toBe('running');
    expect(rig.kinds).toContain('garbled');
  });

  it('not at all to Start are read, and the session follows their state', async () => {
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

  it('not at all to Pause are not sent Pause twice', async () => {
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

  it('not at all during preparation are stopped, with a report', async () => {
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

  it('because they are not boots at all are refused with a message, and nothing is sent', async () => {
    const rig = new SessionRig();
    rig.tap.fromBoots = (characteristic, value) =>
      characteristic === uuids.feature ? new Uint8Array(44) : value;
    await rig.connect();
    expect(rig.session.glance.link).toBe('none');
    expect(rig.kinds).toEqual(['notBoots']);
    expect(rig.tap.written).toEqual([]);
  });

  it('with another major version are refused with a clear message', async () => {
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
