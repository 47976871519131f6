/** Sessions for tests of faults: starts a wave, injects faults into it, and checks that the boots latch the fault. */

import { expect } from 'vitest';
import type { faultCodes } from '../../../../firmware-protocol/fault-codes.ts';
import type { PlantFault } from '../../../../src/simulator/faults/plant-faults.ts';
import { runs } from '../../../seed.ts';
import { Bench, type BenchOptions } from '../bench.ts';
import type { BenchKeyframe, TestCentral } from '../test-central.ts';

/** Seeds of the boots and legs on which faults are tried: the first in `npm test`, all in `npm run prove`. */
export const seeds = [1, 2, 3].slice(0, runs(1, 3));

/**
 * Ten cycles of a wave over five zones. Each begins with a low pressure in all zones; then the zones are filled
 * from 60 mmHg at the foot to 40, vented, and rest.
 */
export function wave(): BenchKeyframe[] {
  const words: BenchKeyframe[] = [];
  let at = 0;
  for (let cycle = 0; cycle < 10; cycle++) {
    words.push({ at, to: 18, gate: 600, cycle: true });
    at += 1;
    const to = [18, 18, 18, 18, 18];
    for (let zone = 0; zone < 5; zone++) {
      to[zone] = 60 - 5 * zone;
      words.push({ at, to: [...to], ramp: 20, gate: 60 });
      at += 4;
    }
    words.push({ at, to: 'vent' }, { at: at + 9, to: 'seal' });
    at += 15;
  }
  return [...words, { at, to: 'vent', end: true }];
}

export function start(
  words: readonly BenchKeyframe[],
  options: BenchOptions = {},
): { bench: Bench; central: TestCentral } {
  const bench = new Bench(options);
  const central = bench.central();
  central.makeReady();
  for (let i = 0; i < words.length; i += 12) central.deliver(words.slice(i, i + 12));
  central.start();
  return { bench, central };
}

/** Injects the faults during the first cycle. @returns how long the boots took to stop, s */
export function inject(
  bench: Bench,
  central: TestCentral,
  faults: readonly PlantFault[],
  atMost: number,
): number {
  bench.runUntil(() => central.status.playhead > 10_000, 120);
  for (const fault of faults) bench.plant.inject(fault);
  return bench.runUntil(() => central.ended, atMost);
}

export function expectLatched(bench: Bench, central: TestCentral, fault: keyof typeof faultCodes): void {
  expect(central.status).toMatchObject({
    therapy: 'stopped',
    operation: 'faulted',
    endReason: 'fault',
    fault,
    held: 0,
  });
  expect(central.status.flags).toMatchObject({ fault: true, sessionEnded: true });
  bench.run(30);
  expect(Math.max(...bench.pressures()), 'vented').toBeLessThan(20);
  expect(central.status.fault, 'still latched').toBe(fault);
}
