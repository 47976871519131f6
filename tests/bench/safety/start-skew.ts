/**
 * How far apart in time two boots begin to squeeze, over many starts in virtual time. The boots' clocks run at different speeds, and
 * their links deliver with random delays.
 */

import type { Side } from '../../../firmware-protocol/zones.ts';
import { PairRig } from '../../scenario/pair/rig.ts';
import { figure, type Measurement } from '../figure.ts';
import { percentile } from '../statistics.ts';

const STARTS = 100;
/** How much faster or slower one boot's clock may run than the other's, parts per million. */
const MOST_PPM = 100;

/** How far apart the legs begin, ms. */
async function apart(start: number): Promise<number> {
  const rig = new PairRig({ seed: start, zones: 3, ppm: ((start % 5) - 2) * (MOST_PPM / 2) });
  await rig.connect();
  const began: Partial<Record<Side, number>> = {};
  for (const side of ['left', 'right'] as const)
    rig.boots(side).observe(() => {
      if (began[side] === undefined && rig.isSqueezing(side)) began[side] = rig.clock.now();
    });
  rig.session.start();
  if (!(await rig.until(() => began.left !== undefined && began.right !== undefined, 60)))
    throw new Error('The legs do not begin.');
  return Math.abs((began.left ?? Number.NaN) - (began.right ?? Number.NaN));
}

export const startSkew: Measurement = {
  rows: ['start-skew.two-boots.p99'],
  measure: async (progress) => {
    progress(`${STARTS} starts of two boots in virtual time`);
    const times: number[] = [];
    for (let start = 1; start <= STARTS; start++) times.push(await apart(start));
    return [
      figure({ name: 'start-skew.two-boots.p99', unit: 'ms', better: 'lower' }, percentile(times, 0.99)),
    ];
  },
};
