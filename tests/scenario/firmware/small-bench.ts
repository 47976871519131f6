/** Boots of one leg with three zones, and a session on them, in a line or two. */

import { expect } from 'vitest';
import { Bench, type KeyframeInWords, type TestCentral } from './bench.ts';

export const hold = (at: number, to: number): KeyframeInWords => ({ at, to });
export const end = (at: number): KeyframeInWords => ({ at, to: 'vent', end: true });

/** Boots that fill quickly. */
export const smallBench = (options = {}) => new Bench({ zones: 3, legs: 1, ...options });

/** A session that holds 40 mmHg for a minute, running and at pressure. */
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
