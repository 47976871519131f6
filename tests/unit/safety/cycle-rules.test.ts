import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { cyclesOf, gradientProblems as problemsOf, untilRepeated } from '../../../src/safety/cycle-rules.ts';
import { inWords } from '../in-words.ts';
import { bootsOf } from '../program/boots.ts';
import { keyframe } from './keyframes.ts';

const gradientProblems = (...request: Parameters<typeof problemsOf>) => inWords(problemsOf(...request));

/** Zones: foot, ankle, calf, knee, thigh. */
const boots = bootsOf(5);
const rest = [4, 4, 4, 4, 4] as const;
type PlanRequest = readonly (number | 'vent' | 'seal')[];

/** A whole cycle that begins at `at` s: both legs go to `peak` in one step, and after 20 s they rest. */
const cycle = (at: number, peak: PlanRequest, gate = 10): readonly Keyframe[] => [
  keyframe([...peak, ...peak], { at: at * 1000, gate, cycle: true }),
  keyframe([...rest, ...rest], { at: at * 1000 + 20_000, gate: 15 }),
];
const against = (...peaks: PlanRequest) =>
  gradientProblems({ number: 2, keyframes: cycle(0, peaks) }, bootsOf(5, ['left']));
const accepted = (...peaks: PlanRequest): boolean => against(...peaks).length === 0;

describe('cycles', () => {
  it('begin with their mark and end where the next one begins; keyframes before the first mark belong to none', () => {
    const [one, two] = [cycle(10, [40, 40, 40, 40, 40]), cycle(40, [50, 50, 50, 50, 50])];
    const before = keyframe([...rest, ...rest]);
    const end = keyframe([...rest, ...rest], { at: 90_000, end: true });
    expect(cyclesOf([before, ...one, ...two, end])).toEqual([
      { number: 1, keyframes: one },
      { number: 2, keyframes: [...two, end] },
    ]);
    expect(cyclesOf([before])).toEqual([]);
    expect(cyclesOf([])).toEqual([]);
  });
});

describe('keyframes until cycles repeat', () => {
  const even = [40, 40, 40, 40, 40];
  const strong = [50, 50, 50, 50, 50];
  const all = (...cycles: readonly (readonly Keyframe[])[]): readonly Keyframe[] => cycles.flat();
  const end = (at: number): Keyframe =>
    keyframe(['vent', 'vent', 'vent', 'vent', 'vent'], { at: at * 1000, end: true });

  it('are two cycles of each kind, and those before them', () => {
    const same = [0, 30, 60, 90].map((at) => cycle(at, even));
    expect(untilRepeated(all(...same))).toEqual(all(...same.slice(0, 2)));
    const late = [...same, cycle(120, strong), cycle(150, strong), cycle(180, even), cycle(210, strong)];
    expect(untilRepeated(all(...late))).toEqual(all(...late.slice(0, 6)));
  });

  it('are all keyframes if the last cycle is the first or the second of its kind', () => {
    const once = all(cycle(0, even), cycle(30, even), cycle(60, even), cycle(90, strong));
    expect(untilRepeated(once)).toEqual(once);
    const twice = all(cycle(0, even), cycle(30, even));
    expect(untilRepeated([...twice, end(60)])).toEqual([...twice, end(60)]);
    expect(untilRepeated([])).toEqual([]);
  });

  it('keep what comes before the first mark', () => {
    const before = keyframe([...rest, ...rest]);
    const same = [30, 60, 90].map((at) => cycle(at, even));
    expect(untilRepeated([before, ...all(...same)])).toEqual([before, ...all(...same.slice(0, 2))]);
  });

  it.each([
    { is: 'a target', other: cycle(60, [40, 40, 40, 40, 40.5]) },
    { is: 'a gate', other: cycle(60, even, 12.5) },
    {
      is: 'a ramp',
      other: cycle(60, even).map((each) => ({ ...each, ramp: keyframe([], { ramp: 8 }).ramp })),
    },
    {
      is: 'a time',
      other: [...cycle(60, even).slice(0, 1), keyframe([...rest, ...rest], { at: 80_010, gate: 15 })],
    },
    { is: 'a keyframe more', other: [...cycle(60, even), keyframe([...rest, ...rest], { at: 85_000 })] },
  ])('distinguish cycles by $is', ({ other }) => {
    const all_ = all(cycle(0, even), cycle(30, even), other, cycle(90, even));
    expect(untilRepeated(all_)).toEqual(all_.slice(0, -2));
  });

  it('do not distinguish cycles by their start or by the end after them', () => {
    // The keyframe that ends the session belongs to the third cycle, but this cycle still counts as equal to the others.
    const cycles = all(cycle(0, even), cycle(30, even), cycle(60, even));
    expect(untilRepeated([...cycles, end(90)])).toEqual(cycles.slice(0, 4));
  });
});

describe('the peaks of a cycle', () => {
  it('may be equal, or fall toward the hip in steps', () => {
    expect(accepted(50, 50, 50, 50, 50)).toBe(true);
    expect(accepted(50, 45, 40, 35, 30)).toBe(true);
    expect(accepted(30, 40, 50, 50, 30)).toBe(true);
  });

  it.each([
    { peak: 15, taken: true },
    { peak: 14.5, taken: false },
    { peak: 7.5, taken: false },
  ])('are at least 15 mmHg in a zone that is squeezed: $peak', ({ peak, taken }) => {
    expect(accepted(peak, peak, peak, peak, peak)).toBe(taken);
  });

  it('are not checked in a zone that is only kept ready: at 7 mmHg or less, vented or sealed', () => {
    expect(accepted(7, 7, 7, 7, 7)).toBe(true);
    expect(accepted(50, 'vent', 'seal', 7, 50)).toBe(true);
    expect(against('vent', 'vent', 'vent', 'vent', 'vent')).toEqual([]);
  });

  it.each([
    { peak: 30, taken: true },
    // The protocol has pressures in steps of 0.5 mmHg, so rounding may take a peak 0.25 mmHg below 60 %.
    { peak: 29.75, taken: true },
    { peak: 29.5, taken: false },
  ])('are at least 60 % of the highest of the leg: $peak of 50', ({ peak, taken }) => {
    expect(accepted(50, 50, 40, 40, peak)).toBe(taken);
    // The rule is the same if the highest peak is that of the last zone.
    expect(accepted(peak, 40, 40, 40, 50)).toBe(taken);
  });

  it.each([
    { apart: 0.25, taken: true },
    { apart: 0.5, taken: false },
    { apart: 4.5, taken: false },
    { apart: 4.75, taken: true },
    { apart: 5, taken: true },
  ])('are equal to the neighbour’s, or a step apart: $apart mmHg', ({ apart, taken }) => {
    expect(accepted(50, 50, 50, 50, 50 - apart)).toBe(taken);
    expect(accepted(50, 50 + apart, 50, 50, 50)).toBe(taken);
  });

  it('have their neighbour in the next squeezed zone toward the foot', () => {
    expect(accepted(50, 4, 'vent', 4, 48)).toBe(false);
    expect(accepted(50, 4, 'vent', 4, 45)).toBe(true);
  });

  it('of the knee are no higher than those of the zone below it, whichever that is', () => {
    expect(accepted(50, 50, 45, 45, 50)).toBe(true);
    expect(accepted(50, 50, 45, 50, 50)).toBe(false);
    expect(accepted(50, 45, 'vent', 50, 50)).toBe(false);
    expect(accepted('vent', 'vent', 'vent', 50, 50)).toBe(true);
    expect(accepted(50, 50, 45, 45.25, 50)).toBe(false);
    // Only the knee has this limit: the thigh may exceed the zone below it.
    expect(accepted(50, 50, 45, 45, 55)).toBe(true);
  });

  it('are the highest targets of all keyframes of the cycle, for each leg by itself', () => {
    const keyframes = [
      keyframe([20, 4, 4, 4, 4, 20, 4, 4, 4, 4], { cycle: true }),
      keyframe([50, 50, 50, 50, 50, 50, 50, 50, 50, 50], { at: 1000 }),
      keyframe([20, 50, 50, 50, 50, 20, 50, 50, 50, 50], { at: 2000 }),
    ];
    expect(gradientProblems({ number: 1, keyframes }, boots)).toEqual([]);
    const more = [...keyframes, keyframe([50, 50, 50, 50, 50, 50, 50, 50, 55, 50], { at: 3000 })];
    expect(gradientProblems({ number: 1, keyframes: more }, boots).map(({ place }) => place)).toEqual([
      'cycle 1, right knee',
    ]);
  });

  it('that are wrong are reported with where, why and what to do', () => {
    expect(against(14, 14, 14, 14, 'vent')[0]).toEqual({
      place: 'cycle 2, left foot',
      reason: 'Its peak of 14 mmHg is below 15.',
      suggestion: 'Squeeze it more, or switch it off.',
    });
    expect(against(50, 50, 50, 50, 25)).toEqual([
      {
        place: expect.stringMatching(/^cycle 2, left .*thigh$/),
        reason: "Its peak of 25 mmHg is less than 60 % of the leg's highest, 50.",
        suggestion: 'Let the pressure fall less over the leg.',
      },
    ]);
    expect(against(50, 48, 48, 48, 48)).toEqual([
      {
        place: 'cycle 2, left ankle',
        reason: "Its peak is 2 mmHg from its neighbour's.",
        suggestion: 'Make them equal, or at least 5 mmHg apart.',
      },
    ]);
    expect(against(50, 50, 40, 50, 50)).toEqual([
      {
        place: 'cycle 2, left knee',
        reason: '50 mmHg on the knee is more than the 40 mmHg of the zone below it.',
        suggestion: 'Squeeze the knee no more than the zone below it.',
      },
    ]);
  });
});
