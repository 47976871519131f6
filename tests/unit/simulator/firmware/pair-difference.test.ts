/** Fault 9 for zones in pairs (PROTOCOL.md, PAIR-4). */

import { describe, expect, it } from 'vitest';
import { SEAL, VENT } from '../../../../src/simulator/firmware/regulation/aim.ts';
import { PairDifference } from '../../../../src/simulator/firmware/watches/pair-difference.ts';
import type { Scene } from '../../../../src/simulator/firmware/watches/watch.ts';

/** Time between two steps of the firmware, s. */
const TIME_STEP = 0.02;

/** Three zones, the first two of which share their valves, stand at constant pressures. @returns the zone told */
function toldOf(
  watch: PairDifference,
  pressures: readonly number[],
  aim: number,
  lasts: number,
  running = true,
  second: Float64Array | null = Float64Array.from(pressures),
) {
  const scene = {
    sensors: { calm: Float64Array.from(pressures), second },
    regulator: { aims: Float64Array.from(pressures, () => aim) },
    air: { valves: [[0, 1], [2]] },
    running,
  } as unknown as Scene;
  for (let at = 0; at < lasts - TIME_STEP / 2; at += TIME_STEP) {
    const trip = watch.step(scene, TIME_STEP);
    if (trip) return trip;
  }
  return null;
}

describe('a pair (PAIR-4)', () => {
  it('with one zone at its target and the other 9 mmHg below it for more than 5 s does not fill, the lower zone', () => {
    for (const [pressures, zone] of [
      [[42, 36, 45], 1],
      [[36, 45, 45], 0],
    ] as const) {
      expect(toldOf(new PairDifference(3), pressures, 45, 4.9)).toBeNull();
      expect(toldOf(new PairDifference(3), pressures, 45, 5.2)).toEqual({ fault: 'notFilling', zone });
    }
  });

  it('may differ by less, or while both are below the target, vented or sealed, or while the session is paused', () => {
    expect(toldOf(new PairDifference(3), [45, 38, 45], 45, 20)).toBeNull();
    expect(toldOf(new PairDifference(3), [41, 30, 45], 45, 20)).toBeNull();
    expect(toldOf(new PairDifference(3), [30, 2, 2], VENT, 20)).toBeNull();
    expect(toldOf(new PairDifference(3), [45, 30, 45], SEAL, 20)).toBeNull();
    expect(toldOf(new PairDifference(3), [45, 30, 45], 45, 20, false)).toBeNull();
  });

  it('is judged anew after a break, and in the next session', () => {
    const watch = new PairDifference(3);
    toldOf(watch, [45, 30, 45], 45, 4.9);
    toldOf(watch, [45, 40, 45], 45, 0.02);
    expect(toldOf(watch, [45, 30, 45], 45, 4.9)).toBeNull();
    watch.begin();
    expect(toldOf(watch, [45, 30, 45], 45, 4.9)).toBeNull();
  });

  it('without second gauges is told only once both read right at rest', () => {
    const apart = () => {
      const watch = new PairDifference(3);
      expect(toldOf(watch, [45, 30, 45], 45, 20, true, null)).toBeNull();
      return watch;
    };
    const vented = (watch: PairDifference, pressures: readonly number[], lasts: number) =>
      toldOf(watch, pressures, VENT, lasts, true, null);
    expect(vented(apart(), [2, 12, 2], 5.9)).toBeNull();
    expect(vented(apart(), [2, 12, 2], 6.1)).toEqual({ fault: 'notFilling', zone: 1 });
    expect(vented(apart(), [17, 2, 2], 20)).toBeNull();
    expect(vented(apart(), [2, -13, 2], 20)).toBeNull();
    const next = apart();
    next.begin();
    expect(vented(next, [2, 12, 2], 20)).toBeNull();
  });

  it('is no matter for a zone with valves of its own', () => {
    expect(toldOf(new PairDifference(3), [45, 45, 5], 45, 20)).toBeNull();
  });
});
