import { expect, it } from 'vitest';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import type { Frame } from '../../../../src/boots/open-boots.ts';
import { PairRig } from '../../pair/rig.ts';
import { SessionRig } from '../rig.ts';

it('of a pair, only the boot that was asked for blinks, and both do if neither is named', async () => {
  const rig = new PairRig();
  await rig.connect();
  rig.session.identify('right');
  await rig.pass(1);
  expect(rig.right.peripheral.blinking).toBe(true);
  expect(rig.left.peripheral.blinking).toBe(false);
  await rig.pass(9);
  expect(rig.right.peripheral.blinking).toBe(false);
  rig.session.identify(null);
  await rig.pass(1);
  expect([rig.left.peripheral.blinking, rig.right.peripheral.blinking]).toEqual([true, true]);
});

it('boots can blink during a session too, which goes on; without a link, the command is not sent later', async () => {
  const rig = new SessionRig();
  await rig.run();
  rig.session.identify(null);
  await rig.pass(1);
  expect(rig.boots.peripheral.blinking).toBe(true);
  expect(rig.session.glance.phase).toBe('running');
  rig.radio.faults.unreachable = true;
  rig.radio.lose();
  await rig.pass(12);
  rig.session.identify(null);
  rig.radio.faults.unreachable = false;
  await rig.until(() => rig.session.glance.link === 'connected', 20);
  await rig.pass(2);
  expect(rig.boots.peripheral.blinking).toBe(false);
  expect(rig.kinds).not.toContain('refused');
});

it('a page can listen to all frames of its boots, in both directions', async () => {
  const frames: Frame[] = [];
  const rig = new SessionRig({ session: { frames: () => (frame) => frames.push(frame) } });
  await rig.run();
  const of = (uuid: string) => frames.filter((frame) => frame.kind !== 'link' && frame.uuid === uuid);
  expect(of(uuids.feature)[0]?.kind).toBe('read');
  expect(of(uuids.timeline).length).toBe(
    rig.tap.written.filter(({ characteristic }) => characteristic === uuids.timeline).length,
  );
  expect(of(uuids.controlPoint).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['written', 'notified']),
  );
  expect(of(uuids.telemetry).length).toBeGreaterThan(50);
});
