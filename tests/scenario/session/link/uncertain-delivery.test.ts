/**
 * The answer to a command is lost, comes twice or comes late, or the command itself is lost. The page shows what
 * really happened. On a pair, this happens to the left boot only.
 */

import { describe, expect, it } from 'vitest';
import type { Op } from '../../../../firmware-protocol/command.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { project } from '../../../../src/session/reading/project.ts';
import { type Kind, kinds, obeyed, Scene, type Trouble, troubles } from './uncertain.ts';

async function starts(kind: Kind, op: Op, what: Trouble): Promise<Scene> {
  const scene = new Scene(kind);
  await scene.rig.connect();
  scene.trouble(op, what);
  scene.session.start();
  return scene;
}

async function runs(kind: Kind): Promise<Scene> {
  const scene = new Scene(kind);
  await scene.rig.run();
  return scene;
}

async function pauses(kind: Kind): Promise<Scene> {
  const scene = await runs(kind);
  scene.session.pause();
  await scene.phaseIs('paused', 5);
  await scene.rig.untilResumable();
  return scene;
}

const grantLost = (kind: Kind) => ({
  phase: 'idle',
  notice: { kind: 'grantLost', sides: kind === 'pair' ? ['left'] : [] },
});

describe.each(kinds)('on a %s, a start', (kind) => {
  it.each((['prepare', 'start'] as const).flatMap((op) => obeyed.map((what) => [op, what] as const)))(
    'continues if %s is %s',
    async (op, what) => {
      const scene = await starts(kind, op, what);
      expect(await scene.phaseIs('running', 40)).toBe(true);
      expect(scene.sent(op)).toBe(1);
      expect(scene.sent('stop')).toBe(0);
      await scene.rig.pass(20);
      expect(scene.session.glance).toMatchObject({ phase: 'running', notice: null });
    },
  );

  it.each(['prepare', 'start'] as const)(
    'is cancelled, with a true notice, if the frame of %s is lost',
    async (op) => {
      const scene = await starts(kind, op, 'frame lost');
      const { rig, session } = scene;
      expect(await rig.until(() => session.glance.notice !== null, 40)).toBe(true);
      await rig.pass(3);
      // The right boot of a pair has started, so that the page does not say that the boots played nothing.
      const hasPlayed = kind === 'pair' && op === 'start';
      const notice = hasPlayed ? { kind: 'calledOff', by: 'pair' } : { kind: 'notBegun' };
      expect(session.glance).toMatchObject({ phase: 'idle', notice });
      expect(scene.isVenting).toBe(true);
      await rig.untilStartable();
      session.start();
      expect(await scene.phaseIs('running', 40)).toBe(true);
    },
  );

  it('is cancelled if the grant of control is lost, and the page does not say that somebody else has control', async () => {
    const scene = await starts(kind, 'requestControl', 'answer lost');
    const { rig, session } = scene;
    await rig.pass(5);
    expect(session.glance).toMatchObject(grantLost(kind));
    await rig.untilStartable();
    session.start();
    await rig.pass(3);
    expect(session.glance).toMatchObject(grantLost(kind));
    scene.struck.peripheral.pressButton();
    await rig.untilStartable();
    session.start();
    expect(await scene.phaseIs('running', 40)).toBe(true);
  });

  it.each([
    ['with its answer', 2],
    ['for so long that the start is called off', 12],
  ])(
    'is cancelled if the link is lost %s, and no press after it is told that somebody else has control',
    async (_, outFor) => {
      const scene = await starts(kind, 'requestControl', 'answer lost');
      const { rig, session, radio } = scene;
      await rig.until(() => scene.sent('requestControl') > 0, 2);
      radio.faults.unreachable = true;
      radio.lose();
      await rig.pass(outFor);
      radio.faults.unreachable = false;
      expect(await rig.until(() => session.glance.link === 'connected', 10)).toBe(true);
      await rig.pass(3);
      expect(rig.kinds).not.toContain('heldByAnother');
      await rig.untilStartable();
      session.start();
      await rig.pass(3);
      expect(session.glance).toMatchObject(grantLost(kind));
      expect(rig.kinds).not.toContain('heldByAnother');
    },
  );

  it('begins at the next press if the frame that asks for control is lost', async () => {
    const scene = await starts(kind, 'requestControl', 'frame lost');
    await scene.rig.pass(5);
    expect(scene.session.glance.phase).toBe('idle');
    expect(scene.rig.kinds).not.toContain('heldByAnother');
    await scene.rig.untilStartable();
    scene.session.start();
    expect(await scene.phaseIs('running', 40)).toBe(true);
  });

  it('begins at the next press if the grant of control comes late, since its token is then known', async () => {
    const scene = await starts(kind, 'requestControl', 'answered late');
    await scene.rig.pass(5);
    expect(scene.session.glance).toMatchObject(grantLost(kind));
    await scene.rig.untilStartable();
    scene.session.start();
    expect(await scene.phaseIs('running', 40)).toBe(true);
  });

  it('goes on if the grant of control comes twice', async () => {
    const scene = await starts(kind, 'requestControl', 'answered twice');
    expect(await scene.phaseIs('running', 40)).toBe(true);
    expect(scene.session.glance.notice).toBeNull();
  });
});

describe.each(kinds)('on a %s, Pause', (kind) => {
  it.each(obeyed)('is obeyed and shown where it is %s', async (what) => {
    const scene = await runs(kind);
    scene.trouble('pause', what);
    scene.session.pause();
    expect(await scene.phaseIs('paused', 3)).toBe(true);
    await scene.rig.pass(5);
    expect(scene.session.glance).toMatchObject({ phase: 'paused', notice: null });
    if (kind === 'hub') expect(scene.sent('pause')).toBe(1);
  });
});

it('on a hub, Pause is reported as not delivered if its frame is lost, until a person presses it again', async () => {
  const scene = await runs('hub');
  scene.trouble('pause', 'frame lost');
  scene.session.pause();
  expect(await scene.rig.until(() => scene.session.glance.notice?.kind === 'notHeard', 4)).toBe(true);
  expect(scene.session.glance.phase).toBe('running');
  expect(scene.sent('pause')).toBe(1);
  scene.session.pause();
  expect(await scene.phaseIs('paused', 3)).toBe(true);
  expect(scene.session.glance.notice).toBeNull();
});

it('on a pair, the boot that has not heard Pause is paused too, since the other has', async () => {
  const scene = await runs('pair');
  scene.trouble('pause', 'frame lost');
  scene.session.pause();
  expect(await scene.phaseIs('paused', 8)).toBe(true);
  expect(scene.statuses.map(({ therapy }) => therapy)).toEqual(['paused', 'paused']);
});

describe.each(kinds)('on a %s, Resume', (kind) => {
  it.each(obeyed)('is obeyed and shown where it is %s', async (what) => {
    const scene = await pauses(kind);
    scene.trouble('resume', what);
    scene.session.resume();
    expect(await scene.phaseIs('running', 10)).toBe(true);
    await scene.rig.pass(5);
    expect(scene.session.glance).toMatchObject({ phase: 'running', notice: null });
    expect(scene.sent('resume')).toBe(1);
  });

  it('is reported as not delivered if its frame is lost, and the boots stay paused', async () => {
    const scene = await pauses(kind);
    const { rig, session } = scene;
    scene.trouble('resume', 'frame lost');
    session.resume();
    expect(await rig.until(() => session.glance.notice?.kind === 'notHeard', 12)).toBe(true);
    expect(session.glance.phase).toBe('paused');
    expect(scene.statuses.every(({ therapy }) => therapy === 'paused')).toBe(true);
    await rig.untilResumable();
    session.resume();
    expect(await scene.phaseIs('running', 10)).toBe(true);
    expect(session.glance.notice).toBeNull();
  });
});

describe.each(kinds)('on a %s, a frame whose loss changes nothing', (kind) => {
  it.each(troubles)(
    'may be a ceiling that is %s: the lower keyframes lower the pressure all the same',
    async (what) => {
      const scene = await runs(kind);
      scene.trouble('ceiling', what);
      scene.session.setIntensity(mmhg(30));
      await scene.rig.pass(12);
      expect(scene.highest).toBeLessThan(36);
      expect(scene.session.glance).toMatchObject({ phase: 'running' });
      expect(scene.rig.kinds).not.toContain('refused');
    },
  );

  it.each(troubles)('may be a keep-alive that is %s', async (what) => {
    const scene = await runs(kind);
    scene.trouble('keepAlive', what);
    await scene.rig.pass(20);
    expect(scene.session.glance).toMatchObject({ phase: 'running', notice: null });
  });
});

describe.each(kinds)('on a %s, Stop', (kind) => {
  it.each(troubles)('ends the session if it is %s', async (what) => {
    const scene = await runs(kind);
    scene.trouble('stop', what);
    scene.session.stop();
    expect(await scene.phaseIs('ended', 9)).toBe(true);
    expect(scene.highest).toBeLessThan(20);
    await scene.rig.pass(5);
    expect(project(scene.session.states.value)).toMatchObject({ ended: 'stoppedByController', notice: null });
  });
});
