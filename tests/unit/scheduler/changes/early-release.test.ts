import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../../firmware-protocol/quantities.ts';
import { keepsReverseGradient } from '../../../../src/scheduler/changes/early-release.ts';
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

/** The middle one is switched off when the first has been squeezed. */
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
