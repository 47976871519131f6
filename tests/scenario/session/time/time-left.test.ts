/**
 * The time left and the running time on screen, over whole sessions. The time left stands still during the first filling. In pauses it
 * stands still, too, until the limit on the session's length reduces it. A session that the page feeds ends within 5 s of zero, or once
 * its last wave is finished.
 */

import { describe, expect, it } from 'vitest';
import { project } from '../../../../src/session/reading/project.ts';
import type { Progress } from '../../../../src/session/view.ts';
import { oneIn } from '../../../seed.ts';
import { PairRig } from '../../pair/rig.ts';
import { SessionRig } from '../rig.ts';

/** Time between two looks at the session, s. */
const LOOK_INTERVAL = 0.5;
/** A clock that shows whole seconds is wrong by less than this, s. */
const CLOCK_ERROR = 0.6;

type Rigs = SessionRig | PairRig;
const rigOf = (kind: 'hub' | 'pair'): Rigs => (kind === 'hub' ? new SessionRig() : new PairRig());

const viewOf = ({ session }: Rigs) => project(session.states.value);

function progressNow(rig: Rigs): Progress {
  const { progress } = viewOf(rig);
  if (!progress) throw new Error('there is no progress');
  return progress;
}

/** Starts a session, and waits for the end of the first filling. Until then, the time left must stand still. */
async function filled(rig: Rigs, minutes: number): Promise<void> {
  await rig.connect();
  rig.session.setMinutes(minutes);
  rig.session.start();
  await rig.until(() => rig.session.glance.phase === 'running', 60);
  let before = Number.POSITIVE_INFINITY;
  for (let looks = 0; looks < 400; looks++) {
    const { settling, left } = progressNow(rig);
    if (settling === null) return;
    expect(left).toBe(minutes * 60);
    expect(settling).toBeLessThanOrEqual(before);
    before = settling;
    await rig.pass(LOOK_INTERVAL);
  }
  throw new Error('the first filling does not end');
}

/** Checks that the clock runs as fast as time. @returns the last progress before the session's end */
async function runsToTheEnd(rig: Rigs): Promise<Progress> {
  let last = progressNow(rig);
  for (;;) {
    await rig.pass(LOOK_INTERVAL);
    if (rig.session.glance.phase !== 'running') return last;
    const now = progressNow(rig);
    const fallen = last.left - now.left;
    expect(fallen).toBeGreaterThanOrEqual(0);
    if (!now.finishing) expect(Math.abs(fallen - LOOK_INTERVAL)).toBeLessThan(CLOCK_ERROR);
    last = now;
  }
}

describe.each(oneIn(2, ['pair', 'hub'] as const))('the time left on a %s', (kind) => {
  it('stands still in the first filling, then falls by a second each second, and the session ends within 5 s of zero', async () => {
    const rig = rigOf(kind);
    await filled(rig, 5);
    const last = await runsToTheEnd(rig);
    expect(viewOf(rig).ended).toBe('finished');
    expect(last.finishing || last.left <= 5).toBe(true);
  });

  it('stands still in a pause, and goes on from there', async () => {
    const rig = rigOf(kind);
    await filled(rig, 10);
    await rig.pass(40);
    const before = progressNow(rig).left;
    rig.session.pause();
    await rig.until(() => rig.session.glance.phase === 'paused', 5);
    const { left } = progressNow(rig);
    expect(before - left).toBeLessThan(1.5);
    await rig.pass(20);
    expect(progressNow(rig)).toMatchObject({ left, limit: null });
    await rig.untilResumable();
    rig.session.resume();
    await rig.until(() => rig.session.glance.phase === 'running', 15);
    expect(left - progressNow(rig).left).toBeLessThan(1);
    await rig.pass(10);
    expect(Math.abs(left - progressNow(rig).left - 10)).toBeLessThan(1.5);
  });
});

describe('the time left', () => {
  it('does not change with the intensity', async () => {
    const rig = new SessionRig();
    await filled(rig, 10);
    await rig.pass(30);
    for (const intensity of [70, 40] as const) {
      const { left } = progressNow(rig);
      rig.session.setIntensity(intensity as never);
      for (let passed = 0; passed < 60; passed += 5) {
        await rig.pass(5);
        expect(Math.abs(left - progressNow(rig).left - passed - 5)).toBeLessThan(CLOCK_ERROR);
      }
    }
  });

  it('grows by the minutes that a person adds, and by nothing else', async () => {
    const rig = new SessionRig();
    await filled(rig, 10);
    await rig.pass(30);
    const { left } = progressNow(rig);
    rig.session.addMinutes(5);
    await rig.pass(0.1);
    expect(rig.session.glance.settings.minutes).toBe(15);
    expect(Math.abs(progressNow(rig).left - left - 300)).toBeLessThan(1);
    rig.session.addMinutes(-5);
    await rig.pass(0.1);
    expect(Math.abs(progressNow(rig).left - left)).toBeLessThan(1);
  });

  it('goes on in a pause once the longest session limits it, and the page says so', async () => {
    const rig = new SessionRig();
    await filled(rig, 55);
    rig.session.pause();
    await rig.until(() => rig.session.glance.phase === 'paused', 5);
    const { left } = progressNow(rig);
    expect(await rig.until(() => progressNow(rig).limit !== null, 400)).toBe(true);
    expect(progressNow(rig).limit).toBe(3600);
    const bound = progressNow(rig).left;
    expect(left - bound).toBeLessThan(1.5);
    await rig.pass(30);
    expect(Math.abs(bound - progressNow(rig).left - 30)).toBeLessThan(CLOCK_ERROR);
  });
});

describe('the running time', () => {
  it('counts from the first filling on, without pauses, and holds after the longest allowed time has ended the session', async () => {
    const rig = new SessionRig();
    await filled(rig, 55);
    const began = rig.clock.now();
    await rig.pass(10);
    let paused = 0;
    for (let pauses = 0; pauses < 2; pauses++) {
      await rig.pass(60);
      rig.session.pause();
      await rig.until(() => rig.session.glance.phase === 'paused', 5);
      const since = rig.clock.now();
      await rig.pass(500);
      rig.session.resume();
      await rig.until(() => rig.session.glance.phase === 'running', 15);
      paused += (rig.clock.now() - since) / 1000;
      const ran = (rig.clock.now() - began) / 1000 - paused;
      expect(Math.abs(progressNow(rig).ran - ran)).toBeLessThan(3);
    }
    expect(progressNow(rig).limit).toBe(3600);
    await rig.until(() => rig.session.glance.phase === 'ended', 3600);
    const ran = (rig.clock.now() - began) / 1000 - paused;
    expect(ran).toBeLessThan(45 * 60);
    expect(Math.abs(progressNow(rig).ran - ran)).toBeLessThan(3);
  });

  it('is no longer counted once the session should be over but the boots are out of reach; later it is what they report', async () => {
    const rig = new SessionRig();
    await filled(rig, 10);
    expect(progressNow(rig).ran).toBeLessThan(1);
    await rig.pass(60);
    expect(Math.abs(progressNow(rig).ran - 60)).toBeLessThan(1.5);
    rig.radio.faults.unreachable = true;
    rig.radio.lose();
    await rig.pass(1200);
    expect(progressNow(rig).ran).toBe(600);
    rig.radio.faults.unreachable = false;
    await rig.until(() => rig.session.glance.phase === 'ended', 120);
    expect(viewOf(rig).ended).toBe('finished');
    // Without the page, nobody fits the last cycles to the minutes.
    expect(progressNow(rig).ran).not.toBe(600);
    expect(Math.abs(progressNow(rig).ran - 600)).toBeLessThan(30);
  });
});
