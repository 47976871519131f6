/** One boot with three zones, and a session on it. */

import { expect } from 'vitest';
import { Bench } from './bench.ts';
import type { BenchKeyframe, TestCentral } from './test-central.ts';

export const hold = (at: number, to: number): BenchKeyframe => ({ at, to });
export const end = (at: number): BenchKeyframe => ({ at, to: 'vent', end: true });

export const smallBench = (options = {}) => new Bench({ zones: 3, legs: 1, ...options });

/** Starts a session that holds 40 mmHg for 90 s of the timeline, and waits until all zones are above 37 mmHg. @param allowance s */
export function squeezing(bench: Bench, allowance = 255): TestCentral {
  const central = bench.central();
  central.makeReady({ allowance });
  central.deliver([{ ...hold(0, 40), gate: 60 }, hold(60, 40), end(90)]);
  expect(central.start()).toMatchObject({ result: 'success' });
  bench.runUntil(() => {
    central.send({ op: 'keepAlive' });
    return Math.min(...bench.pressures()) > 37;
  }, 60);
  return central;
}

export const expectEmptySoon = (bench: Bench): void => {
  bench.run(10);
  expect(Math.max(...bench.pressures())).toBeLessThan(5);
};
