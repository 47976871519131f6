/** Figures of the rules by which the boots find a fill valve that sticks open. */

import type { Figure } from './figure.ts';

export const valveFigures = {
  strayLeast: { rule: 'STRAY-1', value: 5, unit: 'mmHg', what: 'a zone that blows off is above this' },
  strayFalls: { rule: 'STRAY-1', value: 0.5, unit: 'mmHg', what: 'further below its mean, a zone empties' },
  strayBlown: {
    rule: 'STRAY-1',
    value: 2,
    unit: 's',
    what: 'a zone that has blown off for this long is a fault',
  },
  strayExpected: {
    rule: 'STRAY-2',
    value: 12,
    unit: 'mmHg',
    what: 'a zone is judged once E, the expected movement, reaches this',
  },
  straySeen: {
    rule: 'STRAY-2',
    value: 0.45,
    unit: 'of E',
    what: 'M, the movement seen, is a fault above this share of E',
  },
  strayMuch: { rule: 'STRAY-2', value: 24, unit: 'mmHg', what: 'once E reaches this, both sums are halved' },
  strayFastest: {
    rule: 'STRAY-3',
    value: 12,
    unit: 'mmHg/s',
    what: 'highest rate at which movement is expected',
  },
  strayWindow: {
    rule: 'STRAY-3',
    value: 3,
    unit: 's',
    what: 'length of a window over which movement is measured',
  },
  strayWindowLeast: {
    rule: 'STRAY-3',
    value: 1,
    unit: 'mmHg',
    what: 'a window in which less movement is expected adds nothing',
  },
  strayRest: {
    rule: 'STRAY-3',
    value: 2.6,
    unit: 's',
    what: "the lowest reading within this time is the zone's own pressure",
  },
  strayGap: {
    rule: 'STRAY-3',
    value: 3,
    unit: 'mmHg',
    what: 'a gap smaller than this to F or to the manifold counts as none',
  },
  straySwing: {
    rule: 'STRAY-4',
    value: 3,
    unit: 'mmHg',
    what: 'a zone that swings by this or more shows that the leg moves',
  },
  strayRise: { rule: 'STRAY-5', value: 0.5, unit: 'mmHg', what: 'a smaller rise is not compared' },
  strayRiseMost: { rule: 'STRAY-5', value: 2, unit: 'mmHg', what: 'most that one comparison counts' },
  strayRises: { rule: 'STRAY-5', value: 6, unit: 'mmHg', what: 'sum of comparisons that is a fault' },
  strayCalm: { rule: 'STRAY-5', value: 10, unit: 's', what: 'nothing counts this long after a movement' },
  strayRipple: {
    rule: 'STRAY-5',
    value: 0.16,
    unit: 's',
    what: 'a zone is read this long after the pump has stopped, without its ripple',
  },
  testQuiet: {
    rule: 'STRAY-6',
    value: 1,
    unit: 's',
    what: 'no zone has been filled or bled for this long before a test',
  },
  testEvery: { rule: 'STRAY-6', value: 10, unit: 's', what: 'least time from one test to the next' },
  testLasts: { rule: 'STRAY-6', value: 0.2, unit: 's', what: 'length of a test' },
  straySuspicion: {
    rule: 'FAULT-10',
    value: 0.35,
    unit: '×',
    what: 'share of the evidence that is enough where there is other evidence',
  },
} as const satisfies Record<string, Figure>;
