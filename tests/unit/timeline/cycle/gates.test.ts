import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../../firmware-protocol/limits.ts';
import { litresPerMinute, mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../../src/air/fill-model.ts';
import { predict } from '../../../../src/air/predict.ts';
import { sequentialHold } from '../../../../src/program/patterns/sequential-hold.ts';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import { strong } from '../../../../src/program/presets/strong.ts';
import { travelLegs } from '../../../../src/program/presets/travel-legs.ts';
import { ultra } from '../../../../src/program/presets/ultra.ts';
import { asProgrammed, startingSettings } from '../../../../src/program/program.ts';
import { reverseGradientZone } from '../../../../src/safety/reverse-gradient.ts';
import { composeCycle } from '../../../../src/timeline/cycle/compose.ts';
import { bootsOf } from '../../program/boots.ts';

describe('gates', () => {
  it('together keep the limit of time above 30 mmHg however slow the air turns out to be', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(postMarathon, strong, travelLegs),
        fc.integer({ min: 3, max: 6 }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (program, zones, slowness) => {
          const boots = bootsOf(zones);
          const settings = { ...startingSettings(program), intensity: mmhg(Math.min(80, program.peak)) };
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

  it('keep the limit of the share of time too, where leaks keep targets from being reached', () => {
    const boots = { ...bootsOf(7, ['left', 'right'], 4.6), pumps: 'each' as const };
    const pattern = { ...ultra.pattern, hold: seconds(2), rest: seconds(3) };
    const settings = { ...startingSettings({ ...ultra, pattern }), intensity: mmhg(71) };
    const { keyframes, before, length } = composeCycle(settings, boots, defaultFillModel(boots), {
      index: 1,
    });
    const never = { ...defaultFillModel(boots), pumpFlow: litresPerMinute(3), leak: 0.006 };
    let above = 0;
    let last = 0;
    const { waits, wall } = predict(keyframes, boots, never, before, (at, pressures) => {
      if ((pressures[0] ?? 0) > 30) above += at - last;
      last = at;
    });
    expect(waits.some((wait, index) => wait > 0 && wait > (keyframes[index]?.gate ?? 0) - 0.2)).toBe(true);
    const rest = (length - (keyframes.at(-1)?.at ?? 0)) / 1000;
    expect(above / (wall + rest)).toBeLessThanOrEqual(limits.shareAbove30.byDefault / 100);
  });

  it('do not wait long at a reverse gradient when quick air stops short of a target', () => {
    const boots = bootsOf(7);
    const pattern = { ...sequentialHold.pattern, onsetDelay: seconds(0), steps: 1, hold: seconds(0) };
    const softAnkle = [asProgrammed, { ...asProgrammed, trim: mmhg(-14) }];
    const settings = {
      ...startingSettings({ ...sequentialHold, pattern }),
      intensity: mmhg(80),
      zones: { left: softAnkle, right: softAnkle },
    };
    const fills = defaultFillModel(boots);
    const { keyframes, before } = composeCycle(settings, boots, fills, { index: 1 });
    const { gate = 0, targets = [] } = keyframes[1] ?? {};
    expect(targets.slice(0, 3)).toEqual([80, 66, 80]);
    let begins = 0;
    let last = 0;
    const quick = { ...fills, slowness: 0.75 };
    predict(keyframes.slice(0, 2), boots, quick, before, (at, pressures, asked) => {
      if (asked[0] === 80 && last === 0) last = at;
      if (reverseGradientZone(pressures.subarray(0, 7)) === null) begins = at - last;
    });
    expect(begins).toBeGreaterThan(10);
    expect(gate - begins).toBeLessThanOrEqual(limits.reverseGradient.byDefault);
  });

  it('may wait at least a fifth longer than predicted', () => {
    const boots = bootsOf(5);
    const { keyframes, waits } = composeCycle(
      startingSettings(postMarathon),
      boots,
      defaultFillModel(boots),
      {
        index: 1,
      },
    );
    keyframes.forEach(({ gate }, index) => {
      if (gate > 0) expect(gate).toBeGreaterThanOrEqual(1.2 * (waits[index] ?? 0));
    });
  });
});
