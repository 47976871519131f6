/**
 * The page stops both boots of a pair, and one boot does not answer. The page must not say that the session goes
 * on, and tells the person what to do by hand.
 */

import { expect, it } from 'vitest';
import { seconds } from '../../../firmware-protocol/quantities.ts';
import { words } from '../../../src/words/in-use.ts';
import { PairRig } from './rig.ts';

function silence(rig: PairRig): void {
  Object.assign(rig.radio('right').faults, { silent: true, swallowed: 1_000_000 });
}
const mend = (rig: PairRig): void => {
  Object.assign(rig.radio('right').faults, { silent: false, swallowed: 0, unreachable: false });
};
const unconfirmed = { kind: 'stopNotConfirmed', sides: ['right'] } as const;

it('a silent boot is named once the app has tried for a second to stop it because the other boot ended', async () => {
  const rig = new PairRig();
  await rig.run();
  silence(rig);
  rig.left.peripheral.pressButton();
  await rig.pass(0.8);
  expect(rig.kinds).not.toContain('stopNotConfirmed');
  await rig.pass(0.7);
  expect(rig.isSqueezing('left')).toBe(false);
  expect(rig.isSqueezing('right')).toBe(true);
  expect(rig.session.glance).toMatchObject({ phase: 'stopping', notice: unconfirmed });
  const { title, advice } = words.notice(unconfirmed, null);
  expect(title).toBe('The right boot has not confirmed the stop');
  expect(advice[0]).toContain('Press the button on the right boot now.');
  await rig.pass(20);
  expect(rig.session.glance).toMatchObject({ phase: 'stopping', notice: unconfirmed });

  mend(rig);
  await rig.until(() => rig.session.glance.phase === 'ended', 60);
  expect(rig.isSqueezing('right')).toBe(false);
  expect(rig.session.glance).toMatchObject({ phase: 'ended', notice: null });
  expect(rig.status.endReason).toBe('stoppedAtBoots');
});

it('a silent boot is also named when a person stops both', async () => {
  const rig = new PairRig();
  await rig.run();
  silence(rig);
  rig.session.stop();
  await rig.pass(2);
  expect(rig.session.glance).toMatchObject({ phase: 'stopping', notice: unconfirmed });
});

it('a silent boot is named after the other was stopped because it had rested alone for too long', async () => {
  const rig = new PairRig({ boots: { firmware: { longestAllowance: seconds(30) } } });
  await rig.run(20);
  rig.radio('right').faults.unreachable = true;
  rig.radio('right').lose();
  await rig.until(() => rig.session.glance.phase === 'stopping', 500);
  expect(rig.session.glance).toMatchObject({ phase: 'stopping', notice: unconfirmed });
  expect(rig.isSqueezing('left')).toBe(false);
});

it('a silent boot is named if somebody cancels a session at the other before it begins', async () => {
  const rig = new PairRig();
  await rig.connect();
  rig.session.start();
  await rig.until(() => rig.session.glance.preparing === 'zeroing', 30);
  silence(rig);
  rig.left.peripheral.pressButton();
  await rig.pass(2);
  expect(rig.session.glance).toMatchObject({ phase: 'idle', notice: unconfirmed });
  mend(rig);
  await rig.until(() => rig.session.glance.stopping === null, 60);
  await rig.pass(2);
  const calledOff = { kind: 'calledOff', by: 'button' };
  expect(rig.session.glance).toMatchObject({ phase: 'idle', stopping: null, notice: calledOff });
});

it('a boot that is lost during a start is not reported to have ended a session, since none began', async () => {
  const rig = new PairRig();
  await rig.connect();
  rig.session.start();
  await rig.until(() => rig.session.glance.preparing === 'starting', 60);
  rig.radio('right').faults.unreachable = true;
  rig.radio('right').lose();
  await rig.pass(3);
  mend(rig);
  await rig.pass(30);
  const began = [...rig.statuses.left, ...rig.statuses.right].some(
    ({ status }) => status.therapy !== 'stopped',
  );
  expect(began).toBe(false);
  expect(rig.session.glance).toMatchObject({ phase: 'idle', notice: { kind: 'notBegun' } });
  expect(rig.phases).not.toContain('ended');
});
