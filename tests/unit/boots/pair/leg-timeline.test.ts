import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../../firmware-protocol/quantities.ts';
import { leadFor } from '../../../../src/boots/pair/leg-timeline.ts';

const keyframeAt = (s: number) => ({
  at: milliseconds(1000 * s),
  targets: [mmhg(30)],
  ramp: mmhgPerSecond(0),
  gate: seconds(0),
  cycle: false,
  end: false,
});
const alone = seconds(30);

describe('how far ahead a boot that may play alone for 30 s is fed', () => {
  it('is to the first keyframe at or after 32 s, and 3 s further', () => {
    const timeline = [0, 10, 20, 32, 33, 60].map(keyframeAt);
    expect(leadFor(timeline, 0, alone)).toBe(35_000);
    expect(leadFor(timeline, 500, alone)).toBe(33_000 - 500 + 3000);
  });

  it('reaches over a long hold', () => {
    expect(leadFor([0, 10, 90, 100].map(keyframeAt), 0, alone)).toBe(93_000);
  });

  it('is without end if the timeline ends earlier', () => {
    expect(leadFor([0, 10, 20].map(keyframeAt), 0, alone)).toBe(Number.POSITIVE_INFINITY);
  });
});
