import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { programs } from '../../../../src/program/presets.ts';
import { oneIn } from '../../../seed.ts';
import { SessionRig } from '../rig.ts';

describe('a running session', () => {
  it('lowers the true pressure of every zone to the new targets within 2 s, at any time of the cycle', {
    timeout: 240_000,
  }, async () => {
    for (const after of oneIn(3, [0, 3, 7, 11, 16, 22, 29, 37])) {
      const rig = new SessionRig({ seed: after + 1 });
      await rig.run();
      await rig.pass(after);
      rig.session.setIntensity(mmhg(32));
      await rig.pass(0.5);
      const asked = rig.boots.peripheral.targets;
      await rig.pass(1.5);
      const targets = rig.boots.peripheral.targets;
      rig.pressures.forEach((pressure, zone) => {
        const target = targets[zone];
        if (typeof target !== 'number') return;
        expect(target).toBeLessThanOrEqual(32);
        // A zone that was just lowered may still be falling.
        if (target > 10 && target === asked[zone]) {
          expect(pressure, `${after} s on, zone ${zone} of target ${target}`).toBeLessThan(target + 3);
        }
      });
      expect(rig.highest).toBeLessThan(35);
      expect(rig.kinds).toEqual([]);
    }
  });

  it('stays lower in the cycles that follow', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.session.setIntensity(mmhg(32));
    await rig.pass(2);
    let highest = 0;
    rig.boots.observe(() => {
      highest = Math.max(highest, rig.highest);
    });
    await rig.pass(180);
    expect(highest).toBeLessThan(37);
    expect(highest).toBeGreaterThan(30);
  });

  it('rises with the next cycle, not before', async () => {
    const rig = new SessionRig();
    await rig.run();
    const { cycles } = rig.status;
    rig.session.setIntensity(mmhg(70));
    let tooEarly = 0;
    let later = 0;
    rig.boots.observe(() => {
      if (rig.status.cycles === cycles) tooEarly = Math.max(tooEarly, rig.highest);
      else later = Math.max(later, rig.highest);
    });
    await rig.pass(200);
    expect(tooEarly).toBeLessThan(60);
    expect(later).toBeGreaterThan(65);
    expect(rig.status.underruns).toBe(0);
  });

  it('follows the last position of a slider that moves up and down', async () => {
    const rig = new SessionRig();
    await rig.run();
    for (const input of [70, 40, 75, 35, 60]) {
      rig.session.setIntensity(mmhg(input));
      await rig.pass(0.3);
    }
    await rig.pass(90);
    let highest = 0;
    rig.boots.observe(() => {
      highest = Math.max(highest, rig.highest);
    });
    await rig.pass(90);
    expect(highest).toBeGreaterThan(55);
    expect(highest).toBeLessThan(65);
    expect(rig.kinds).toEqual([]);
  });

  it.each([
    { from: 10, to: 5 },
    { from: 5, to: 9 },
  ])(
    'that is changed from $from to $to minutes while running lasts that long',
    { timeout: 240_000 },
    async ({ from, to }) => {
      const rig = new SessionRig();
      await rig.run(from);
      rig.session.setMinutes(to);
      await rig.until(() => rig.session.glance.phase === 'ended', 1200);
      const prefill = rig.session.glance.plan?.prefill ?? 0;
      const active = (rig.status.playhead + rig.status.waited) / 1000;
      expect(rig.status.endReason).toBe('finished');
      expect(Math.abs(active - prefill - to * 60)).toBeLessThan(45);
    },
  );

  it('vents and keeps its position in a pause, and begins a new cycle gently', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.session.pause();
    await rig.pass(8);
    expect(rig.session.glance.phase).toBe('paused');
    expect(rig.highest).toBeLessThan(10);
    const { playhead } = rig.status;
    await rig.pass(60);
    expect(rig.status.playhead).toBe(playhead);

    rig.session.resume();
    let highest = 0;
    rig.boots.observe(() => {
      highest = Math.max(highest, rig.highest);
    });
    await rig.pass(10);
    expect(rig.session.glance.phase).toBe('running');
    expect(highest).toBeLessThan(25);
    await rig.pass(90);
    expect(highest).toBeGreaterThan(30);
    expect(highest).toBeLessThan(48);
    await rig.until(() => rig.session.glance.phase === 'ended', 1200);
    expect(rig.status.endReason).toBe('finished');
  });

  it('can be lowered, raised and stopped while paused', async () => {
    const rig = new SessionRig();
    await rig.run();
    rig.session.pause();
    await rig.pass(3);
    rig.session.setIntensity(mmhg(40));
    expect(await rig.untilResumable()).toBe(true);
    rig.session.resume();
    let highest = 0;
    await rig.pass(8);
    rig.boots.observe(() => {
      highest = Math.max(highest, rig.highest);
    });
    await rig.pass(150);
    expect(highest).toBeLessThan(45);
    rig.session.pause();
    await rig.pass(2);
    rig.session.stop();
    await rig.pass(2);
    expect(rig.session.glance.phase).toBe('ended');
    expect(rig.status.endReason).toBe('stoppedByController');
  });

  it.each(oneIn(3, programs).map((program) => [program.id, program] as const))(
    'runs %s to its end on boots that hold 20 keyframes',
    { timeout: 240_000 },
    async (_, program) => {
      const rig = new SessionRig({ boots: { capacity: 20 } });
      await rig.connect();
      rig.session.choose(program);
      rig.session.confirm(program.peak > 80);
      rig.session.setMinutes(5);
      rig.session.start();
      await rig.until(() => rig.session.glance.phase === 'ended', 900);
      expect(rig.status.endReason).toBe('finished');
      expect(rig.status.underruns).toBe(0);
      expect(rig.kinds).toEqual([]);
    },
  );
});
