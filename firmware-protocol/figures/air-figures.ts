/** Figures of the rules by which the boots find leaks, fills that raise no pressure, and a dead pump. */

import type { Figure } from './figure.ts';

export const airFigures = {
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
  fillMoved: {
    rule: 'L18-5',
    value: 8,
    unit: 'mmHg',
    what: 'the leg moves if the pressure falls with the valve open, or rises with it closed, by more',
  },
  pumpVain: {
    rule: 'FAULT-9',
    value: 3,
    unit: 'mmHg',
    what: 'air is in vain if it should have raised its zones by this and did not',
  },
  pumpOpens: {
    rule: 'FAULT-9',
    value: 0.15,
    unit: 's',
    what: 'the air of a valve counts once it has been open for this long',
  },
  pumpRise: {
    rule: 'FAULT-9',
    value: 1.5,
    unit: 'mmHg',
    what: 'least gain of pressure that counts as a rise',
  },
} as const satisfies Record<string, Figure>;
