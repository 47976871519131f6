/**
 * Whatever a person does and whatever happens to the links of a pair: the legs stay in step, and both are vented
 * in the end.
 */

import { expect, it } from 'vitest';
import { milliseconds, mmhg } from '../../../firmware-protocol/quantities.ts';
import { programs } from '../../../src/program/presets.ts';
import { seededRandom } from '../../../src/simulator/random.ts';
import { runs, seed } from '../../seed.ts';
import { PairRig } from './rig.ts';

/** Two cycles begin together if they begin within this time, ms. */
const TOGETHER_WITHIN = 500;

/** A few fixed seeds, and some that depend on the seed of the test run. */
const seeds = [1, 4, 5, 18, ...Array.from({ length: runs(1, 2) }, (_, i) => (seed % 1_000_000) * 1000 + i)];

it.each(seeds)(
  'both legs stay in step and are vented in the end: seed %i',
  { timeout: 900_000 },
  async (own) => {
    const random = seededRandom(own * 77);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const size = (): number => 0.75 + random() * 0.55;
    const rig = new PairRig({
      seed: own,
      zones: pick([3, 5]),
      legSizes: { left: size(), right: size() },
      ppm: pick([-100, 0, 100]),
      later: milliseconds(random() * 5000),
    });
    await rig.connect();
    rig.session.choose(pick(programs.filter(({ peak }) => peak <= 80)));
    rig.session.setMinutes(5);
    rig.session.start();
    await rig.until(() => rig.session.glance.phase === 'running', 60);
    let exceptions = 0;
    for (let i = 0; i < 10 && rig.session.glance.phase === 'running'; i++) {
      await rig.pass(5 + random() * 35);
      const radio = rig.radio(pick(['left', 'right']));
      switch (pick(['intensity', 'minutes', 'pause', 'lose', 'delay'])) {
        case 'intensity':
          rig.session.setIntensity(mmhg(25 + Math.floor(random() * 45)));
          break;
        case 'minutes':
          rig.session.setMinutes(pick([4, 5, 7]));
          break;
        case 'pause':
          // Both legs repeat a cycle that one leg had begun before the pause.
          exceptions++;
          rig.session.pause();
          await rig.pass(3 + random() * 10);
          expect(rig.highest()).toBeLessThan(25);
          expect(await rig.untilResumable()).toBe(true);
          rig.session.resume();
          await rig.pass(3);
          break;
        case 'lose':
          // The page does not wait for a leg that is out of reach but holds keyframes.
          exceptions++;
          radio.faults.unreachable = true;
          radio.lose();
          await rig.pass(random() * 6);
          radio.faults.unreachable = false;
          break;
        case 'delay':
          radio.faults.delay = milliseconds(random() * 200);
          break;
      }
    }
    await rig.until(() => rig.session.glance.phase === 'ended', 700);
    await rig.pass(10);
    expect(rig.status).toMatchObject({ therapy: 'stopped', endReason: 'finished', underruns: 0 });
    expect(rig.highest()).toBeLessThan(5);
    const [left, right] = [rig.begins('left'), rig.begins('right')];
    const apart = (one: readonly number[], other: readonly number[]): number =>
      one.filter((at) => other.every((near) => Math.abs(at - near) > TOGETHER_WITHIN)).length;
    expect(Math.max(apart(left, right), apart(right, left))).toBeLessThanOrEqual(exceptions);
    expect(left.length).toBeGreaterThan(2);
    expect(
      rig.kinds.filter((kind) => kind !== 'linkLost' && kind !== 'clamped' && kind !== 'misfit'),
    ).toEqual([]);
  },
);
