/** Figures of the rules by which the boots check their pressure gauges and determine the zero of each. */

import type { Figure } from './figure.ts';

export const gaugeFigures = {
  zeroWindow: {
    rule: 'ZERO-3',
    value: 0.5,
    unit: 's',
    what: 'length of a window over which readings are averaged',
  },
  zeroQuiet: {
    rule: 'ZERO-4',
    value: 1,
    unit: 'mmHg',
    what: 'adjacent means of a quiet gauge differ by less than this',
  },
  zeroLongest: { rule: 'ZERO-6', value: 8, unit: 's', what: 'zeroing takes no longer than this' },
  zeroFurthest: {
    rule: 'ZERO-7',
    value: 10,
    unit: 'mmHg',
    what: 'greatest distance between a zero and the factory zero',
  },
  zeroDrift: {
    rule: 'ZERO-8',
    value: 0.5,
    unit: 'mmHg',
    what: 'most that a zero may rise soon after a squeeze',
  },
  zeroSlack: { rule: 'ZERO-8', value: 60, unit: 's', what: 'how long after a squeeze counts as soon' },
  gaugeMissing: { rule: 'FAULT-8', value: 0.5, unit: 's', what: 'longest time without a reading' },
  gaugeFrozen: { rule: 'FAULT-8', value: 3, unit: 's', what: 'longest time with exactly the same reading' },
  gaugeOutside: { rule: 'FAULT-8', value: 0.2, unit: 's', what: 'longest time with an impossible reading' },
  restEvery: {
    rule: 'GAUGE-1',
    value: 3,
    unit: 's',
    what: 'each such length of a vent gives one rest reading',
  },
  restLeast: { rule: 'GAUGE-1', value: -5, unit: 'mmHg', what: 'lowest good rest reading' },
  restMost: { rule: 'GAUGE-1', value: 9, unit: 'mmHg', what: 'highest good rest reading' },
  restFalls: {
    rule: 'GAUGE-1',
    value: 1.5,
    unit: 'mmHg',
    what: 'a zone that falls by this from one rest reading to the next empties',
  },
  restFallsShare: {
    rule: 'GAUGE-1',
    value: 0.5,
    unit: '×',
    what: 'so does one that falls by this much of what it fell before',
  },
  restFallsLeast: {
    rule: 'GAUGE-1',
    value: 0.3,
    unit: 'mmHg',
    what: 'a zone that falls by less does not empty',
  },
  restSlow: {
    rule: 'GAUGE-1',
    value: 12,
    unit: 's',
    what: 'a zone that still empties so long after its vent opened empties slowly',
  },
  belowTime: {
    rule: 'GAUGE-2',
    value: 1,
    unit: 's',
    what: 'readings too low for this long are one bad rest reading',
  },
  gaugesApart: {
    rule: 'GAUGE-4',
    value: 10,
    unit: 'mmHg',
    what: 'greatest difference between the two gauges of a zone',
  },
  gaugesApartTime: {
    rule: 'GAUGE-4',
    value: 2,
    unit: 's',
    what: 'a greater difference is a fault once it has lasted this long',
  },
  gaugesStill: {
    rule: 'GAUGE-4',
    value: 0.5,
    unit: 's',
    what: 'the two gauges are compared once both valves have been closed for this long',
  },
} as const satisfies Record<string, Figure>;
