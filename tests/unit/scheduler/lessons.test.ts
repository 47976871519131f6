import { describe, expect, it } from 'vitest';
import { seconds } from '../../../firmware-protocol/quantities.ts';
import { muscleFlush } from '../../../src/program/presets/muscle-flush.ts';
import { asMeant } from '../../../src/program/program.ts';
import { defaultFillModel } from '../../../src/safety/fill-model.ts';
import { expectationOf } from '../../../src/scheduler/expected.ts';
import {
  afterCycle,
  airOfCycle,
  atBeginning,
  type LearnedAir,
  nothingLearned,
} from '../../../src/scheduler/lessons.ts';
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
const nothing: LearnedAir = { fills, lessons: nothingLearned };

/** Cycles as they are counted for people; ten of the lower leg, ten of the upper. */
const second = cycle(2);
const third = cycle(3);
const firstOfUpper = cycle(11);
const secondOfUpper = cycle(12);
const lowerAgain = cycle(21);

const waitedIn = (learnt: LearnedAir, each: ScriptCycle, now = false): number =>
  expectationOf(each, boots, airOfCycle(learnt, plan, each, now)).waited;

const having = (learnt: LearnedAir, each: ScriptCycle, waited: number, mould = waited / 3): LearnedAir =>
  afterCycle(learnt, boots, plan, each, { waited: seconds(waited), mould: seconds(mould) });

/** What zones are measured at as a cycle begins. */
const standing = (learnt: LearnedAir, each: ScriptCycle, pressure: number): LearnedAir => ({
  ...learnt,
  lessons: atBeginning(
    learnt.lessons,
    plan,
    each,
    each.before.map(() => pressure),
  ),
});

describe('what a session learns of its air', () => {
  it('is first that cycles wait as the second one did; the cold first one teaches nothing', () => {
    expect(having(nothing, cycle(1), 90)).toBe(nothing);
    const usual = waitedIn(nothing, second);
    expect(waitedIn(having(nothing, second, 1.4 * usual), third) / usual).toBeCloseTo(1.4, 1);
  });

  it('is the mean of what cycles waited: one that differs by chance counts for a quarter', () => {
    const usual = waitedIn(nothing, second);
    const settled = [2, 3, 4, 5, 6].reduce((now, number) => having(now, cycle(number), 1.2 * usual), nothing);
    expect(waitedIn(settled, third) / usual).toBeCloseTo(1.2, 1);
    const odd = waitedIn(having(settled, cycle(7), 1.6 * usual), third) / usual;
    expect(odd).toBeGreaterThan(1.26);
    expect(odd).toBeLessThan(1.34);
  });

  it('follows air that changes for good', () => {
    const usual = waitedIn(nothing, second);
    let now = [2, 3, 4, 5].reduce((known, number) => having(known, cycle(number), usual), nothing);
    for (let number = 0; number < 8; number++) now = having(now, third, 1.5 * usual);
    expect(waitedIn(now, third) / usual).toBeGreaterThan(1.42);
  });

  it('is how far bags are filled as a cycle begins: lower ones take longer, in that cycle; usual ones in those to come', () => {
    const usual = standing(nothing, second, 5);
    const low = standing(usual, firstOfUpper, 3);
    expect(waitedIn(low, firstOfUpper, true)).toBeGreaterThan(waitedIn(low, firstOfUpper, false) + 0.5);
    expect(waitedIn(low, secondOfUpper)).toBe(waitedIn(usual, secondOfUpper));
    expect(waitedIn(standing(nothing, second, 6), third)).toBeLessThan(waitedIn(usual, third));
  });

  it('is what a stretch costs that has rested, by the first cycle of another one', () => {
    const known = [2, 3, 4].reduce(
      (now, number) => having(now, cycle(number), waitedIn(now, second)),
      nothing,
    );
    expect(waitedIn(known, firstOfUpper)).toBeGreaterThan(waitedIn(known, secondOfUpper) + 0.5);
    const usual = waitedIn(known, firstOfUpper);
    const wave = usual - 4;
    const costly = having(known, firstOfUpper, usual + 2, usual + 2 - wave);
    const cheap = having(known, firstOfUpper, usual - 1, usual - 1 - wave);
    expect(waitedIn(costly, lowerAgain)).toBeGreaterThan(waitedIn(cheap, lowerAgain) + 0.3);
    expect(waitedIn(costly, third)).toBe(waitedIn(cheap, third));
  });

  it('keeps the stretches of a leg apart once each was squeezed', () => {
    const usual = waitedIn(nothing, secondOfUpper);
    const lower = having(nothing, second, 1.2 * waitedIn(nothing, second));
    expect(waitedIn(lower, secondOfUpper) / usual).toBeGreaterThan(1.1);
    const both = having(lower, secondOfUpper, usual);
    expect(waitedIn(both, secondOfUpper) / usual).toBeCloseTo(1, 1);
    expect(waitedIn(both, third)).toBe(waitedIn(lower, third));
  });
});
