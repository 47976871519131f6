import { describe, expect, test } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { composed } from '../../../bench/programs/compile.ts';
import { changesOf } from '../../../bench/pulse-timing/changes.ts';
import { worstInForce, worstOfChanges } from '../../../bench/pulse-timing/lateness.ts';

describe('changes written live', () => {
  const one = [0, 110, 64] as const;
  const changes = [
    { at: milliseconds(0), writes: [one, one] },
    { at: milliseconds(1000), writes: [one] },
    { at: milliseconds(2000), writes: [one] },
  ];

  test('a change is as late as its last write', () => {
    expect(worstOfChanges(changes, [5001, 5040, 6010, 7020], 5000, 9000)).toBe(40);
  });

  test('a change that never came is late until the end', () => {
    expect(worstOfChanges(changes, [5001, 5002, 6010], 5000, 9000)).toBe(2000);
  });

  test('a session becomes one change for each keyframe that changes a target, and the first change has every zone', () => {
    const { keyframes } = composed(2);
    const written = changesOf(keyframes);
    expect(written[0]).toMatchObject({ at: 0, writes: { length: 10 } });
    expect(written.length).toBeLessThanOrEqual(keyframes.length);
    expect(written.at(-1)?.writes.every(([, target]) => target === 255)).toBe(true);
  });
});

describe('keyframes at the boots', () => {
  const inForce = [
    { seen: 100, late: 900 },
    { seen: 1000, late: 3 },
    { seen: 2000, late: 7 },
    { seen: 9000, late: 900 },
  ];

  test('only keyframes that came in force within the interval count', () => {
    expect(worstInForce(inForce, 500, 3000, false)).toBe(7);
  });

  test('boots that have run dry are late until the end', () => {
    expect(worstInForce(inForce, 500, 3000, true)).toBe(1000);
    expect(worstInForce([], 500, 3000, true)).toBe(2500);
  });
});
