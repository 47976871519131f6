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
import { startingSettings } from '../../../src/program/program.ts';
import { airCycleOf } from '../../../src/scheduler/forecast.ts';
import { fromStart, type Script, type ScriptCycle, script } from '../../../src/timeline/script.ts';
import { bootsOf } from '../program/boots.ts';

const boots = bootsOf(5);
const settings = startingSettings(muscleFlush);
const fills = defaultFillModel(boots);
const plan: Script = script({ settings, boots, fills }, fromStart(settings, boots));
const cycle = (number: number): ScriptCycle => {
  const found = plan.cycles[number - 1];
  if (!found) throw new Error(`there is no cycle ${number}`);
  return found;
};
const initial = initialEstimate(fills);

/** The program squeezes the lower leg for ten cycles, then the upper leg for ten, and so on. Cycles are numbered from 1. */
const second = cycle(2);
const third = cycle(3);
const firstOfUpper = cycle(11);
const secondOfUpper = cycle(12);
const lowerAgain = cycle(21);

const forecastWait = (estimate: AirEstimate, each: ScriptCycle): number => {
  const own = airCycleOf(plan, each);
  return cycleTime(own, boots, airOf(estimate, own)).waited;
};

const afterWaiting = (estimate: AirEstimate, each: ScriptCycle, waited: number): AirEstimate =>
  afterCycle(estimate, boots, airCycleOf(plan, each), seconds(waited));

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

  it('expects zones that begin emptier to fill for longer, in this cycle and in later cycles of its turn', () => {
    const usual = startingAt(initial, second, 5);
    expect(forecastWait(startingAt(initial, second, 6), third)).toBeLessThan(forecastWait(usual, third));
    const low = startingAt(usual, firstOfUpper, 3);
    expect(forecastWait(low, firstOfUpper)).toBeGreaterThan(forecastWait(usual, firstOfUpper) + 0.5);
    expect(forecastWait(low, secondOfUpper)).toBeGreaterThan(forecastWait(usual, secondOfUpper) + 0.5);
    expect(forecastWait(low, third)).toBe(forecastWait(usual, third));
  });

  it('assumes that a turn without measurements begins as the latest turn of another kind', () => {
    const low = startingAt(initial, second, 3);
    expect(forecastWait(low, secondOfUpper)).toBeGreaterThan(forecastWait(initial, secondOfUpper) + 0.2);
  });

  it('ignores how a session begins, and keeps what it knows where nothing is measured', () => {
    expect(startingAt(initial, cycle(1), 3)).toBe(initial);
    const own = airCycleOf(plan, second);
    expect(
      atCycleStart(
        initial,
        own,
        second.before.map(() => null),
      ),
    ).toBe(initial);
    expect(atCycleStart(initial, own, [])).toBe(initial);
  });

  it('allows for returned blood in the first cycle of a part that has rested, and ignores the waits of that cycle', () => {
    const known = [2, 3, 4].reduce(
      (now, number) => afterWaiting(now, cycle(number), forecastWait(now, second)),
      initial,
    );
    expect(forecastWait(known, firstOfUpper)).toBeGreaterThan(forecastWait(known, secondOfUpper) + 0.5);
    expect(forecastWait(known, lowerAgain)).toBeGreaterThan(forecastWait(known, third) + 0.2);
    expect(afterWaiting(known, firstOfUpper, 90)).toBe(known);
  });

  it('keeps separate estimates for the parts of a leg once each was squeezed', () => {
    const usual = forecastWait(initial, secondOfUpper);
    const lower = afterWaiting(initial, second, 1.2 * forecastWait(initial, second));
    expect(forecastWait(lower, secondOfUpper) / usual).toBeGreaterThan(1.1);
    const both = afterWaiting(lower, secondOfUpper, usual);
    expect(forecastWait(both, secondOfUpper) / usual).toBeCloseTo(1, 1);
    expect(forecastWait(both, third)).toBe(forecastWait(lower, third));
  });
});
