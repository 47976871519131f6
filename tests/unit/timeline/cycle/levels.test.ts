import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../../../../src/program/boots-shape.ts';
import { firstTime } from '../../../../src/program/presets/first-time.ts';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import {
  legParts,
  type PartShape,
  type Program,
  type Settings,
  startingSettings,
} from '../../../../src/program/program.ts';
import { type Level, levelsOf } from '../../../../src/timeline/cycle/levels.ts';
import { turnOf } from '../../../../src/timeline/turns.ts';
import { anyBoots, bootsOf } from '../../program/boots.ts';

/** The levels (such as the peak, and the pressure held behind the wave) of the zones of the left leg. */
const leg = (settings: Settings, intensity: number, boots: BootsShape): readonly Level[] =>
  levelsOf({ ...settings, intensity, boots, turn: turnOf(settings, boots, 0) })[0] ?? [];
const peaks = (program: Program, intensity: number, zones: number) =>
  leg(startingSettings(program), intensity, bootsOf(zones)).map(({ peak }) => peak);

describe('peaks of the zones', () => {
  it('squeeze the foot a fifth less in Post-marathon', () => {
    expect(peaks(postMarathon, 55, 5)).toEqual([44, 55, 55, 55, 55]);
    expect(peaks(postMarathon, 80, 3)).toEqual([64, 80, 80]);
  });

  it('keep a step of 5 mmHg where a light squeeze would shrink it', () => {
    expect(peaks(postMarathon, 20, 5)).toEqual([15, 20, 20, 20, 20]);
    expect(peaks(firstTime, 28, 5)).toEqual([28, 28, 23, 23, 18]);
  });

  it('are equal where there is no room for a step', () => {
    expect(peaks(firstTime, 15, 5)).toEqual([15, 15, 15, 15, 15]);
  });

  it('hold 55 to 60 % of the intensity behind the wave of Post-marathon', () => {
    for (let intensity = 30; intensity <= 80; intensity++) {
      for (const { held } of leg(startingSettings(postMarathon), intensity, bootsOf(5))) {
        expect(held).toBeGreaterThanOrEqual(0.55 * intensity);
        expect(held).toBeLessThanOrEqual(0.6 * intensity);
      }
    }
  });

  it('keep the rules of a gradient for any shape', () => {
    const anyPart: fc.Arbitrary<PartShape> = fc.record({
      enabled: fc.boolean(),
      fraction: fc.double({ min: 0, max: 1, noNaN: true }),
      holdFraction: fc.double({ min: 0, max: 1, noNaN: true }),
      trim: fc.integer({ min: -20, max: 20 }).map(mmhg),
      boost: fc.constant(postMarathon.shape.foot.boost),
    });
    const anyShape = fc
      .tuple(anyPart, anyPart, anyPart, anyPart, anyPart, anyPart)
      .map((parts) => Object.fromEntries(legParts.map((leg, index) => [leg, parts[index] ?? parts[0]])));
    fc.assert(
      fc.property(anyShape, anyBoots, fc.integer({ min: 15, max: 80 }), (shape, boots, intensity) => {
        const program = { ...postMarathon, shape: { ...postMarathon.shape, ...shape } };
        const levels = leg(startingSettings(program), intensity, boots).map((level, zone) => ({
          ...level,
          zone,
        }));
        const on = levels.filter(({ enabled }) => enabled);
        const highest = Math.max(...on.map(({ peak }) => peak));
        on.forEach(({ peak, held, zone }, index) => {
          expect(peak).toBeGreaterThanOrEqual(Math.max(15, 0.6 * highest - 0.25));
          expect(peak).toBeLessThanOrEqual(80);
          expect(held).toBeLessThanOrEqual(peak);
          const distal = on[index - 1]?.peak;
          if (distal === undefined) return;
          expect(distal === peak || Math.abs(distal - peak) >= 5).toBe(true);
          if (boots.parts[zone] === 'knee') expect(peak).toBeLessThanOrEqual(distal);
        });
      }),
      { numRuns: 500 },
    );
  });
});
