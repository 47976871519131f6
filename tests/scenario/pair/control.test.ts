/** A pair with a boot that was used alone before, or that somebody else controls. */

import { describe, expect, it } from 'vitest';
import { opCodes } from '../../../firmware-protocol/command.ts';
import { OtherController } from '../chaos/other-controller.ts';
import { PairRig } from './rig.ts';

const isRunning = (rig: PairRig): Promise<boolean> =>
  rig.until(
    () => rig.session.glance.phase === 'running' && rig.isSqueezing('left') && rig.isSqueezing('right'),
    60,
  );

describe('a boot added to one that was used alone', () => {
  it('is not mistaken for the first boot after a reboot, and the next session begins at once', async () => {
    const rig = new PairRig({ apart: true });
    await rig.connect();
    rig.session.start();
    await rig.pass(10);
    rig.session.stop();
    await rig.pass(8);
    rig.next = [1];
    rig.session.addOther();
    await rig.until(() => rig.session.glance.boots?.pair === true, 30);
    expect(await rig.untilStartable()).toBe(true);
    rig.session.start();
    expect(await isRunning(rig)).toBe(true);
    expect(rig.kinds).toEqual([]);
  });
});

describe('a pair of which somebody else controls one boot', () => {
  it('begins as soon as that boot is free, although the page already controls the other', async () => {
    const rig = new PairRig();
    await rig.connect();
    new OtherController(rig.right.peripheral).takeControl();
    await rig.pass(20);
    rig.session.start();
    await rig.pass(2);
    expect(rig.session.glance).toMatchObject({
      phase: 'idle',
      notice: { kind: 'heldByAnother', sides: ['right'] },
    });
    // The other controller loses control after 30 s of silence. Most of that time has passed.
    await rig.pass(10);
    rig.session.start();
    expect(await isRunning(rig)).toBe(true);
    expect(rig.session.glance.notice).toBe(null);
  });

  it('stops both boots if somebody takes one over at its button, and says why', async () => {
    const rig = new PairRig();
    await rig.run();
    const other = new OtherController(rig.right.peripheral);
    rig.right.peripheral.pressButton();
    other.takeControl();
    await rig.pass(2);
    expect(other.holds).toBe(true);
    expect([rig.isSqueezing('left'), rig.isSqueezing('right')]).toEqual([false, false]);
    expect(rig.session.glance.phase).toBe('ended');
  });

  it.each(['left', 'right'] as const)(
    'leaves no leg to play alone if somebody takes over the %s boot between Start and its instant (START-4)',
    async (side) => {
      const rig = new PairRig();
      await rig.connect();
      rig.session.start();
      await rig.pass(10);
      rig.session.stop();
      await rig.untilStartable();
      rig.boots(side).peripheral.pressButton();
      rig.session.start();
      const other = new OtherController(rig.boots(side).peripheral);
      const hasStart = () => other.status().operation === 'ready' && other.status().lastOp === opCodes.start;
      expect(await rig.until(hasStart, 9)).toBe(true);
      // By now the page has sent its keyframes. If the takeover came earlier, a refused batch would stop both boots too.
      await rig.pass(0.25);
      other.takeControl();
      expect(other.status()).toMatchObject({ therapy: 'stopped', operation: 'ready' });
      await rig.pass(4);
      expect([rig.isSqueezing('left'), rig.isSqueezing('right')]).toEqual([false, false]);
      expect(other.status().operation).not.toBe('ready');
      expect(rig.session.glance.phase).toBe('ended');
      expect(rig.kinds).toEqual(['controlLost']);
    },
  );
});
