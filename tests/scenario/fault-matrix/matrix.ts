/**
 * The cells of the fault matrix: each fault in each zone of each shape of boots, in each pattern that the shape
 * can play.
 */

import type { Cell, Shape } from './cell.ts';
import type { PatternName } from './patterns.ts';
import { singleFaults } from './single-faults.ts';

const together: readonly PatternName[] = ['wave', 'pulses', 'hold'];

export const shapes: readonly (Shape & { readonly patterns: readonly PatternName[] })[] = [
  { name: 'hub of 3', zones: 3, legs: 2, patterns: together },
  { name: 'hub of 5', zones: 5, legs: 2, patterns: together },
  { name: 'hub of 8', zones: 8, legs: 2, patterns: together },
  { name: 'boot of 5', zones: 5, legs: 1, patterns: together },
  { name: 'boot of 8', zones: 8, legs: 1, patterns: together },
  { name: 'boot of 5 without second gauges', zones: 5, legs: 1, secondGauge: false, patterns: together },
  { name: 'hub of 5, one at a time', zones: 5, legs: 2, one: true, patterns: ['pulses'] },
  { name: 'hub of 6 in pairs', zones: 6, legs: 2, shared: true, patterns: ['hold'] },
];

/** Healthy hours play `shapes`; their seeds choose by the number of them. Only faults are played on this one as well. */
export const pairsWithoutSecondGauges = {
  ...{ name: 'hub of 6 in pairs without second gauges', zones: 6, legs: 2, shared: true },
  ...{ secondGauge: false, patterns: ['hold'] },
} as const satisfies (typeof shapes)[number];

export const matrix: readonly Cell[] = [...shapes, pairsWithoutSecondGauges]
  .flatMap((shape) =>
    shape.patterns.flatMap((pattern) =>
      singleFaults.flatMap((fault) =>
        Array.from({ length: shape.zones * shape.legs }, (_, zone) => ({
          shape,
          pattern,
          fault,
          zone,
          seed: 0,
        })),
      ),
    ),
  )
  .map((cell, index) => ({ ...cell, seed: index + 1 }));
