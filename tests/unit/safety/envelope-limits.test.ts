/** Timelines just inside and just outside each limit, written by hand for one boot with three zones. */

import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import { COLD_PRESSURE, predict } from '../../../src/air/predict.ts';
import { slowestCycle } from '../../../src/air/uncertainty.ts';
import { checkTimeline as problemsOf } from '../../../src/safety/envelope.ts';
import { inWords } from '../in-words.ts';
import { bootsOf } from '../program/boots.ts';
import { keyframe } from './keyframes.ts';

const checkTimeline = (...asked: Parameters<typeof problemsOf>) => inWords(problemsOf(...asked));

const boots = bootsOf(3, ['left']);
const fills = defaultFillModel(boots);
const rest = [4, 4, 4] as const;
const vented = ['vent', 'vent', 'vent'] as const;
const check = (keyframes: readonly Keyframe[], open = false, on = boots) =>
  checkTimeline(keyframes, on, fills, mmhg(80), { open });
const ends = (s: number): Keyframe => keyframe(vented, { at: s * 1000, ramp: 0, end: true });

describe('the length of a session', () => {
  it('is an hour at most, or as long as the boots allow', () => {
    const lasting = (s: number) => [keyframe(vented, { ramp: 0 }), ends(s)];
    expect(check(lasting(3600))).toEqual([]);
    expect(check(lasting(3601))).toEqual([
      {
        place: 'session',
        reason: 'It would last 3601 s; 3600 s at most.',
        suggestion: 'Choose fewer minutes.',
      },
    ]);
    const short = { ...boots, longestSession: seconds(1200) };
    expect(check(lasting(1200), false, short)).toEqual([]);
    expect(check(lasting(1201), false, short)[0]?.reason).toContain('1200 s at most');
  });

  it('is the expected length, waits included, not that on the slowest air', () => {
    const prefill = keyframe([18, 18, 18], { gate: 300 });
    const [waited = 0] = predict([prefill], boots, fills, COLD_PRESSURE).waits;
    expect(waited).toBeGreaterThan(5);
    expect(check([prefill, ends(3599.8 - waited)])).toEqual([]);
    expect(check([prefill, ends(3600.2 - waited)])).toHaveLength(1);
  });
});

describe('the share of squeezing in a single cycle', () => {
  const START = 100;
  const cycle = (resting: number, at = START): readonly Keyframe[] => [
    keyframe([40, 40, 40], { at: at * 1000, gate: 57.5, cycle: true }),
    keyframe(rest, { at: (at + 40) * 1000, gate: 30 }),
    keyframe(rest, { at: (at + 40 + resting) * 1000 }),
  ];
  /** Share of the time during which the zone that is squeezed longest is above 30 mmHg, %. */
  const shareOf = (keyframes: readonly Keyframe[]): number => {
    const above = [0, 0, 0];
    let last = 0;
    const { wall } = predict(keyframes, boots, slowestCycle(fills), 4, (at, pressures) => {
      pressures.forEach((pressure, zone) => {
        if (pressure > 30) above[zone] = (above[zone] ?? 0) + at - last;
      });
      last = at;
      return undefined;
    });
    return (100 * Math.max(...above)) / wall;
  };
  const leastRest = (): number => {
    let resting = 0;
    while (check(cycle(resting), true).length > 0 && resting < 60) resting += 0.5;
    return resting;
  };

  it('is 60 % at most: less rest is refused, with the zone', () => {
    const least = leastRest();
    expect(least).toBeGreaterThan(0);
    expect(shareOf(cycle(least))).toBeLessThanOrEqual(60);
    expect(shareOf(cycle(least - 0.5))).toBeGreaterThan(60);
    const problems = check(cycle(least - 0.5), true);
    expect(problems.map(({ place }) => place)).toContain('cycle 1, left foot');
    expect(problems[0]).toMatchObject({
      reason: expect.stringMatching(/^It would be above 30 mmHg for 6\d % of the cycle; 60 % at most\.$/),
      suggestion: 'Rest longer between the cycles.',
    });
  });

  it('is checked only for whole cycles, and not where ten minutes can be checked', () => {
    const short = cycle(leastRest() - 0.5);
    expect(check(short, true)).not.toEqual([]);
    // The same keyframes without a cycle mark, like the rest of a cycle that is already playing.
    expect(
      check(
        short.map((each) => ({ ...each, cycle: false })),
        true,
      ),
    ).toEqual([]);
    const lasts = 40 + leastRest() - 0.5;
    const cycles = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        cycle(leastRest() - 0.5, START + index * lasts).slice(0, 2),
      ).flat();
    expect(check(cycles(2), true)).not.toEqual([]);
    expect(check(cycles(3), true)).toEqual([]);
    expect(
      check([...short.slice(0, 2), ends(200)]).some(({ reason }) => reason.includes('of the cycle')),
    ).toBe(false);
  });
});

describe('a gate', () => {
  it('is refused if its targets are not reached as expected: the boots would wait in vain', () => {
    const gated = (gate: number) => [
      keyframe([60, 60, 60], { gate }),
      keyframe(rest, { at: 500, gate: 30 }),
      ends(8),
    ];
    const [waited = 0] = predict(
      [keyframe([60, 60, 60], { gate: 60 })],
      boots,
      slowestCycle(fills),
      COLD_PRESSURE,
    ).waits;
    const enough = Math.ceil(waited / 2.5) * 2.5;
    expect(waited).toBeGreaterThan(5);
    expect(check(gated(enough))).toEqual([]);
    expect(check(gated(enough - 2.5))).toContainEqual({
      place: 'keyframe 1',
      reason: `Its pressure would not be reached within ${enough - 2.5} s.`,
      suggestion: 'Choose less pressure, or boots that fill faster.',
    });
    expect(check(gated(0))).toEqual([]);
  });
});

describe('the air before the first keyframe', () => {
  /** Whether the targets of this first keyframe are predicted to be reached within 2.5 s, so that its gate opens. */
  const isReached = (first: Keyframe, on = boots): boolean =>
    !check(
      [{ ...first, gate: seconds(2.5) }, keyframe(vented, { at: first.at + 500, gate: 30 })],
      true,
      on,
    ).some(({ place }) => place === 'keyframe 1');

  it('is assumed to be empty at the very beginning, and at rest before a later cycle', () => {
    expect(isReached(keyframe([4, 4, 4], { cycle: true }))).toBe(false);
    expect(isReached(keyframe([4, 4, 4], { at: 1000, cycle: true }))).toBe(true);
  });

  it('is assumed to be at the first targets in the rest of a cycle', () => {
    expect(isReached(keyframe([60, 60, 60], { at: 1000 }))).toBe(true);
    expect(isReached(keyframe([60, 60, 60], { at: 1000, cycle: true }))).toBe(false);
    // A zone that this keyframe vents is assumed to have been at rest.
    expect(isReached(keyframe([20, 20, 'vent'], { at: 1000 }))).toBe(true);
  });

  it('is assumed to be empty on boots that vent zones between squeezes', () => {
    const flat = { ...boots, holdsTogether: false };
    expect(isReached(keyframe(['vent', 'vent', 60], { at: 1000 }), flat)).toBe(false);
  });
});

describe('a problem', () => {
  it('says where, what, when and how much, to one decimal', () => {
    const foot = (hold: number) => [
      keyframe([18, 18, 18], { gate: 300 }),
      keyframe([40, 40, 40], { at: 500, gate: 30 }),
      keyframe(rest, { at: 500 + hold * 1000, gate: 30 }),
      ends(hold + 10),
    ];
    expect(check(foot(30))).toEqual([]);
    const [problem] = check(foot(70));
    expect(problem?.place).toBe('left foot');
    expect(problem?.reason).toMatch(
      /^It would be squeezed for too long without a full release, \d+ s after the beginning \(\d+(\.\d)? s; 60 s at most\)\.$/,
    );
    expect(problem?.suggestion).toBe('Choose less pressure, or boots that fill faster.');
  });

  it('is only about single keyframes if one of them is wrong: no air is predicted for what could not be played', () => {
    const wrong = [keyframe([90, 90, 90], { gate: 2.5 }), ends(3700)];
    expect(check(wrong).map(({ place }) => place)).toEqual([
      'keyframe 1, left foot',
      'keyframe 1, left calf',
      'keyframe 1, left thigh',
    ]);
  });

  it('names the leg if the legs differ', () => {
    const both = bootsOf(3);
    const keyframes = [
      keyframe([18, 18, 18, 18, 18, 18], { gate: 300 }),
      keyframe([4, 4, 4, 40, 40, 40], { at: 500, gate: 30 }),
      keyframe([...rest, ...rest], { at: 70_500, gate: 30 }),
      keyframe([...vented, ...vented], { at: 80_500, ramp: 0, end: true }),
    ];
    expect(check(keyframes, false, both).map(({ place }) => place)).toEqual([
      'right foot',
      'right calf',
      'right thigh',
    ]);
  });
});
