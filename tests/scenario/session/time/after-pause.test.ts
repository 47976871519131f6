/**
 * After a pause, a session goes on like one that was not paused: the scheduler recounts it after each cycle,
 * and it ends at the right cycle.
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
