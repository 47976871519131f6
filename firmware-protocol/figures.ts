/** Figures of the rules by which boots measure (PROTOCOL.md 8.3). */

export interface Figure {
  /** The requirement that it belongs to. */
  readonly rule: string;
  readonly value: number;
  readonly unit: string;
  /** What it is, in the words of PROTOCOL.md 8.3. */
  readonly what: string;
}

export const figures = {
  zeroWindow: { rule: 'ZERO-3', value: 0.5, unit: 's', what: 'readings are averaged over this' },
  zeroQuiet: { rule: 'ZERO-4', value: 1, unit: 'mmHg', what: 'means of a quiet gauge differ by less' },
  zeroLongest: { rule: 'ZERO-6', value: 8, unit: 's', what: 'zeroing lasts no longer' },
  zeroFurthest: { rule: 'ZERO-7', value: 10, unit: 'mmHg', what: 'no zero is further from the factory zero' },
  zeroDrift: {
    rule: 'ZERO-8',
    value: 0.5,
    unit: 'mmHg',
    what: 'soon after a squeeze a zero rises by no more',
  },
  zeroSlack: { rule: 'ZERO-8', value: 60, unit: 's', what: 'soon is within this' },
  gaugeMissing: { rule: 'FAULT-8', value: 0.5, unit: 's', what: 'readings are missing for no longer' },
  gaugeFrozen: { rule: 'FAULT-8', value: 3, unit: 's', what: 'readings are the same for no longer' },
  gaugeOutside: { rule: 'FAULT-8', value: 0.2, unit: 's', what: 'readings are impossible for no longer' },
  restEvery: {
    rule: 'GAUGE-1',
    value: 3,
    unit: 's',
    what: 'a vented zone gives a rest reading each time this has passed',
  },
  restLeast: { rule: 'GAUGE-1', value: -5, unit: 'mmHg', what: 'the lowest that is good' },
  restMost: { rule: 'GAUGE-1', value: 9, unit: 'mmHg', what: 'the highest that is good' },
  restFalls: {
    rule: 'GAUGE-1',
    value: 0.5,
    unit: 'mmHg',
    what: 'a zone that still empties falls by this from one to the next',
  },
  belowTime: { rule: 'GAUGE-2', value: 1, unit: 's', what: 'too low for this long is bad' },
  gaugesApart: { rule: 'GAUGE-4', value: 10, unit: 'mmHg', what: 'two gauges of a zone differ by no more' },
  gaugesApartTime: { rule: 'GAUGE-4', value: 2, unit: 's', what: 'or for less than this' },
  gaugesStill: { rule: 'GAUGE-4', value: 0.5, unit: 's', what: 'once the valves have been closed for this' },
  strayLeast: { rule: 'STRAY-1', value: 5, unit: 'mmHg', what: 'a zone that blows off is above this' },
  strayBlown: { rule: 'STRAY-1', value: 2, unit: 's', what: 'it does so for this long' },
  strayExpected: { rule: 'STRAY-2', value: 12, unit: 'mmHg', what: 'so much movement is expected' },
  straySeen: { rule: 'STRAY-2', value: 0.45, unit: 'of it', what: 'and more than this is seen' },
  strayMuch: { rule: 'STRAY-2', value: 24, unit: 'mmHg', what: 'at this both sums halve' },
  strayFastest: { rule: 'STRAY-3', value: 12, unit: 'mmHg/s', what: 'no faster movement is expected' },
  strayWindow: { rule: 'STRAY-3', value: 3, unit: 's', what: 'movement is measured over this' },
  strayRest: { rule: 'STRAY-3', value: 2.6, unit: 's', what: "the lowest reading of this is the zone's own" },
  strayGap: {
    rule: 'STRAY-3',
    value: 3,
    unit: 'mmHg',
    what: 'nearer than this to F or the manifold flows say nothing',
  },
  straySwing: { rule: 'STRAY-4', value: 3, unit: 'mmHg', what: 'a zone that swings by more is moved' },
  straySuspicion: {
    rule: 'FAULT-10',
    value: 0.35,
    unit: 'of it',
    what: 'so much evidence is enough where something else is wrong too',
  },
  leakSettles: {
    rule: 'L16-3',
    value: 0.12,
    unit: 's',
    what: 'valves are closed when told so for this long',
  },
  leakPiece: { rule: 'L16-3', value: 0.5, unit: 's', what: 'closed time in a piece' },
  leakFast: {
    rule: 'L16-4',
    value: 12,
    unit: 'pieces',
    what: 'so many more fast than other pieces are a fault',
  },
  leakSlow: {
    rule: 'L16-5',
    value: 12,
    unit: 'pieces',
    what: 'so many more slow than other pieces are a warning',
  },
  leakTopUps: {
    rule: 'L16-6',
    value: 8,
    unit: 's',
    what: 'so much more time on top-ups than between them is a fault',
  },
  holdNear: { rule: 'L16-7', value: 3, unit: 'mmHg', what: 'within this of its target a hold begins to age' },
  holdCools: { rule: 'L16-7', value: 1, unit: 's', what: 'losses count from this age on' },
  holdFades: { rule: 'L16-7', value: 4, unit: 'mmHg/s', what: 'a push is forgotten at this rate' },
  holdMuch: { rule: 'L16-7', value: 16, unit: 's', what: 'with so much time of holds both sums halve' },
  holdEnough: {
    rule: 'L16-8',
    value: 4,
    unit: 's',
    what: 'holds of so much time prove a leak; of twice that, a slow one',
  },
  holdSunk: { rule: 'L16-8', value: 7, unit: 'mmHg', what: 'a leaking zone is no further below its target' },
  holdPersists: { rule: 'L16-8', value: 2, unit: 's', what: 'it is so for this long' },
  vainRise: { rule: 'L17-1', value: 1.5, unit: 'mmHg', what: 'a rise' },
  vainTaut: { rule: 'L17-2', value: 5, unit: 'mmHg', what: 'a bag is taut above this' },
  vainResidue: {
    rule: 'L17-2',
    value: 2.7,
    unit: '×',
    what: 'a bag takes so many times what it took at its first fill',
  },
  vainLeast: {
    rule: 'L17-2',
    value: 0.4,
    unit: '×',
    what: 'its limit is no smaller share of what the Feature states',
  },
  vainShare: { rule: 'L17-3', value: 0.4, unit: '×', what: 'a share of its limit that makes a zone suspect' },
  fillTelling: { rule: 'L18-1', value: 12, unit: 'mmHg', what: 'smaller fills are not judged' },
  fillLeast: { rule: 'L18-1', value: 250, unit: 'mL', what: 'less air is not judged' },
  fillGoesOn: { rule: 'L18-1', value: 1, unit: 's', what: 'a fill that goes on within this is the same' },
  fillAlike: { rule: 'L18-2', value: 3, unit: 'mmHg', what: 'pressures this close are alike' },
  pumpVain: {
    rule: 'FAULT-9',
    value: 3,
    unit: 'mmHg',
    what: 'so much rise that does not come is air in vain',
  },
  pumpRise: { rule: 'FAULT-9', value: 1.5, unit: 'mmHg', what: 'a rise' },
} as const satisfies Record<string, Figure>;
