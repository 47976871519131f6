/**
 * A status may arrive late, after the answer to a command that the boots obeyed only after sending the status.
 * (Links with several ATT channels do this.) Such a status is out of date, and must change nothing.
 */

import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../src/simulator/random.ts';
import { SessionRig } from '../rig.ts';

describe('statuses that arrive after answers which overtook them', () => {
  it.each([40, 80, 150, 300, 500, 800])('do not disturb a session, at a delay of %s ms', async (delay) => {
    const rig = new SessionRig();
    await rig.connect();
    rig.tap.statusAfter = () => delay;
    rig.session.start();
    expect(await rig.until(() => rig.session.glance.phase === 'running', 60)).toBe(true);
    expect(await rig.until(() => rig.highest > 30, 120)).toBe(true);
    rig.session.pause();
    await rig.pass(3);
    expect(rig.session.glance.phase).toBe('paused');
    expect(await rig.untilResumable()).toBe(true);
    rig.session.resume();
    expect(await rig.until(() => rig.highest > 30, 120)).toBe(true);
    rig.session.stop();
    await rig.pass(10);
    expect(rig.session.glance.phase).toBe('ended');
    expect(rig.kinds).toEqual([]);
  });

  it('do not disturb starts one after another, with delays that change', async () => {
    const rig = new SessionRig();
    await rig.connect();
    const random = seededRandom(7);
    rig.tap.statusAfter = () => Math.floor(random() * 400);
    for (let time = 0; time < 10; time++) {
      rig.session.start();
      expect(await rig.until(() => rig.session.glance.phase === 'running', 60)).toBe(true);
      rig.session.stop();
      expect(await rig.untilStartable()).toBe(true);
    }
    expect(rig.kinds).toEqual([]);
  });
});
