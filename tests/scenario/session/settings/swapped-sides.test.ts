/**
 * Boots whose left and right are swapped on the page. The page's left and right are then those of the legs: a
 * setting for a leg reaches this leg, and the page shows what is measured on it.
 */

import { describe, expect, it } from 'vitest';
import type { Side } from '../../../../firmware-protocol/zones.ts';
import { asProgrammed } from '../../../../src/program/program.ts';
import { project } from '../../../../src/session/reading/project.ts';
import { PairRig } from '../../pair/rig.ts';
import { SessionRig } from '../rig.ts';

const isSwapped = async (): Promise<boolean> => true;
const ZONES = 3;

describe('a hub that is swapped', () => {
  /** True pressures of the hub's first or second leg, mmHg. */
  const legIn = (rig: SessionRig, leg: 0 | 1) => rig.pressures.slice(leg * ZONES, (leg + 1) * ZONES);

  async function withoutZonesOf(side: Side): Promise<SessionRig> {
    const rig = new SessionRig({ zones: ZONES, session: { isSwapped } });
    await rig.connect();
    for (let zone = 0; zone < ZONES; zone++) rig.session.setZone(side, zone, { ...asProgrammed, on: false });
    rig.session.start();
    expect(await rig.until(() => rig.highest > 40, 180)).toBe(true);
    return rig;
  }

  it('squeezes the leg that the page names, and shows what is measured there', async () => {
    const rig = await withoutZonesOf('left');
    // The hub's second leg is the left one on the page, and stays empty.
    expect(Math.max(...legIn(rig, 1))).toBeLessThan(5);
    await rig.pass(1);
    const { legs } = project(rig.session.states.value);
    expect(Math.max(...legs.left.map(({ pressure }) => pressure ?? 99))).toBeLessThan(5);
    expect(Math.max(...legs.right.map(({ pressure }) => pressure ?? 0))).toBeGreaterThan(20);
    expect(legs.right.some(({ target }) => typeof target === 'number' && target > 20)).toBe(true);
    rig.session.stop();
    expect(await rig.untilStartable()).toBe(true);
  });

  it('has its faults named on the leg where they are', async () => {
    const rig = new SessionRig({ zones: ZONES, session: { isSwapped } });
    await rig.run();
    rig.boots.plant.inject({ kind: 'sensorDropout', zone: 1 });
    expect(await rig.until(() => rig.session.glance.phase === 'ended', 60)).toBe(true);
    expect(rig.notices.find(({ kind }) => kind === 'fault')).toMatchObject({
      fault: 'sensor',
      side: 'right',
      part: 'calf',
    });
  });

  it('gives its records leg by leg as the page has them', async () => {
    const rig = await withoutZonesOf('right');
    await rig.pass(30);
    rig.session.stop();
    await rig.untilStartable();
    const asked = rig.session.records();
    await rig.pass(10);
    const peaks = ((await asked) ?? []).at(-1)?.zones.map(({ peak }) => peak ?? 0) ?? [];
    expect(peaks).toHaveLength(2 * ZONES);
    expect(Math.max(...peaks.slice(0, ZONES))).toBeGreaterThan(40);
    expect(Math.max(...peaks.slice(ZONES))).toBeLessThan(5);
  });
});

describe('a single boot that is swapped', () => {
  it('is a boot of the other leg, to which its other half is missing', async () => {
    const rig = new SessionRig({ zones: ZONES, boots: { kind: 'left' }, session: { isSwapped } });
    await rig.connect();
    const { boots } = project(rig.session.states.value);
    expect(boots?.sides).toEqual(['right']);
    expect(boots?.missing).toBe('left');
  });

  it('stays one after a lost link', async () => {
    const rig = new SessionRig({ zones: ZONES, boots: { kind: 'left' }, session: { isSwapped } });
    await rig.run();
    rig.radio.lose();
    expect(await rig.until(() => rig.session.glance.link === 'reconnecting', 10)).toBe(true);
    expect(await rig.until(() => rig.session.glance.link === 'connected', 30)).toBe(true);
    await rig.pass(5);
    expect(rig.session.glance.phase).toBe('running');
    expect(project(rig.session.states.value).boots?.sides).toEqual(['right']);
  });
});

describe('a pair that is swapped', () => {
  it('squeezes the leg that the page names', async () => {
    const rig = new PairRig({ zones: ZONES, session: { isSwapped } });
    await rig.connect();
    for (let zone = 0; zone < ZONES; zone++)
      rig.session.setZone('left', zone, { ...asProgrammed, on: false });
    rig.session.start();
    expect(await rig.until(() => rig.highest() > 40, 180)).toBe(true);
    expect(rig.highest('left')).toBeGreaterThan(40);
    expect(rig.highest('right')).toBeLessThan(5);
  });
});
