import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../firmware-protocol/limits.ts';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { strong } from '../../../src/program/presets/strong.ts';
import { travelLegs } from '../../../src/program/presets/travel-legs.ts';
import { asMeant } from '../../../src/program/program.ts';
import { defaultFillModel } from '../../../src/safety/fill-model.ts';
import { predict } from '../../../src/safety/prediction.ts';
import { composeCycle } from '../../../src/timeline/compose.ts';
import { bootsOf } from '../program/boots.ts';

describe('gates', () => {
  it('together keep the time above 30 mmHg however slow the air turns out to be', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(postMarathon, strong, travelLegs),
        fc.integer({ min: 3, max: 6 }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (program, zones, slowness) => {
          const boots = bootsOf(zones);
          const settings = { ...asMeant(program), intensity: mmhg(Math.min(80, program.peak)) };
          const { keyframes, before } = composeCycle(settings, boots, defaultFillModel(boots), { index: 1 });
          const above = new Array<number>(zones).fill(0);
          let last = 0;
          predict(keyframes, boots, { ...defaultFillModel(boots), slowness }, before, (at, pressures) => {
            pressures.forEach((pressure, zone) => {
              if (pressure > 30) above[zone] = (above[zone] ?? 0) + at - last;
            });
            last = at;
          });
          expect(Math.max(...above)).toBeLessThanOrEqual(limits.timeAbove30.byDefault);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('wait for longer than is expected', () => {
    const boots = bootsOf(5);
    const { keyframes, waits } = composeCycle(asMeant(postMarathon), boots, defaultFillModel(boots), {
      index: 1,
    });
    keyframes.forEach(({ gate }, index) => {
      if (gate > 0) expect(gate).toBeGreaterThanOrEqual(1.2 * (waits[index] ?? 0));
    });
  });
});
