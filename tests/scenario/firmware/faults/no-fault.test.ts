/** What is normal on healthy boots and legs. The boots must not report it as a fault. */

import { describe, expect, it } from 'vitest';
import type { PlantFault } from '../../../../src/simulator/faults/plant-faults.ts';
import { runs } from '../../../seed.ts';
import type { BenchKeyframe } from '../test-central.ts';
import { seeds, start, wave } from './started.ts';

describe('no fault is reported', () => {
  it.each<[string, readonly PlantFault[]]>([
    ['nothing wrong', []],
    [
      'legs that move all the time',
      [0, 3, 6].map((zone) => ({
        kind: 'movement' as const,
        zone,
        height: 25 as never,
        lasting: 0.9 as never,
        every: (2.5 + zone / 4) as never,
      })),
    ],
    ['a worn bag', [{ kind: 'leak', zone: 1, coefficient: 0.002 }]],
    ['thin air', [{ kind: 'altitude', ambient: 560 as never }]],
    ['an empty battery', [{ kind: 'lowBattery' }]],
    ['one leg missing', [{ kind: 'limbAbsent', leg: 0 }]],
  ])('with %s', (_, faults) => {
    for (const seed of seeds) {
      const { bench, central } = start(wave(), { seed });
      // Injected after zeroing: other tests are about movement during zeroing.
      for (const fault of faults) bench.plant.inject(fault);
      bench.runUntil(() => central.ended, 900);
      expect(central.status, `seed ${seed}`).toMatchObject({
        fault: 'none',
        warning: 'none',
        endReason: 'finished',
      });
    }
  });

  it('for squeezing too long, although the legs move in every rest', () => {
    const words = Array.from({ length: 8 }, (_, cycle): readonly BenchKeyframe[] => [
      { at: 40 * cycle, to: 50, gate: 60, ramp: 14, cycle: true },
      { at: 40 * cycle + 25, to: 4 },
    ]).flat();
    const { bench, central } = start([...words, { at: 320, to: 'vent', end: true }], { seed: 4 });
    for (const zone of [0, 5])
      bench.plant.inject({
        kind: 'movement',
        zone,
        height: 20 as never,
        lasting: 0.8 as never,
        every: 2.5 as never,
      });
    bench.runUntil(() => central.ended, 900);
    expect(central.status).toMatchObject({ fault: 'none', endReason: 'finished' });
  });

  it('on more people and boots', () => {
    for (let seed = 20; seed < 20 + runs(2, 10); seed++) {
      const zones = 3 + (seed % 6);
      const words = wave().map(({ to, ...word }) => ({
        ...word,
        to: Array.isArray(to)
          ? Array.from({ length: zones }, (_, zone) => to[Math.floor((zone * 5) / zones)] ?? 18)
          : to,
      })) as BenchKeyframe[];
      const { bench, central } = start(words, { seed, zones, legs: seed % 2 ? 1 : 2 });
      bench.runUntil(() => central.ended, 1200);
      expect(central.status, `seed ${seed}`).toMatchObject({
        fault: 'none',
        warning: 'none',
        endReason: 'finished',
      });
    }
  });
});
