/** How long a cycle is expected to take, also once it has been changed while it is played. */

import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg } from '../../../firmware-protocol/quantities.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { asMeant } from '../../../src/program/program.ts';
import { defaultFillModel } from '../../../src/safety/fill-model.ts';
import { expectationOf } from '../../../src/scheduler/expected.ts';
import { composeCycle } from '../../../src/timeline/cycle/compose.ts';
import { bootsOf } from '../program/boots.ts';

const boots = bootsOf(5);
const fills = defaultFillModel(boots);
const cycle = composeCycle(asMeant(postMarathon), boots, fills, { index: 1 });
const air = { fills, rise: 0, refilled: 0 };

describe('what is expected of a cycle', () => {
  it('is worked out once for cycles that are alike', () => {
    expect(expectationOf({ ...cycle }, boots, air)).toBe(expectationOf(cycle, boots, air));
  });

  it('is less for a cycle that is cut short, though its keyframes are the same', () => {
    const { wall } = expectationOf(cycle, boots, air);
    const short = { ...cycle, length: milliseconds(cycle.length - 5000) };
    expect(expectationOf(short, boots, air).wall).toBeCloseTo(wall - 5, 6);
  });

  it('lets only those zones begin higher that the cycle still squeezes', () => {
    const risen = { ...air, rise: 3 };
    const [before, after] = [cycle, { ...cycle, peaks: cycle.peaks.map(() => mmhg(0)) }].map(
      (each) => expectationOf(each, boots, risen).waited,
    );
    expect(before).toBeLessThan(expectationOf(cycle, boots, air).waited);
    expect(after).toBe(expectationOf(cycle, boots, air).waited);
  });
});
