/**
 * A session with a pause goes on like one without: the page again computes the remaining cycles after each cycle,
 * and the session ends at the end of a cycle.
 */

import { describe, expect, it } from 'vitest';
import { SessionRig } from '../rig.ts';

describe('after a pause', () => {
  it('no change stays pending once the session plays again, and it ends at a cycle boundary', async () => {
    const rig = new SessionRig();
    await rig.run(6);
    rig.session.pause();
    await rig.until(() => rig.session.glance.phase === 'paused');
    await rig.pass(30);
    rig.session.resume();
    await rig.until(() => rig.session.glance.phase === 'running');
    await rig.pass(60);
    expect(rig.session.glance.plan?.change).toBe(null);
    await rig.until(() => rig.session.glance.phase === 'ended', 500);
    expect(rig.status).toMatchObject({ endReason: 'finished', underruns: 0 });
  });
});
