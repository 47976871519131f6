/** The figures of the rules by which the boots judge gauges, valves and air (PROTOCOL.md 8.3). */

export interface Figure {
  /** The id of the requirement that uses the figure. */
  readonly rule: string;
  readonly value: number;
  readonly unit: string;
  /** What the figure is, word for word as in PROTOCOL.md 8.3. */
  readonly what: string;
}

export const figures = {
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
    value: 0.5,
    unit: 'mmHg',
    what: 'an emptying zone falls by at least this from one rest reading to the next',
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
  strayLeast: { rule: 'STRAY-1', value: 5, unit: 'mmHg', what: 'a zone that blows off is above this' },
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
  straySuspicion: {
    rule: 'FAULT-10',
    value: 0.35,
    unit: '×',
    what: 'share of the evidence that is enough where there is other evidence',
  },
  leakSettles: {
    rule: 'L16-3',
    value: 0.12,
    unit: 's',
    what: 'closed time begins once both valves have been closed for this long',
  },
  leakPiece: { rule: 'L16-3', value: 0.5, unit: 's', what: 'closed time in one piece' },
  leakFast: { rule: 'L16-4', value: 12, unit: 'pieces', what: 'fast count that is a fault' },
  leakSlow: { rule: 'L16-5', value: 12, unit: 'pieces', what: 'slow count that is a warning' },
  leakTopUps: { rule: 'L16-6', value: 8, unit: 's', what: 'count of time on top-ups that is a fault' },
  holdNear: {
    rule: 'L16-7',
    value: 3,
    unit: 'mmHg',
    what: 'the age of a hold begins once the zone is this near its target',
  },
  holdCools: {
    rule: 'L16-7',
    value: 1,
    unit: 's',
    what: 'age until which the air cools; losses count after it',
  },
  holdFades: {
    rule: 'L16-7',
    value: 4,
    unit: 'mmHg/s',
    what: 'rate at which a push of the leg is forgotten',
  },
  holdMuch: {
    rule: 'L16-7',
    value: 16,
    unit: 's',
    what: 'once all holds together come to this, both sums are halved',
  },
  holdEnough: {
    rule: 'L16-8',
    value: 4,
    unit: 's',
    what: 'holds of this total time prove a leak, of twice that a slow leak',
  },
  holdSunk: {
    rule: 'L16-8',
    value: 7,
    unit: 'mmHg',
    what: 'a leaking zone is no further below its target than this',
  },
  holdPersists: {
    rule: 'L16-8',
    value: 2,
    unit: 's',
    what: 'a rate that is too high for this long is a leak',
  },
  vainRise: { rule: 'L17-1', value: 1.5, unit: 'mmHg', what: 'least gain of pressure that counts as a rise' },
  vainTaut: { rule: 'L17-2', value: 5, unit: 'mmHg', what: 'a bag is taut above this' },
  vainResidue: {
    rule: 'L17-2',
    value: 2.7,
    unit: '×',
    what: 'limit of a zone, as a multiple of the air that its bag took at its first fill',
  },
  vainLeast: {
    rule: 'L17-2',
    value: 0.4,
    unit: '×',
    what: 'lowest limit of a zone, as a share of what the Feature states',
  },
  vainShare: {
    rule: 'L17-3',
    value: 0.4,
    unit: '×',
    what: 'share of its limit, given in vain, that makes a zone suspect',
  },
  fillTelling: {
    rule: 'L18-1',
    value: 12,
    unit: 'mmHg',
    what: 'a fill that raises the pressure by less is not judged',
  },
  fillLeast: { rule: 'L18-1', value: 250, unit: 'mL', what: 'a fill that takes less air is not judged' },
  fillGoesOn: {
    rule: 'L18-1',
    value: 1,
    unit: 's',
    what: 'a fill that continues within this time is the same fill',
  },
  fillAlike: {
    rule: 'L18-2',
    value: 3,
    unit: 'mmHg',
    what: 'fills are alike if their pressures differ by no more',
  },
  pumpVain: {
    rule: 'FAULT-9',
    value: 3,
    unit: 'mmHg',
    what: 'air is in vain if it should have raised its zones by this and did not',
  },
  pumpRise: {
    rule: 'FAULT-9',
    value: 1.5,
    unit: 'mmHg',
    what: 'least gain of pressure that counts as a rise',
  },
} as const satisfies Record<string, Figure>;
