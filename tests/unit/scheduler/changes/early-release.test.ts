import { describe, expect, it } from 'vitest';
import type { Keyframe, Target } from '../../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../../firmware-protocol/quantities.ts';
import { keepsReverseGradient, releaseFrom } from '../../../../src/scheduler/changes/early-release.ts';
import type { ScriptCycle } from '../../../../src/timeline/script.ts';

const START = milliseconds(40_000);
const keyframe = (at: number, targets: readonly number[]): Keyframe => ({
  at: milliseconds(at),
  targets: targets.map(mmhg),
  ramp: mmhgPerSecond(5),
  gate: seconds(60),
  cycle: at === 0,
  end: false,
});
const meant = [keyframe(0, [60, 16, 16]), keyframe(5000, [60, 60, 16]), keyframe(10_000, [60, 60, 60])];
const cycle = { start: START, keyframes: meant, peaks: [60, 60, 60].map(mmhg) } as unknown as ScriptCycle;

/** The rest of the cycle if the middle zone is switched off once the first zone has been squeezed. */
const without = meant.slice(1).map((each): Keyframe => {
  const [first = 'vent', , last = 'vent'] = each.targets;
  return { ...each, at: milliseconds(START + each.at), targets: [first, 'vent', last] };
});
const isAlone = (waits: readonly number[]): boolean =>
  keepsReverseGradient(without, milliseconds(START + 12_000), cycle, waits, 3);

describe('a zone above one that is switched off', () => {
  it('may stay squeezed for a moment', () => {
    expect(isAlone([1, 1, 1])).toBe(false);
  });

  it('is released early if it would rise for long', () => {
    expect(isAlone([1, 1, 14])).toBe(true);
    expect(isAlone([14, 1, 1])).toBe(false);
  });

  it('is released early also if the wave above it would later need its support', () => {
    const over = [
      keyframe(0, [4, 16, 60, 16]),
      keyframe(1000, [4, 60, 60, 16]),
      keyframe(2000, [4, 60, 60, 65]),
    ];
    const whole = {
      start: START,
      keyframes: over,
      peaks: [60, 60, 60, 65].map(mmhg),
    } as unknown as ScriptCycle;
    const off = over.slice(1).map((each): Keyframe => {
      const [first = 'vent', , third = 'vent', fourth = 'vent'] = each.targets;
      return { ...each, at: milliseconds(START + each.at), targets: [first, 'vent', third, fourth] };
    });
    const isLetGo = (last: number): boolean =>
      keepsReverseGradient(off, milliseconds(START + 3000), whole, [1, 3, last], 4);
    expect(isLetGo(4)).toBe(false);
    expect(isLetGo(15)).toBe(true);
  });
});

describe('a reverse gradient', () => {
  it('is found on either of two legs', () => {
    const both = (left: readonly number[], right: readonly number[]) => {
      const keyframes = [keyframe(0, [...left, ...right]), keyframe(5000, [...left, ...right])];
      const peaks = [60, 60, 60, 60].map(mmhg);
      const two = { start: milliseconds(0), keyframes, peaks } as unknown as ScriptCycle;
      return keepsReverseGradient(keyframes, milliseconds(12_000), two, [1, 14], 2);
    };
    expect(both([60, 60], [60, 60])).toBe(false);
    expect(both([60, 60], [4, 60])).toBe(true);
    expect(both([4, 60], [60, 60])).toBe(true);
  });

  it('is accepted for 12 s', () => {
    const apart = (gap: number) => {
      const free = [keyframe(0, [4, 60]), keyframe(gap, [60, 60])].map((each) => ({
        ...each,
        gate: seconds(0),
      }));
      const whole = {
        start: milliseconds(0),
        keyframes: free,
        peaks: [60, 60].map(mmhg),
      } as unknown as ScriptCycle;
      return keepsReverseGradient(free, milliseconds(gap + 30_000), whole, [20, 20], 2);
    };
    expect(apart(12_000)).toBe(false);
    expect(apart(12_001)).toBe(true);
  });
});

describe('the release of a leg', () => {
  const targets: readonly Target[] = ['vent', mmhg(16), mmhg(16), 'seal'];
  const cycleWith = (last: readonly Target[]): ScriptCycle =>
    ({
      keyframes: [keyframe(0, [60, 60, 60, 60]), { ...keyframe(30_000, []), targets: last }],
      length: 42_000,
    }) as unknown as ScriptCycle;

  it('is that of the end of the cycle, made now: first down to 25 mmHg for 2 s, with zones that are switched off vented', () => {
    const from = milliseconds(8000);
    const inForce: readonly Target[] = [mmhg(60), mmhg(60), mmhg(20), mmhg(60)];
    const released = releaseFrom(from, inForce, (zone) => zone === 1, cycleWith(targets));
    expect(released?.keyframes.map(({ at, targets, cycle }) => ({ at, targets, cycle }))).toEqual([
      { at: 8000, targets: ['vent', 'vent', 20, 'seal'], cycle: false },
      { at: 10_000, targets: ['vent', 'vent', 16, 'seal'], cycle: false },
    ]);
    expect(released?.keyframes.map(({ gate }) => gate)).toEqual([0, 60]);
    // The next cycle begins as long after this release as it would after the planned one.
    expect(released?.boundary).toBe(10_000 + 12_000);
  });

  it('goes no higher than 25 mmHg, and takes the target as it is where none is in force', () => {
    const first = (inForce: readonly Target[]) =>
      releaseFrom(milliseconds(0), inForce, () => false, cycleWith(targets))?.keyframes[0]?.targets;
    expect(first([mmhg(60), mmhg(60), mmhg(25), 'vent'])).toEqual(['vent', 25, 25, 'seal']);
    expect(first(['vent', 'seal', 'vent', 'vent'])).toEqual(['vent', 16, 16, 'seal']);
  });

  it('is none in a cycle without keyframes', () => {
    const none = { keyframes: [], length: 0 } as unknown as ScriptCycle;
    expect(releaseFrom(milliseconds(0), [], () => false, none)).toBeNull();
  });
});
