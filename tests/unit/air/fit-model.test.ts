import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel, type FillModel } from '../../../src/air/fill-model.ts';
import { fitModel } from '../../../src/air/fit-model.ts';
import { predict } from '../../../src/air/predict.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { startingSettings } from '../../../src/program/program.ts';
import { composeCycle } from '../../../src/timeline/cycle/compose.ts';
import { bootsOf } from '../program/boots.ts';

const boots = bootsOf(5);
const model = defaultFillModel(boots);
const settings = { ...startingSettings(postMarathon), intensity: mmhg(55) };
const { keyframes, before } = composeCycle(settings, boots, model, { index: 1 });
const waits = (fills: FillModel): number =>
  predict(keyframes, boots, fills, before).waits.reduce((sum, wait) => sum + wait, 0);
const fittedTo = (fills: FillModel, waited: number): FillModel =>
  fitModel(fills, boots, { keyframes, from: before, waited: seconds(waited) });

describe('the fill model fitted to reported waits', () => {
  it('predicts the next cycle as the last one was', () => {
    for (const truth of [0.6, 0.8, 1.3, 2.5]) {
      const actual = waits({ ...model, slowness: truth });
      expect(waits(fittedTo(model, actual)) / actual).toBeCloseTo(1, 1);
    }
  });

  it('converges on the true slowness', () => {
    for (const truth of [0.6, 0.8, 1.3, 2.5]) {
      const actual = waits({ ...model, slowness: truth });
      let fills = model;
      for (let cycle = 0; cycle < 6; cycle++) fills = fittedTo(fills, actual);
      expect(fills.slowness / truth).toBeGreaterThan(0.95);
      expect(fills.slowness / truth).toBeLessThan(1.05);
      expect(fills.residual).toBeCloseTo(1, 1);
    }
  });

  it('attributes nearly all of a difference to slowness, and what is left to the residual', () => {
    const { slowness, residual } = fittedTo(model, waits({ ...model, slowness: 2.4 }));
    expect(slowness).toBeGreaterThan(1.9);
    expect(slowness).toBeLessThan(2.4);
    expect(residual).toBeGreaterThan(1);
    expect(residual).toBeLessThan(1.2);
  });

  it('stays within slowness 0.4 to 3 and residual 0.5 to 2, whatever is reported', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { maxLength: 6 }), (reports) => {
        let now = model;
        for (const waited of reports) now = fittedTo(now, waited);
        expect(now.slowness).toBeGreaterThanOrEqual(0.4);
        expect(now.slowness).toBeLessThanOrEqual(3);
        expect(now.residual).toBeGreaterThanOrEqual(0.5);
        expect(now.residual).toBeLessThanOrEqual(2);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    { reported: 'far too long', waited: 3000, slowness: 3, residual: 2 },
    { reported: 'far too short', waited: 1, slowness: 0.4, residual: 0.5 },
  ])('stops at the slowest and at the quickest plausible air, however often waits are $reported', (far) => {
    let fills = model;
    for (let cycle = 0; cycle < 40; cycle++) fills = fittedTo(fills, far.waited);
    const { slowness, residual } = fills;
    expect({ slowness, residual }).toEqual({
      slowness: far.slowness,
      residual: far.residual,
    });
  });

  it('leaves slowness alone where the ramp sets the waits', () => {
    const gentle = keyframes.map((keyframe) => ({ ...keyframe, ramp: mmhgPerSecond(3) }));
    const wait = predict(gentle, boots, model, before).waits.reduce((sum, each) => sum + each, 0);
    const { slowness, residual } = fitModel(model, boots, {
      keyframes: gentle,
      from: before,
      waited: seconds(1.3 * wait),
    });
    expect(slowness).toBeLessThan(1.1);
    expect(residual).toBeGreaterThan(1.2);
  });

  it('ignores an observation without keyframes, or with waits of 0 s or not a number', () => {
    expect(fittedTo(model, 0)).toBe(model);
    expect(fittedTo(model, Number.NaN)).toBe(model);
    expect(fitModel(model, boots, { keyframes: [], from: 0, waited: seconds(5) })).toBe(model);
  });
});
