/** Links that the person closes, and links that are lost during a session. */

import { describe, expect, it } from 'vitest';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import { project } from '../../../../src/session/reading/project.ts';
import { watchUnhandledRejections } from '../../../unhandled.ts';
import { SessionRig } from '../rig.ts';

watchUnhandledRejections();

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

describe('a link lost while the legs are released after a Stop', () => {
  it('leaves the last pressures on screen, shown as old, until the boots are heard again', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.session.stop();
    expect(await rig.until(() => rig.session.glance.phase === 'ended', 5)).toBe(true);
    rig.radio.faults.unreachable = true;
    rig.radio.lose();
    const view = () => project(rig.session.states.value);
    expect(Math.max(...view().legs.left.map(({ pressure }) => pressure ?? 0))).toBeGreaterThan(15);
    await rig.pass(3);
    expect(view().stale).toBe(true);
    await rig.pass(5);
    expect(view().stale).toBe(true);
    rig.radio.faults.unreachable = false;
    expect(await rig.until(() => !view().stale, 30)).toBe(true);
    expect(Math.max(...view().legs.left.map(({ pressure }) => pressure ?? 0))).toBeLessThan(15);
  });

  it('does not make pressures old that were released before', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.session.stop();
    await rig.pass(40);
    rig.radio.faults.unreachable = true;
    rig.radio.lose();
    await rig.pass(60);
    expect(project(rig.session.states.value).stale).toBe(false);
  });
});
