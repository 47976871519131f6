/** Boots that give a page control only after a press of their button: a hub (one device for both legs), and a pair. */

import { describe, expect, it } from 'vitest';
import { project } from '../../../../src/session/reading/project.ts';
import { words } from '../../../../src/words/in-use.ts';
import { PairRig } from '../../pair/rig.ts';
import type { Rig } from '../../rig.ts';
import { SessionRig } from '../rig.ts';

const boots = { firmware: { insistOnPress: true } };

/**
 * Presses Start. @returns the title of the notice that asks for a press; null if the session begins; `something else` if it stays idle
 * without that notice
 */
async function start(rig: Rig): Promise<string | null> {
  rig.session.start();
  await rig.pass(2);
  const { phase, notice } = rig.session.glance;
  if (notice?.kind !== 'needsPress') return phase === 'idle' ? 'something else' : null;
  expect(phase).toBe('idle');
  return words.notice(notice, null).title;
}

const isRunning = (rig: Rig): Promise<boolean> =>
  rig.until(() => rig.session.glance.phase === 'running' && rig.session.glance.notice === null, 60);

describe('a hub that wants its button pressed first', () => {
  it('asks for the press, begins after it, and does not ask the holder of control again', async () => {
    const rig = new SessionRig({ boots });
    await rig.connect();
    expect(await start(rig)).toBe('Press the button on the boots');
    rig.boots.peripheral.pressButton();
    expect(await start(rig)).toBe(null);
    expect(await isRunning(rig)).toBe(true);
    rig.session.stop();
    await rig.until(() => rig.session.glance.phase === 'ended', 10);
    expect(await start(rig)).toBe(null);
  });

  it('says that it was pressed, and counts down for how long that counts; then asks again', async () => {
    const rig = new SessionRig({ boots });
    await rig.connect();
    await start(rig);
    expect(project(rig.session.states.value).pressLeft).toBeNull();
    rig.boots.peripheral.pressButton();
    expect(await rig.until(() => rig.session.glance.notice?.kind === 'pressed', 2)).toBe(true);
    expect(project(rig.session.states.value).pressLeft).toBe(10);
    await rig.pass(4.5);
    expect(project(rig.session.states.value).pressLeft).toBe(6);
    expect(rig.session.glance.notice?.kind).toBe('pressed');
    await rig.pass(6);
    expect(project(rig.session.states.value).pressLeft).toBeNull();
    expect(await start(rig)).toBe('Press the button on the boots');
    rig.boots.peripheral.pressButton();
    expect(await start(rig)).toBe(null);
    expect(await isRunning(rig)).toBe(true);
    expect(project(rig.session.states.value).pressLeft).toBeNull();
  });

  it('accepts a press for 10 s only', async () => {
    const rig = new SessionRig({ boots });
    await rig.connect();
    rig.boots.peripheral.pressButton();
    await rig.pass(10.5);
    expect(await start(rig)).toBe('Press the button on the boots');
  });

  it('goes on without another press after a lost link', async () => {
    const rig = new SessionRig({ boots });
    await rig.connect();
    rig.boots.peripheral.pressButton();
    await rig.run();
    rig.radio.lose();
    await rig.until(() => rig.session.glance.link === 'connected', 30);
    await rig.pass(5);
    expect(rig.session.glance.phase).toBe('running');
    expect(rig.kinds).toEqual(['linkLost']);
    expect(rig.status.holder).toBe(rig.session.glance.token & 0xffff);
  });
});

describe('a pair that wants its buttons pressed first', () => {
  it('asks for both, then for the remaining one, and squeezes no leg before that', async () => {
    const rig = new PairRig({ boots });
    await rig.connect();
    expect(await start(rig)).toBe('Press the button on both boots');
    rig.left.peripheral.pressButton();
    expect(await start(rig)).toBe('Press the button on the right boot');
    // The person takes a while to get to the right boot.
    await rig.pass(20);
    expect(rig.isSqueezing('left') || rig.isSqueezing('right')).toBe(false);
    rig.right.peripheral.pressButton();
    expect(await start(rig)).toBe(null);
    expect(await isRunning(rig)).toBe(true);
    expect(rig.kinds).toEqual(['needsPress', 'needsPress']);
  });

  it('begins at once if both buttons were pressed before', async () => {
    const rig = new PairRig({ boots });
    await rig.connect();
    rig.right.peripheral.pressButton();
    await rig.pass(5);
    rig.left.peripheral.pressButton();
    expect(await start(rig)).toBe(null);
    expect(await isRunning(rig)).toBe(true);
  });

  it('asks again for a boot that lost power', async () => {
    const rig = new PairRig({ boots });
    await rig.connect();
    for (const side of ['left', 'right'] as const) rig.boots(side).peripheral.pressButton();
    await rig.run();
    rig.left.peripheral.reset();
    await rig.until(
      () => rig.session.glance.phase === 'ended' && rig.session.glance.link === 'connected',
      30,
    );
    await rig.until(() => rig.session.glance.stopping === null, 10);
    expect(await rig.untilStartable()).toBe(true);
    expect(await start(rig)).toBe('Press the button on the left boot');
    rig.left.peripheral.pressButton();
    expect(await start(rig)).toBe(null);
    expect(await isRunning(rig)).toBe(true);
  });
});

describe('a button pressed while boots prepare', () => {
  it.each(['left', 'right'] as const)(
    'of the %s boot of a pair cancels both, and is reported',
    async (side) => {
      const rig = new PairRig();
      await rig.connect();
      rig.session.start();
      await rig.until(() => rig.session.glance.preparing === 'zeroing', 30);
      rig.boots(side).peripheral.pressButton();
      await rig.pass(3);
      expect(rig.session.glance).toMatchObject({ phase: 'idle', notice: { kind: 'calledOff' } });
      for (const each of ['left', 'right'] as const) {
        expect(rig.boots(each).peripheral.targets.every((target) => target === 'vent')).toBe(true);
      }
      expect(rig.status).toMatchObject({ therapy: 'stopped', operation: 'idle' });
    },
  );
});
