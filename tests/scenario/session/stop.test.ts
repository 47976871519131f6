/** Stop empties the zones in several phases, and reaches boots whose link is busy, hangs, or was lost. */

import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { SingleBoots } from '../../../src/boots/single-boots.ts';
import { watchUnhandledRejections } from '../../unhandled.ts';
import { expectFree } from './expect-free.ts';
import { SessionRig } from './rig.ts';

watchUnhandledRejections();

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
