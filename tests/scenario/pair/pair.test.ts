/**
 * Two boots with a pump each, which the app drives as one pair. Through the whole stack: session, pair, protocol
 * bytes, two links, two firmwares, two plants.
 */

import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { looseOnLargerLeg, sides, started, unlike } from './both-legs.ts';
import { PairRig, type PairRigOptions } from './rig.ts';

describe('a pair of boots', () => {
  it('looks like one pair of boots to the user', async () => {
    const rig = new PairRig();
    await rig.connect();
    const { boots } = rig.session.glance;
    expect(boots).toMatchObject({ pair: true, feature: { kind: 'hub' } });
    expect(boots?.shape).toMatchObject({ sides: ['left', 'right'], pumps: 'each' });
  });

  const links: readonly (PairRigOptions & { readonly delay: number })[] = [
    { seed: 1, delay: 0 },
    { seed: 2, delay: 60, ppm: 100 },
    { seed: 3, delay: 150, ppm: -100 },
    { seed: 4, delay: 350, ppm: 50 },
    { seed: 5, delay: 40, link: { interval: milliseconds(50), jitter: milliseconds(20) } },
    { seed: 6, delay: 0, link: { interval: milliseconds(15), jitter: milliseconds(0) } },
  ];
  it.each(links)('starts both legs within 50 ms of each other: %j', async ({ delay, ...options }) => {
    const rig = new PairRig({ ...options, later: milliseconds(3217) });
    await rig.connect();
    rig.radio('right').faults.delay = milliseconds(delay);
    rig.session.start();
    const { left, right } = await started(rig);
    expect(Math.abs(left - right)).toBeLessThanOrEqual(50);
    expect(rig.kinds).toEqual([]);
  });

  it('stays in step on unlike legs for ten minutes, and ends vented', { timeout: 240_000 }, async () => {
    const rig = new PairRig({ legSizes: unlike, ppm: 100 });
    await rig.run(10);
    await rig.until(() => rig.session.glance.phase === 'ended', 700);
    await rig.pass(10);
    const [left, right] = [rig.begins('left'), rig.begins('right')];
    expect(left.length).toBeGreaterThan(8);
    expect(right.length).toBe(left.length);
    for (const [i, at] of left.entries()) expect(Math.abs(at - (right[i] ?? 0))).toBeLessThan(500);
    expect(rig.status).toMatchObject({ therapy: 'stopped', endReason: 'finished', underruns: 0 });
    expect(rig.kinds).toEqual(looseOnLargerLeg);
    expect(rig.highest()).toBeLessThan(5);
  });

  it('is fed at most a cycle ahead if it may play 30 s alone, and never runs dry', {
    timeout: 240_000,
  }, async () => {
    const rig = new PairRig({ legSizes: unlike, boots: { firmware: { longestAllowance: seconds(30) } } });
    await rig.run(6);
    await rig.until(() => rig.session.glance.phase === 'ended', 500);
    const { keyframes, cycles } = rig.session.glance.plan?.script ?? { keyframes: [], cycles: [] };
    const perCycle = Math.ceil((keyframes.length - 1) / cycles.length);
    for (const side of sides) {
      for (const { status } of rig.statuses[side]) {
        expect(status.held).toBeLessThanOrEqual(2 * perCycle + 1);
        expect(status.underruns).toBe(0);
      }
    }
  });

  it('stops both legs at once', async () => {
    const rig = new PairRig();
    await rig.run();
    rig.session.stop();
    await rig.pass(0.3);
    expect(sides.map((side) => rig.isSqueezing(side))).toEqual([false, false]);
    await rig.pass(7);
    expect(rig.highest()).toBeLessThan(20);
    expect(rig.session.glance.phase).toBe('ended');
    expect(rig.status.endReason).toBe('stoppedByController');
  });

  it('stops the other boot if somebody stops one at its button', async () => {
    const rig = new PairRig();
    await rig.run();
    rig.right.peripheral.pressButton();
    await rig.pass(0.5);
    expect(rig.isSqueezing('left')).toBe(false);
    await rig.pass(7);
    expect(rig.session.glance.phase).toBe('ended');
    expect(rig.status.endReason).toBe('stoppedAtBoots');
  });

  it('vents both boots if one has a fault, and names its leg', async () => {
    const rig = new PairRig();
    await rig.run();
    const calf = 2;
    rig.right.plant.inject({ kind: 'sensorDropout', zone: calf });
    await rig.pass(2);
    expect(sides.map((side) => rig.isSqueezing(side))).toEqual([false, false]);
    expect(rig.notices.at(-1)).toMatchObject({ kind: 'fault', fault: 'sensor', side: 'right', part: 'calf' });
    expect(rig.status.endReason).toBe('fault');
  });

  it.each([
    ['left', 'right', 0],
    ['left', 'right', 150],
    ['right', 'left', 150],
  ] as const)(
    'stops the other boot when the %s one loses power, and reports it once (link of the %s one %d ms slower)',
    async (gone, other, delay) => {
      const rig = new PairRig();
      await rig.run();
      rig.radio(other).faults.delay = milliseconds(delay);
      const before = rig.phases.length;
      rig.boots(gone).peripheral.reset();
      await rig.until(() => !rig.isSqueezing(other), 10);
      expect(rig.isSqueezing(other)).toBe(false);
      await rig.pass(7);
      expect(rig.phases.slice(before)).toEqual(['ended']);
      expect(rig.kinds).toEqual(['linkLost', 'rebooted']);
      expect(rig.session.glance.link).toBe('connected');
      expect(rig.highest()).toBeLessThan(20);
    },
  );

  it('lowers the true pressure of both legs within 2 s', async () => {
    const rig = new PairRig({ legSizes: unlike });
    await rig.run();
    const high = await rig.until(() => rig.highest('left') > 45 && rig.highest('right') > 45, 120);
    expect(high).toBe(true);
    rig.session.setIntensity(mmhg(32));
    await rig.pass(2);
    for (let half = 0; half < 240; half++) {
      expect(rig.highest()).toBeLessThan(32 + 5);
      await rig.pass(0.5);
    }
    expect(rig.highest('left') > 4 || rig.highest('right') > 4).toBe(true);
    await rig.until(() => rig.session.glance.phase === 'ended', 700);
    expect(rig.status).toMatchObject({ endReason: 'finished', underruns: 0 });
    expect(rig.kinds).toEqual(looseOnLargerLeg);
  });

  it('pauses and resumes both legs together, from the same position', { timeout: 240_000 }, async () => {
    const rig = new PairRig({ legSizes: unlike });
    await rig.run();
    await rig.pass(40);
    rig.session.pause();
    await rig.pass(10);
    expect(rig.session.glance.phase).toBe('paused');
    expect(rig.highest()).toBeLessThan(20);
    rig.session.resume();
    const { left, right } = await started(rig);
    expect(Math.abs(left - right)).toBeLessThanOrEqual(50);
    await rig.until(() => rig.session.glance.phase === 'ended', 900);
    const [begunLeft, begunRight] = [rig.begins('left'), rig.begins('right')];
    for (const [i, at] of begunLeft.entries()) {
      expect(Math.abs(at - (begunRight[i] ?? 0))).toBeLessThan(500);
    }
    expect(rig.status).toMatchObject({ endReason: 'finished', underruns: 0 });
    expect(rig.kinds).toEqual(looseOnLargerLeg);
  });
});
