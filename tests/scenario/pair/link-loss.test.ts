/**
 * The links of a pair are lost for a long time. The boots play on for as long as they may, and the session goes
 * on afterwards.
 */

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { PairRig } from './rig.ts';

function lose(rig: PairRig, ...sides: readonly Side[]): void {
  for (const side of sides) {
    rig.radio(side).faults.unreachable = true;
    rig.radio(side).lose();
  }
}
const find = (rig: PairRig, ...sides: readonly Side[]): void => {
  for (const side of sides) rig.radio(side).faults.unreachable = false;
};
const status = (rig: PairRig, side: Side) => rig.statuses[side].at(-1)?.status;

describe('a link lost for a minute', () => {
  it.each([
    ['of one boot', ['right']],
    ['of both boots', ['left', 'right']],
  ] as const)('%s, at any time of a cycle, ends no session', async (_, sides) => {
    for (const into of [5, 35]) {
      const rig = new PairRig({ seed: into });
      await rig.run(15);
      await rig.pass(into);
      lose(rig, ...sides);
      await rig.pass(60);
      find(rig, ...sides);
      await rig.until(() => rig.session.glance.link === 'connected', 30);
      await rig.pass(90);
      expect(rig.session.glance).toMatchObject({ phase: 'running', link: 'connected', notice: null });
      for (const side of ['left', 'right'] as const)
        expect(status(rig, side)).toMatchObject({ therapy: 'running', underruns: 0 });
    }
  });
});

describe('a page that is gone', () => {
  it('lets boots play to the end if they may', async () => {
    const rig = new PairRig();
    await rig.run(10);
    await rig.pass(20);
    lose(rig, 'left', 'right');
    await rig.pass(12 * 60);
    for (const side of ['left', 'right'] as const)
      expect(status(rig, side)).toMatchObject({ therapy: 'stopped', endReason: 'finished', underruns: 0 });
  });

  it('lets boots without a button play for 10 s', async () => {
    const rig = new PairRig({ boots: { firmware: { physicalStop: false, longestAllowance: seconds(10) } } });
    await rig.run(10);
    await rig.pass(20);
    lose(rig, 'left', 'right');
    await rig.pass(9);
    for (const side of ['left', 'right'] as const) expect(status(rig, side)?.therapy).toBe('running');
    await rig.pass(4);
    for (const side of ['left', 'right'] as const)
      expect(status(rig, side)).toMatchObject({ therapy: 'stopped', endReason: 'alone' });
  });
});
