/**
 * Sequential hold, the classic pattern of boots (Northey 2016, JSCR 30(2):533): zones fill from foot to hip, stay full,
 * and are released together.
 */

import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Program } from '../program.ts';
import { evenly } from '../shape.ts';

export const sequentialHold: Program = {
  id: 'plain-sequential-hold',
  name: 'Sequential hold',
  purpose: 'Each part is squeezed after the one below it and stays squeezed until all release together.',
  pattern: {
    id: 'sequential-hold',
    name: 'Sequential hold',
    prefill: mmhg(18),
    onsetDelay: null,
    breathing: false,
    steps: 5,
    ramp: mmhgPerSecond(14),
    hold: seconds(4),
    pulse: null,
    trailingHolds: 4,
    release: 'together',
    rest: seconds(15),
    warmUpCycles: 0,
    legs: 'together',
    sections: [],
  },
  shape: evenly(1),
  peak: mmhg(60),
  minutes: 20,
};
