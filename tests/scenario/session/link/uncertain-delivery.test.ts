/**
 * The answer to a command is lost, comes twice or comes late, or the command itself is lost. The page shows what
 * really happened.
 */

import { describe, expect, it } from 'vitest';
import { type Op, opCodes } from '../../../../firmware-protocol/command.ts';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { project } from '../../../../src/session/reading/project.ts';
import { SessionRig } from '../rig.ts';

type Trouble = 'answer lost' | 'answered twice' | 'answered late' | 'frame lost';
const answers: Readonly<Record<Trouble, readonly number[]>> = {
  'answer lost': [],
  'answered twice': [0, 0],
  'answered late': [1600],
  'frame lost': [0],
};
const troubles = Object.keys(answers) as Trouble[];
/** The troubles in which the boots have executed the command. */
const obeyed = troubles.filter((trouble) => trouble !== 'frame lost');

/** Causes this trouble for the next command with this op code. */
function trouble(rig: SessionRig, op: Op, what: Trouble): void {
  let isMet = false;
  rig.tap.answersAfter = (value) => {
    if (isMet || value[1] !== opCodes[op]) return [0];
    isMet = true;
    return answers[what];
  };
  rig.tap.isLost = (characteristic, value) => {
    const isIt = characteristic === uuids.controlPoint && value[0] === opCodes[op];
    if (what !== 'frame lost' || isMet || !isIt) return false;
    isMet = true;
    return true;
  };
}

const sent = (rig: SessionRig, op: Op): number =>
  rig.tap.written.filter(
    ({ characteristic, value }) => characteristic === uuids.controlPoint && value[0] === opCodes[op],
  ).length;

const phaseIs = (rig: SessionRig, phase: string, within: number) =>
  rig.until(() => rig.session.glance.phase === phase, within);

async function starts(op: Op, what: Trouble): Promise<SessionRig> {
  const rig = new SessionRig();
  await rig.connect();
  trouble(rig, op, what);
  rig.session.start();
  return rig;
}

async function pauses(): Promise<SessionRig> {
  const rig = new SessionRig();
  await rig.run();
  rig.session.pause();
  await phaseIs(rig, 'paused', 5);
  await rig.untilResumable();
  return rig;
}

describe('a start', () => {
  it.each((['prepare', 'start'] as const).flatMap((op) => obeyed.map((what) => [op, what] as const)))(
    'continues if %s is %s',
    async (op, what) => {
      const rig = await starts(op, what);
      expect(await phaseIs(rig, 'running', 40)).toBe(true);
      expect(sent(rig, op)).toBe(1);
      expect(rig.stops).toBe(0);
      await rig.pass(20);
      expect(rig.session.glance).toMatchObject({ phase: 'running', notice: null });
    },
  );

  it.each(['prepare', 'start'] as const)(
    'is cancelled, with a notice, if the frame of %s is lost',
    async (op) => {
      const rig = await starts(op, 'frame lost');
      expect(await rig.until(() => rig.session.glance.notice !== null, 40)).toBe(true);
      await rig.pass(3);
      expect(rig.session.glance).toMatchObject({ phase: 'idle', notice: { kind: 'notBegun' } });
      expect(rig.boots.peripheral.targets.every((target) => target === 'vent')).toBe(true);
      await rig.untilStartable();
      rig.session.start();
      expect(await phaseIs(rig, 'running', 40)).toBe(true);
    },
  );

  it('is cancelled if the grant of control is lost, and the page does not say that somebody else has control', async () => {
    const rig = await starts('requestControl', 'answer lost');
    await rig.pass(5);
    expect(rig.session.glance).toMatchObject({ phase: 'idle', notice: { kind: 'grantLost' } });
    await rig.untilStartable();
    rig.session.start();
    await rig.pass(3);
    expect(rig.session.glance).toMatchObject({ phase: 'idle', notice: { kind: 'grantLost' } });
    rig.boots.peripheral.pressButton();
    await rig.untilStartable();
    rig.session.start();
    expect(await phaseIs(rig, 'running', 40)).toBe(true);
  });

  it.each([
    ['with its answer', 2],
    ['for so long that the start is called off', 12],
  ])(
    'is cancelled if the link is lost %s, and no press after it is told that somebody else has control',
    async (_, outFor) => {
      const rig = await starts('requestControl', 'answer lost');
      await rig.until(() => sent(rig, 'requestControl') > 0, 2);
      rig.radio.faults.unreachable = true;
      rig.radio.lose();
      await rig.pass(outFor);
      rig.radio.faults.unreachable = false;
      expect(await rig.until(() => rig.session.glance.link === 'connected', 10)).toBe(true);
      await rig.pass(3);
      expect(rig.kinds).not.toContain('heldByAnother');
      await rig.untilStartable();
      rig.session.start();
      await rig.pass(3);
      expect(rig.session.glance).toMatchObject({ phase: 'idle', notice: { kind: 'grantLost' } });
      expect(rig.kinds).not.toContain('heldByAnother');
    },
  );

  it('begins at the next press if the grant of control comes late, since its token is then known', async () => {
    const rig = await starts('requestControl', 'answered late');
    await rig.pass(5);
    expect(rig.session.glance).toMatchObject({ phase: 'idle', notice: { kind: 'grantLost' } });
    await rig.untilStartable();
    rig.session.start();
    expect(await phaseIs(rig, 'running', 40)).toBe(true);
  });

  it('goes on if the grant of control comes twice', async () => {
    const rig = await starts('requestControl', 'answered twice');
    expect(await phaseIs(rig, 'running', 40)).toBe(true);
    expect(rig.session.glance.notice).toBeNull();
  });
});

describe('Pause', () => {
  it.each(obeyed)('is obeyed and shown where it is %s', async (what) => {
    const rig = new SessionRig();
    await rig.run();
    trouble(rig, 'pause', what);
    rig.session.pause();
    expect(await phaseIs(rig, 'paused', 3)).toBe(true);
    await rig.pass(5);
    expect(rig.session.glance).toMatchObject({ phase: 'paused', notice: null });
    expect(sent(rig, 'pause')).toBe(1);
  });

  it('is reported as not delivered if its frame is lost, until a person presses it again', async () => {
    const rig = new SessionRig();
    await rig.run();
    trouble(rig, 'pause', 'frame lost');
    rig.session.pause();
    expect(await rig.until(() => rig.session.glance.notice?.kind === 'notHeard', 4)).toBe(true);
    expect(rig.session.glance.phase).toBe('running');
    expect(sent(rig, 'pause')).toBe(1);
    rig.session.pause();
    expect(await phaseIs(rig, 'paused', 3)).toBe(true);
    expect(rig.session.glance.notice).toBeNull();
  });
});

describe('Resume', () => {
  it.each(obeyed)('is obeyed and shown where it is %s', async (what) => {
    const rig = await pauses();
    trouble(rig, 'resume', what);
    rig.session.resume();
    expect(await phaseIs(rig, 'running', 10)).toBe(true);
    await rig.pass(5);
    expect(rig.session.glance).toMatchObject({ phase: 'running', notice: null });
    expect(sent(rig, 'resume')).toBe(1);
  });

  it('is reported as not delivered if its frame is lost, and the boots stay paused', async () => {
    const rig = await pauses();
    trouble(rig, 'resume', 'frame lost');
    rig.session.resume();
    expect(await rig.until(() => rig.session.glance.notice?.kind === 'notHeard', 12)).toBe(true);
    expect(rig.session.glance.phase).toBe('paused');
    await rig.untilResumable();
    rig.session.resume();
    expect(await phaseIs(rig, 'running', 10)).toBe(true);
    expect(rig.session.glance.notice).toBeNull();
  });
});

describe('a frame whose loss changes nothing', () => {
  it.each(troubles)(
    'may be a ceiling that is %s: the lower keyframes lower the pressure all the same',
    async (what) => {
      const rig = new SessionRig();
      await rig.run();
      trouble(rig, 'ceiling', what);
      rig.session.setIntensity(mmhg(30));
      await rig.pass(12);
      expect(rig.highest).toBeLessThan(36);
      expect(rig.session.glance).toMatchObject({ phase: 'running' });
      expect(rig.kinds).not.toContain('refused');
    },
  );

  it.each(troubles)('may be a keep-alive that is %s', async (what) => {
    const rig = new SessionRig();
    await rig.run();
    trouble(rig, 'keepAlive', what);
    await rig.pass(20);
    expect(rig.session.glance).toMatchObject({ phase: 'running', notice: null });
  });
});

describe('Stop', () => {
  it.each(troubles)('ends the session if it is %s', async (what) => {
    const rig = new SessionRig();
    await rig.run();
    trouble(rig, 'stop', what);
    rig.session.stop();
    expect(await phaseIs(rig, 'ended', 9)).toBe(true);
    expect(rig.highest).toBeLessThan(20);
    await rig.pass(5);
    expect(project(rig.session.states.value)).toMatchObject({ ended: 'stoppedByController', notice: null });
  });
});

describe('an acknowledgement', () => {
  it.each(obeyed)('of a fault clears it if it is %s', async (what) => {
    const rig = new SessionRig();
    await rig.run();
    rig.boots.plant.inject({ kind: 'unpluggedZone', zone: 2 });
    await phaseIs(rig, 'ended', 120);
    rig.boots.plant.repair();
    await rig.pass(15);
    trouble(rig, 'acknowledgeFault', what);
    rig.session.acknowledgeFault();
    expect(await rig.until(() => rig.status.fault === 'none', 5)).toBe(true);
    await rig.pass(2);
    expect(rig.session.glance.notice).toBeNull();
  });
});
