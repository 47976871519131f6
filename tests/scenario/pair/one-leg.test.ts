/**
 * A pair with one leg that has little or nothing to do. This leg still waits for the other leg at the end of each
 * cycle.
 */

import { expect, it } from 'vitest';

import { programs } from '../../../src/program/presets.ts';
import { asProgrammed } from '../../../src/program/program.ts';
import { PairRig } from './rig.ts';

const off = { ...asProgrammed, on: false };

/** How many zones of the left leg are switched off, from the foot up; and how long after Start, s. */
it.each([
  ['all of a leg before the start', 5, 0],
  ['all of a leg while it runs', 5, 60],
  ['what is below the knee', 3, 0],
] as const)('with %s switched off, both legs still begin each cycle together', async (_, zones, after) => {
  const rig = new PairRig();
  const program = programs.find(({ id }) => id === 'muscle-flush');
  if (!program) throw new Error('no muscle flush');
  await rig.connect();
  rig.session.choose(program);
  rig.session.setMinutes(4);
  const switchOff = (): void => {
    for (let zone = 0; zone < zones; zone++) rig.session.setZone('left', zone, off);
  };
  if (after === 0) switchOff();
  rig.session.start();
  await rig.until(() => rig.session.glance.phase === 'running', 60);
  if (after > 0) {
    await rig.pass(after);
    switchOff();
  }
  await rig.until(() => rig.session.glance.phase === 'ended', 330);
  await rig.pass(10);
  const [left, right] = [rig.begins('left'), rig.begins('right')];
  expect(left.length).toBeGreaterThan(8);
  expect(right).toHaveLength(left.length);
  for (const [index, at] of left.entries()) expect(Math.abs(at - (right[index] ?? 0))).toBeLessThan(500);
  expect(rig.status).toMatchObject({ therapy: 'stopped', endReason: 'finished', underruns: 0 });
  expect(rig.kinds.filter((kind) => kind !== 'clamped')).toEqual([]);
});
