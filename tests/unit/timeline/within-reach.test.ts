/** The script with which a running session continues once its air has been estimated. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel, type FillModel } from '../../../src/air/fill-model.ts';
import type { BootsShape } from '../../../src/program/boots-shape.ts';
import { ultra } from '../../../src/program/presets/ultra.ts';
import { programs } from '../../../src/program/presets.ts';
import { type Settings, startingSettings } from '../../../src/program/program.ts';
import { checkTimeline } from '../../../src/safety/envelope.ts';
import { fromStart, script } from '../../../src/timeline/script.ts';
import { withinReach } from '../../../src/timeline/within-reach.ts';
import { bootsOf } from '../program/boots.ts';
import { mostOf } from './any-settings.ts';

const wholeSession = (settings: Settings, boots: BootsShape, fills: FillModel) =>
  script({ settings, boots, fills }, fromStart(settings, boots)).keyframes;
const reached = (settings: Settings, boots: BootsShape, fills: FillModel) =>
  withinReach({ settings, boots, fills }, fromStart(settings, boots), []);
const problemsOf = (settings: Settings, boots: BootsShape, fills: FillModel) =>
  checkTimeline(wholeSession(settings, boots, fills), boots, fills, mmhg(80), { open: true });

describe('the script within reach', () => {
  it('passes the check at the intensity asked for, or else at one that 2 mmHg more would break; at an intensity that the program is meant for, on air less than 1.3 times as slow, always at the one asked for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...programs),
        fc.integer({ min: 30, max: 80 }),
        fc.double({ min: 0.4, max: 2, noNaN: true }),
        fc.integer({ min: 3, max: 8 }),
        (program, intensity, slowness, zones) => {
          const boots = bootsOf(zones, ['left', 'right'], 8);
          const fills = { ...defaultFillModel(boots), slowness };
          const settings = { ...startingSettings(program), intensity: mmhg(intensity), minutes: 5 };
          const found = reached(settings, boots, fills);
          if ('problem' in found) throw new Error(found.problem.kind);
          const { keyframes } = found.script;
          expect(checkTimeline(keyframes, boots, fills, mmhg(80), { open: true })).toEqual([]);
          expect(keyframes).toEqual(wholeSession({ ...settings, intensity: found.intensity }, boots, fills));
          const isMeant = intensity <= mostOf(program);
          if (isMeant && slowness < 1.3) expect(found.intensity).toBe(intensity);
          const asked = script({ settings, boots, fills }, fromStart(settings, boots)).cycles;
          const isWithin = asked.every(({ fits }) => fits) && problemsOf(settings, boots, fills).length === 0;
          if (isWithin) expect(found.intensity).toBe(intensity);
          if (found.intensity === intensity) return;
          expect(found.intensity).toBeLessThan(intensity);
          const more = { ...settings, intensity: mmhg(Math.min(intensity, found.intensity + 2)) };
          const { cycles } = script({ settings: more, boots, fills }, fromStart(more, boots));
          if (cycles.every(({ fits }) => fits)) expect(problemsOf(more, boots, fills)).not.toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  }, 240_000);

  it('has less pressure, 60 mmHg or more in place of 80, where the air is too slow for the intensity asked for', () => {
    const boots = bootsOf(5, ['left', 'right'], 8);
    const fills = { ...defaultFillModel(boots), slowness: 2.1 };
    const settings = { ...startingSettings(ultra), intensity: mmhg(80), minutes: 5 };
    const found = reached(settings, boots, fills);
    if ('problem' in found) throw new Error(found.problem.kind);
    expect(found.intensity).toBeLessThan(80);
    expect(found.intensity).toBeGreaterThanOrEqual(60);
    expect(problemsOf({ ...settings, intensity: found.intensity }, boots, fills)).toEqual([]);
  });

  it('does not exist where not even the least intensity helps; the problem is that of the intensity asked for', () => {
    const boots = { ...bootsOf(5), longestSession: seconds(60) };
    const found = reached({ ...startingSettings(ultra), minutes: 5 }, boots, defaultFillModel(boots));
    expect(found).toHaveProperty('problem.kind', 'sessionTooLong');
  });
});
