/** Boots that were disconnected and are chosen again recognise the page's token, and give the page control. */

import { describe, expect, it } from 'vitest';
import { PairRig } from '../../pair/rig.ts';
import { SessionRig } from '../rig.ts';

describe('boots disconnected after a session', () => {
  it('can be chosen again and begin the next session at once', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.session.stop();
    await rig.pass(8);
    rig.session.disconnect();
    await rig.pass(1);
    await rig.connect();
    rig.session.start();
    expect(await rig.until(() => rig.session.glance.phase === 'running', 30)).toBe(true);
    expect(rig.kinds).toEqual([]);
  });

  it('can also be chosen and begin again as a pair', async () => {
    const rig = new PairRig();
    await rig.run();
    rig.session.stop();
    await rig.pass(8);
    rig.session.disconnect();
    await rig.pass(1);
    rig.session.connect();
    await rig.until(() => rig.session.glance.link === 'connected', 30);
    rig.session.start();
    expect(await rig.until(() => rig.session.glance.phase === 'running', 30)).toBe(true);
    expect(rig.kinds).toEqual([]);
  });
});
