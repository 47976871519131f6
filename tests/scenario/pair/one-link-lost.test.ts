/**
 * One boot of a pair loses its link. The other boot plays on for as long as it may, and the page shows what it
 * knows.
 */

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../firmware-protocol/quantities.ts';
import { project } from '../../../src/session/reading/project.ts';
import { sides, unlike } from './both-legs.ts';
import { PairRig } from './rig.ts';

describe('a pair that loses one link', () => {
  it('goes on with both boots, reads the status when the link is back, and brings the legs back in step', async () => {
    const rig = new PairRig({ legSizes: unlike });
    await rig.run();
    await rig.pass(30);
    rig.radio('right').faults.unreachable = true;
    rig.radio('right').lose();
    await rig.pass(8);
    // The page reports the loss and that the session goes on. It shows no old pressure as current.
    const { legs, ...view } = project(rig.session.states.value);
    expect(view).toMatchObject({
      phase: 'running',
      link: 'reconnecting',
      notice: { kind: 'linkLost', playingOn: true },
    });
    expect(legs.left.map(({ pressure }) => pressure)).not.toContain(null);
    expect(legs.right.map(({ pressure }) => pressure)).toEqual([null, null, null, null, null]);
    expect(rig.notices.at(-1)).toEqual({ kind: 'linkLost', playingOn: true });
    expect(sides.map((side) => rig.isSqueezing(side))).toEqual([true, true]);
    rig.radio('right').faults.unreachable = false;
    await rig.until(() => rig.session.glance.link === 'connected', 60);
    expect(rig.session.glance.phase).toBe('running');
    const before = rig.begins('left').length;
    await rig.until(
      () => rig.begins('left').length > before + 1 && rig.begins('right').length > before + 1,
      300,
    );
    const [left, right] = [rig.begins('left').at(-1) ?? 0, rig.begins('right').at(-1) ?? 0];
    expect(Math.abs(left - right)).toBeLessThan(500);
    await rig.until(() => rig.session.glance.phase === 'ended', 700);
    expect(rig.status).toMatchObject({ endReason: 'finished', underruns: 0 });
  });

  it('for good lets the other leg rest, and stops it after a minute', async () => {
    const rig = new PairRig({ boots: { firmware: { longestAllowance: seconds(30) } } });
    await rig.run(20);
    rig.radio('right').faults.unreachable = true;
    rig.radio('right').lose();
    await rig.until(() => !rig.isSqueezing('right'), 240);
    expect(rig.isSqueezing('right')).toBe(false);
    await rig.until(() => !rig.isSqueezing('left'), 240);
    expect(rig.isSqueezing('left')).toBe(false);
    rig.radio('right').faults.unreachable = false;
    await rig.until(() => rig.session.glance.phase === 'ended', 60);
    expect(rig.session.glance.phase).toBe('ended');
    expect(['ranDry', 'alone']).toContain(rig.status.endReason);
  });

  it('stops the leg in reach at once, and the other as soon as it is back', async () => {
    const rig = new PairRig();
    await rig.run();
    rig.radio('left').faults.unreachable = true;
    rig.radio('left').lose();
    await rig.pass(1);
    rig.session.stop();
    await rig.pass(0.5);
    expect(rig.isSqueezing('right')).toBe(false);
    await rig.pass(2);
    expect(rig.kinds).toContain('stopNotConfirmed');
    expect(rig.session.glance.phase).toBe('stopping');
    rig.radio('left').faults.unreachable = false;
    await rig.until(() => !rig.isSqueezing('left'), 30);
    expect(rig.isSqueezing('left')).toBe(false);
    // The air takes a while to get out.
    await rig.until(() => rig.session.glance.phase === 'ended', 7);
    expect(rig.highest()).toBeLessThan(20);
    expect(rig.session.glance.phase).toBe('ended');
  });

  it('during a start leaves no leg squeezed', async () => {
    const rig = new PairRig();
    await rig.connect();
    rig.session.start();
    await rig.until(() => rig.session.glance.preparing === 'starting', 60);
    rig.radio('right').faults.unreachable = true;
    rig.radio('right').lose();
    await rig.pass(3);
    expect(rig.isSqueezing('left')).toBe(false);
    rig.radio('right').faults.unreachable = false;
    await rig.pass(30);
    expect(sides.map((side) => rig.isSqueezing(side))).toEqual([false, false]);
  });
});
