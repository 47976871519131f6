/** A link that the person closes, and one that is lost during a session. */

import { describe, expect, it } from 'vitest';
import { uuids } from '../../../../firmware-protocol/profile.ts';
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
