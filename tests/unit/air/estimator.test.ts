import { describe, expect, it } from 'vitest';
import { seconds } from '../../../firmware-protocol/quantities.ts';
import { cycleTime } from '../../../src/air/cycle-time.ts';
import {
  type AirEstimate,
  afterCycle,
  airOf,
  atCycleStart,
  initialEstimate,
} from '../../../src/air/estimator.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import { muscleFlush } from '../../../src/program/presets/muscle-flush.ts';
import { asMeant } from '../../../src/program/program.ts';
import { airCycleOf } from '../../../src/scheduler/forecast.ts';
import { fromStart, type Script, type ScriptCycle, script } from '../../../src/timeline/script.ts';
import { bootsOf } from '../program/boots.ts';

const boots = bootsOf(5);
const settings = asMeant(muscleFlush);
const fills = defaultFillModel(boots);
const plan: Script = script(settings, boots, fills, fromStart(settings, boots));
const cycle = (number: number): ScriptCycle => {
  const found = plan.cycles[number - 1];
  if (!found) throw new Error(`there is no cycle ${number}`);
  return found;
};
const initial = initialEstimate(fills);

/** Cycles as a person counts them: ten of the lower leg, then ten of the upper. */
const second = cycle(2);
const third = cycle(3);
const firstOfUpper = cycle(11);
const secondOfUpper = cycle(12);
const lowerAgain = cycle(21);

const forecastWait = (estimate: AirEstimate, each: ScriptCycle, isPlaying = false): number => {
  const own = airCycleOf(plan, each);
  return cycleTime(own, boots, airOf(estimate, own, isPlaying)).waited;
};

const afterWaiting = (
  estimate: AirEstimate,
  each: ScriptCycle,
  waited: number,
  mould = waited / 3,
): AirEstimate =>
  afterCycle(estimate, boots, airCycleOf(plan, each), { waited: seconds(waited), mould: seconds(mould) });

/** Every zone is measured at `pressure` as a cycle begins. */
const startingAt = (estimate: AirEstimate, each: ScriptCycle, pressure: number): AirEstimate =>
  atCycleStart(
    estimate,
    airCycleOf(plan, each),
    each.before.map(() => pressure),
  );

describe('the estimate of the air', () => {
  it('follows the waits of the second cycle, and ignores those of the first, which is cold', () => {
    expect(afterWaiting(initial, cycle(1), 90)).toBe(initial);
    const usual = forecastWait(initial, second);
    expect(forecastWait(afterWaiting(initial, second, 1.4 * usual), third) / usual).toBeCloseTo(1.4, 1);
  });

  it('averages cycles: one that differs by chance counts for a quarter', () => {
    const usual = forecastWait(initial, second);
    const settled = [2, 3, 4, 5, 6].reduce(
      (now, number) => afterWaiting(now, cycle(number), 1.2 * usual),
      initial,
    );
    expect(forecastWait(settled, third) / usual).toBeCloseTo(1.2, 1);
    const odd = forecastWait(afterWaiting(settled, cycle(7), 1.6 * usual), third) / usual;
    expect(odd).toBeGreaterThan(1.26);
    expect(odd).toBeLessThan(1.34);
  });

  it('follows air that changes for good', () => {
    const usual = forecastWait(initial, second);
    let now = [2, 3, 4, 5].reduce((known, number) => afterWaiting(known, cycle(number), usual), initial);
    for (let number = 0; number < 8; number++) now = afterWaiting(now, third, 1.5 * usual);
    expect(forecastWait(now, third) / usual).toBeGreaterThan(1.42);
  });

  it('takes bags that begin emptier to fill for longer: in this cycle where they have rested, else in those to come', () => {
    const usual = startingAt(initial, second, 5);
    const low = startingAt(usual, firstOfUpper, 3);
    expect(forecastWait(low, firstOfUpper, true)).toBeGreaterThan(
      forecastWait(low, firstOfUpper, false) + 0.5,
    );
    expect(forecastWait(low, secondOfUpper)).toBe(forecastWait(usual, secondOfUpper));
    expect(forecastWait(startingAt(initial, second, 6), third)).toBeLessThan(forecastWait(usual, third));
  });

  it('learns how much longer a rested part of the leg takes from the first cycle of another one', () => {
    const known = [2, 3, 4].reduce(
      (now, number) => afterWaiting(now, cycle(number), forecastWait(now, second)),
      initial,
    );
    expect(forecastWait(known, firstOfUpper)).toBeGreaterThan(forecastWait(known, secondOfUpper) + 0.5);
    const usual = forecastWait(known, firstOfUpper);
    const wave = usual - 4;
    const costly = afterWaiting(known, firstOfUpper, usual + 2, usual + 2 - wave);
    const cheap = afterWaiting(known, firstOfUpper, usual - 1, usual - 1 - wave);
    expect(forecastWait(costly, lowerAgain)).toBeGreaterThan(forecastWait(cheap, lowerAgain) + 0.3);
    expect(forecastWait(costly, third)).toBe(forecastWait(cheap, third));
  });

  it('keeps the parts of a leg apart once each was squeezed', () => {
    const usual = forecastWait(initial, secondOfUpper);
    const lower = afterWaiting(initial, second, 1.2 * forecastWait(initial, second));
    expect(forecastWait(lower, secondOfUpper) / usual).toBeGreaterThan(1.1);
    const both = afterWaiting(lower, secondOfUpper, usual);
    expect(forecastWait(both, secondOfUpper) / usual).toBeCloseTo(1, 1);
    expect(forecastWait(both, third)).toBe(forecastWait(lower, third));
  });
});
