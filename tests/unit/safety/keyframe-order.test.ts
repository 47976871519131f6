import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { orderProblems } from '../../../src/safety/keyframe-rules.ts';
import { inWords } from '../in-words.ts';
import { keyframe } from './keyframes.ts';

const rest = [4, 4, 4, 4, 4] as const;
const vented = ['vent', 'vent', 'vent', 'vent', 'vent'] as const;

describe('the order of keyframes', () => {
  const end = (at: number) => keyframe([...vented, ...vented], { at, end: true });
  const requested = (at: number) => keyframe([...rest, ...rest], { at });
  const found = (keyframes: readonly Keyframe[], open = false) => inWords(orderProblems(keyframes, open));

  it('must follow their times, which may be equal', () => {
    expect(found([requested(0), requested(500), requested(500), end(900)])).toEqual([]);
    expect(found([requested(0), requested(500), requested(499), end(900)])).toEqual([
      {
        place: 'keyframe 3',
        reason: 'Its time of 499 ms comes before 500 ms.',
        suggestion: 'Put keyframes in the order of their times.',
      },
    ]);
    expect(found([requested(-1), end(900)])).toHaveLength(1);
    expect(found([requested(Number.NaN), end(900)]).length).toBeGreaterThan(0);
  });

  it('must finish with the only marked end, with every zone vented', () => {
    expect(found([])).toEqual([
      {
        place: 'end',
        reason: 'The last keyframe does not end the session.',
        suggestion: 'Close with a keyframe that is marked end and vents every zone.',
      },
    ]);
    expect(found([requested(0)])).toHaveLength(1);
    expect(found([requested(0), end(500), end(900)])).toEqual([
      {
        place: 'keyframe 2',
        reason: 'Keyframes follow the end of the session.',
        suggestion: 'End with the last keyframe.',
      },
    ]);
    expect(found([requested(0), keyframe([...vented, ...rest], { at: 500, end: true })])).toEqual([
      {
        place: 'keyframe 2',
        reason: 'It ends the session without venting every zone.',
        suggestion: 'Vent every zone at the end.',
      },
    ]);
    // A single zone of ten that is sealed instead of vented leads to a refusal.
    const sealed = keyframe([...vented, 'vent', 'vent', 'vent', 'vent', 'seal'], { at: 500, end: true });
    expect(found([requested(0), sealed])).toHaveLength(1);
  });

  it('need not finish with an end if more is to follow, but may', () => {
    expect(found([requested(0)], true)).toEqual([]);
    expect(found([], true)).toEqual([]);
    expect(found([requested(0), end(500)], true)).toEqual([]);
    expect(found([requested(0), end(500), requested(900)], true)).toHaveLength(1);
  });
});
