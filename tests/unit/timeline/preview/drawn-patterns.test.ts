/** Six of the ten patterns are drawn as they are described. patterns-as-drawn.test.ts has the other four. */

import { describe, expect, test } from 'vitest';
import type { BodyPart } from '../../../../firmware-protocol/zones.ts';
import { gradient } from '../../../../src/program/patterns/gradient.ts';
import { muscleFlush } from '../../../../src/program/patterns/muscle-flush.ts';
import { pulseDistalRelease } from '../../../../src/program/patterns/pulse-distal-release.ts';
import { slow } from '../../../../src/program/patterns/slow.ts';
import { wave } from '../../../../src/program/patterns/wave.ts';
import { windDown } from '../../../../src/program/patterns/wind-down.ts';
import type { PreviewBand } from '../../../../src/timeline/preview/preview.ts';
import { askedAt, drawn, expectedAt, leftOf, onset } from './drawn.ts';

describe('a pattern as drawn', () => {
  test('pulse with distal release follows its table step by step, and each zone drops by more than 5 mmHg between its two squeezes', () => {
    const preview = drawn(pulseDistalRelease);
    const zones = leftOf(preview);
    const state = (zone: PreviewBand, time: number): string => {
      const asked = askedAt(zone, time);
      if (asked <= 7) return 'off';
      if (asked <= preview.prefill) return 'prefill';
      return asked >= 0.5 * zone.peak && asked < 0.7 * zone.peak ? 'hold' : 'pulse';
    };
    const steps = zones.map((zone) => zones.map((other) => state(other, onset(zone) + 0.1)));
    expect(zones.map((zone) => state(zone, 0.1))).toEqual([
      'prefill',
      'prefill',
      'prefill',
      'prefill',
      'prefill',
    ]);
    expect(steps).toEqual([
      ['pulse', 'prefill', 'prefill', 'prefill', 'prefill'],
      ['hold', 'pulse', 'prefill', 'prefill', 'prefill'],
      ['hold', 'hold', 'pulse', 'prefill', 'prefill'],
      ['off', 'hold', 'hold', 'pulse', 'prefill'],
      ['off', 'off', 'hold', 'hold', 'pulse'],
    ]);
    expect(zones.map((zone) => state(zone, preview.cycleTime - 0.1))).toEqual(new Array(5).fill('off'));
    // Between its two squeezes, each zone drops far enough to be felt.
    for (const zone of zones) {
      const atPeak = zone.asked.filter(({ pressure }) => pressure === zone.peak);
      expect(atPeak).toHaveLength(2);
      const between =
        zone.asked.find(({ at, pressure }) => at > onset(zone) && pressure < zone.peak)?.at ?? 0;
      expect(expectedAt(zone, between + 0.9)).toBeLessThan(zone.peak - 5);
    }
  });

  test('wave has the crest and one zone held behind it, which is released once the next is full', () => {
    const preview = drawn(wave);
    const zones = leftOf(preview);
    zones.slice(2).forEach((crest, index) => {
      const released =
        zones[index]?.asked.findLast(({ at, pressure }) => at > onset(crest) && pressure <= 7)?.at ?? 0;
      expect(expectedAt(crest, released)).toBeGreaterThan(crest.peak - 4);
      expect(zones.filter((zone) => askedAt(zone, released + 0.1) > preview.prefill)).toHaveLength(2);
    });
  });

  test('gradient fills from foot to hip, with peaks that fall toward the hip, and is released together', () => {
    const zones = leftOf(drawn(gradient));
    const peaks = zones.map(({ peak }) => peak);
    expect(peaks).toEqual([...peaks].sort((one, other) => other - one));
    expect(new Set(peaks).size).toBeGreaterThan(1);
    expect(zones.map(onset)).toEqual(zones.map(onset).sort((one, other) => one - other));
    expect(new Set(zones.map(({ asked }) => asked.at(-1)?.at)).size).toBe(1);
  });

  test('slow begins together, squeezes for more than 40 s, and rests for 50 s or more', () => {
    const preview = drawn(slow);
    const zones = leftOf(preview);
    expect(new Set(zones.map(onset)).size).toBe(1);
    const released = zones[0]?.asked.at(-1)?.at ?? 0;
    expect(preview.cycleTime - released).toBeGreaterThanOrEqual(50);
    expect(released - onset(zones[0] as PreviewBand)).toBeGreaterThan(40);
  });

  test('muscle flush sweeps the lower leg ten times, then the upper leg ten times', () => {
    const { turns, order } = drawn(muscleFlush);
    expect(turns.map(({ parts, repeats }) => [parts, repeats])).toEqual([
      [['foot', 'ankle', 'calf'], 10],
      [['knee', 'thigh'], 10],
    ]);
    expect(order).toEqual([...new Array(10).fill(0), ...new Array(10).fill(1)]);
  });

  test('wind-down climbs one step with each ten-second breath', () => {
    const onsets = leftOf(drawn(windDown)).map(onset);
    onsets.slice(1).forEach((at, index) => {
      expect(at - (onsets[index] ?? 0)).toBeCloseTo(10, 0);
    });
  });

  test('alternating legs are both drawn, left first', () => {
    const { turns, bands, order } = drawn({ ...wave, pattern: { ...wave.pattern, legs: 'alternate' } });
    expect(turns.map(({ sides }) => sides)).toEqual([['left'], ['right']]);
    expect(order).toEqual([0, 1]);
    const first = (part: BodyPart, side: 'left' | 'right'): number =>
      onset(bands.find((band) => band.part === part && band.side === side) as PreviewBand);
    expect(first('foot', 'right')).toBeGreaterThan(first('thigh', 'left'));
  });
});
