import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../../firmware-protocol/quantities.ts';
import { afterCut, lowered, scriptOf } from '../../../../src/boots/pair/pair-script.ts';

const ms = milliseconds;
const keyframe = (at: number, target = 50): Keyframe => ({
  at: ms(at),
  targets: [mmhg(target), 'vent'],
  ramp: mmhgPerSecond(0),
  gate: seconds(0),
  cycle: at % 1000 === 0,
  end: at === 3000,
});
const keyframes = (from: number, to: number): Keyframe[] =>
  Array.from({ length: (to - from) / 100 }, (_, i) => keyframe(from + i * 100));
const loaded = scriptOf(keyframes(0, 1100));

describe('the script of a pair', () => {
  it('knows where cycles begin, and the end', () => {
    expect(loaded.boundaries).toEqual([0, 1000]);
    expect(scriptOf([...loaded.keyframes, keyframe(3000)]).boundaries).toEqual([0, 1000, 3000]);
  });

  it('after a cut, is what came before it followed by the cut', () => {
    const { keyframes: all, boundaries } = afterCut(loaded, {
      keyframes: keyframes(500, 2200),
      from: ms(500),
    });
    expect(all).toHaveLength(22);
    expect(all.at(-1)?.at).toBe(2100);
    expect(boundaries).toEqual([0, 1000, 2000]);
  });

  it('is capped at a ceiling', () => {
    const { keyframes: all, boundaries } = lowered(loaded, mmhg(30));
    expect(new Set(all.flatMap(({ targets }) => targets))).toEqual(new Set([30, 'vent']));
    expect(boundaries).toEqual(loaded.boundaries);
    expect(lowered(loaded, mmhg(60)).keyframes).toEqual(loaded.keyframes);
  });
});
