/**
 * Notifications stop although the link is up. The page shows nothing old as current, and gets the notifications
 * back.
 */

import { describe, expect, it } from 'vitest';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { project } from '../../../../src/session/reading/project.ts';
import { watchUnhandledRejections } from '../../../unhandled.ts';
import { PairRig } from '../../pair/rig.ts';
import { SessionRig } from '../rig.ts';

watchUnhandledRejections();

const viewOf = (rig: SessionRig | PairRig) => project(rig.session.states.value);

/** Highest pressure on screen, mmHg; 0 if none is known. */
const shown = (rig: SessionRig | PairRig): number =>
  Math.max(...Object.values(viewOf(rig).legs).flatMap((leg) => leg.map(({ pressure }) => pressure ?? 0)));

/** How soon after Stop the air must be out, s. */
const EMPTY_WITHIN = 8;

/**
 * Checks four times a second that the pressures on screen are true or marked as old. @returns for how long they
 * were marked, s
 */
async function expectTrue(rig: SessionRig, seconds: number): Promise<number> {
  let old = 0;
  for (let quarter = 0; quarter < seconds * 4; quarter++) {
    const before = rig.highest;
    await rig.pass(0.25);
    const { stale } = viewOf(rig);
    if (stale) old += 0.25;
    // A packet is up to half a second old. In this time a zone changes by less than 25 mmHg.
    else expect(Math.abs(shown(rig) - before), `at ${quarter / 4} s`).toBeLessThan(25);
  }
  return old;
}

describe('after a reconnect on a platform that keeps services', () => {
  it.each([1, 3])('the page shows pressures and confirms Stop after %i losses', async (losses) => {
    const rig = new SessionRig();
    await rig.run();
    for (let i = 0; i < losses; i++) {
      rig.radio.lose();
      await rig.until(() => rig.session.glance.link === 'connected', 10);
      await rig.pass(2);
    }
    expect(await expectTrue(rig, 20)).toBeLessThan(1);
    await rig.until(() => rig.highest > 40, 60);
    rig.session.stop();
    expect(await rig.until(() => rig.session.glance.phase === 'ended', EMPTY_WITHIN)).toBe(true);
    await rig.pass(5);
    expect(rig.kinds).not.toContain('stopNotConfirmed');
  });

  it('the same holds for boots that were disconnected and paired again, and for both boots of a pair', async () => {
    const again = new SessionRig();
    await again.connect();
    again.session.disconnect();
    await again.pass(5);
    await again.run();
    again.session.stop();
    expect(await again.until(() => again.session.glance.phase === 'ended', EMPTY_WITHIN)).toBe(true);
    const pair = new PairRig();
    await pair.run();
    pair.radio('left').lose();
    pair.radio('right').lose();
    await pair.until(() => pair.session.glance.link === 'connected', 10);
    await pair.pass(3);
    expect(viewOf(pair).stale).toBe(false);
    expect(shown(pair)).toBeGreaterThan(0);
    pair.session.stop();
    expect(await pair.until(() => pair.session.glance.phase === 'ended', 3)).toBe(true);
  });
});

describe('telemetry that falls silent while everything else arrives', () => {
  it('counts as old within three seconds; the page subscribes again, and it comes back on the same link', async () => {
    const rig = new SessionRig();
    await rig.run();
    const { links } = rig.tap;
    rig.radio.dropSubscription(uuids.telemetry);
    expect(await rig.until(() => viewOf(rig).stale, 3)).toBe(true);
    expect(await rig.until(() => !viewOf(rig).stale, 3)).toBe(true);
    expect(rig.tap.links).toBe(links);
    expect(rig.session.glance).toMatchObject({ phase: 'running', notice: null });
  });

  it('stays old for as long as it is silent, whatever the page reads; the page tries a new link less and less often', async () => {
    const rig = new SessionRig();
    await rig.run();
    const { links } = rig.tap;
    rig.tap.fromBoots = (characteristic, value) => (characteristic === uuids.telemetry ? null : value);
    await rig.pass(3);
    for (let i = 0; i < 240; i++) {
      await rig.pass(0.25);
      expect(viewOf(rig).stale, `${i / 4} s`).toBe(true);
    }
    expect(rig.tap.links - links).toBeGreaterThanOrEqual(2);
    expect(rig.tap.links - links).toBeLessThanOrEqual(4);
    rig.tap.fromBoots = (_, value) => value;
    expect(await rig.until(() => !viewOf(rig).stale, 60)).toBe(true);
    expect(rig.session.glance.phase).toBe('running');
  });

  it('of one boot of a pair makes that leg unknown until it is back', async () => {
    const rig = new PairRig();
    await rig.run();
    rig.radio('right').dropSubscription(uuids.telemetry);
    await rig.pass(2);
    expect(viewOf(rig).legs.right.every(({ pressure }) => pressure === null)).toBe(true);
    expect(viewOf(rig).legs.left.every(({ pressure }) => pressure !== null)).toBe(true);
    await rig.pass(4);
    expect(viewOf(rig).legs.right.every(({ pressure }) => pressure !== null)).toBe(true);
  });

  it('does not count as old during a start before the boots must send it', async () => {
    const rig = new SessionRig();
    await rig.connect();
    await rig.pass(60);
    rig.session.start();
    let old = 0;
    rig.session.states.subscribe(() => {
      if (rig.session.glance.phase === 'running' && viewOf(rig).stale) old++;
    });
    await rig.until(() => rig.session.glance.phase === 'running', 30);
    await rig.pass(5);
    expect(old).toBe(0);
  });
});

describe('statuses that fall silent while everything else arrives', () => {
  it('are subscribed to again, and come back on the same link', async () => {
    const rig = new SessionRig({ boots: { capacity: 12 } });
    await rig.run();
    const { links } = rig.tap;
    rig.radio.dropSubscription(uuids.status);
    await rig.pass(5);
    let heard = 0;
    rig.tap.fromBoots = (characteristic, value) => {
      if (characteristic === uuids.status) heard++;
      return value;
    };
    await rig.pass(30);
    expect(heard).toBeGreaterThan(25);
    expect(rig.tap.links).toBe(links);
    expect(rig.status).toMatchObject({ therapy: 'running', underruns: 0 });
  });
});

describe('answers that fall silent while everything else arrives', () => {
  it('are subscribed to again; meanwhile the status confirms a Stop, and the next session begins', async () => {
    const rig = new SessionRig();
    await rig.run();
    const { links } = rig.tap;
    rig.radio.dropSubscription(uuids.controlPoint);
    rig.session.stop();
    expect(await rig.until(() => rig.session.glance.phase === 'ended', 4)).toBe(true);
    await rig.pass(3);
    rig.session.start();
    expect(await rig.until(() => rig.session.glance.phase === 'running', 40)).toBe(true);
    expect(rig.tap.links).toBe(links);
  });
});

describe('a link that delivers nothing at all', () => {
  it('is replaced, and the session is found again', async () => {
    const rig = new SessionRig();
    await rig.run();
    const { links } = rig.tap;
    rig.radio.faults.silent = true;
    expect(await rig.until(() => rig.tap.links > links, 12)).toBe(true);
    rig.radio.faults.silent = false;
    await rig.pass(5);
    expect(viewOf(rig)).toMatchObject({ phase: 'running', stale: false, notice: null });
  });

  it('for less than a second is kept', async () => {
    const rig = new SessionRig();
    await rig.run();
    const { links } = rig.tap;
    rig.radio.faults.delay = milliseconds(900);
    await rig.pass(2);
    rig.radio.faults.delay = milliseconds(0);
    await rig.pass(10);
    expect(rig.tap.links).toBe(links);
  });
});
