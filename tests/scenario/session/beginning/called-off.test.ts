/**
 * Somebody presses the boots' button before a session begins. The session does not begin, the page says why, and
 * the person can press Start again.
 */

import { describe, expect, it } from 'vitest';
import type { Preparing } from '../../../../src/session/regions/therapy.ts';
import { PairRig } from '../../pair/rig.ts';
import { SessionRig } from '../rig.ts';

const steps: readonly Preparing[] = ['zeroing', 'loading', 'starting'];

it('a start goes on if the link is lost for a second at that moment, once the link is back', async () => {
  const rig = new SessionRig();
  await rig.connect();
  rig.session.start();
  rig.radio.lose();
  await rig.pass(10);
  expect(rig.session.glance).toMatchObject({ phase: 'running', link: 'connected', notice: null });
});

describe('a button pressed on the boots before the session begins', () => {
  it.each(steps)('is reported while the session is %s, and no zone is squeezed', async (step) => {
    const rig = new SessionRig();
    await rig.connect();
    rig.session.start();
    expect(await rig.until(() => rig.session.glance.preparing === step, 30)).toBe(true);
    rig.boots.peripheral.pressButton();
    await rig.pass(20);
    expect(rig.session.glance).toMatchObject({ phase: 'idle', notice: { kind: 'calledOff', by: 'button' } });
    expect(rig.highest).toBeLessThan(5);
    rig.session.start();
    expect(await rig.until(() => rig.session.glance.phase === 'running', 30)).toBe(true);
    expect(rig.session.glance.notice).toBe(null);
  });

  it.each(['left', 'right'] as const)('is reported for the %s boot of a pair', async (side) => {
    const rig = new PairRig();
    await rig.connect();
    rig.session.start();
    expect(await rig.until(() => rig.session.glance.preparing === 'zeroing', 30)).toBe(true);
    rig[side].peripheral.pressButton();
    await rig.pass(20);
    expect(rig.session.glance).toMatchObject({ phase: 'idle', notice: { kind: 'calledOff', by: 'button' } });
  });
});
