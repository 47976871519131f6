/**
 * Four of the ten patterns are drawn as they are described; preview/drawn-patterns.test.ts has the other six. And no code treats a
 * pattern by its name.
 */

import { describe, expect, test } from 'vitest';
import { seconds } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import { flush } from '../../../src/program/patterns/flush.ts';
import { interval } from '../../../src/program/patterns/interval.ts';
import { isolate } from '../../../src/program/patterns/isolate.ts';
import { sequentialHold } from '../../../src/program/patterns/sequential-hold.ts';
import { plainPrograms } from '../../../src/program/patterns.ts';
import { type Program, startingSettings } from '../../../src/program/program.ts';
import type { PreviewBand } from '../../../src/timeline/preview/preview.ts';
import { fromStart, script } from '../../../src/timeline/script.ts';
import { bootsOf } from '../program/boots.ts';
import { askedAt, drawn, leftOf, onset } from './preview/drawn.ts';

/** The pressure at which zones rest, mmHg. */
const RESTING = 4;

const zonesOf = (program: Program) => leftOf(drawn(program));

/** When a zone is expected to reach its peak, s. */
const full = (zone: PreviewBand): number =>
  zone.expected.find(({ pressure }) => pressure >= zone.peak - 1)?.at ?? Number.NaN;
/** When a zone's target first drops below its peak, s. */
const drops = (zone: PreviewBand): number =>
  zone.asked.find(({ at, pressure }) => at > onset(zone) && pressure < zone.peak)?.at ?? Number.NaN;
/** When a zone's target drops to the resting pressure, s. */
const released = (zone: PreviewBand): number =>
  zone.asked.find(({ at, pressure }) => at > onset(zone) && pressure <= RESTING)?.at ?? Number.NaN;

const same = (times: readonly number[]): boolean => new Set(times).size === 1;
const byTime = (one: number, other: number): number => one - other;

describe('a pattern as drawn', () => {
  test('sequential hold fills from foot to hip, each part stays at its peak, and all are released together', () => {
    const zones = zonesOf(sequentialHold);
    expect(zones.map(onset)).toEqual(zones.map(onset).sort(byTime));
    zones.slice(1).forEach((zone, index) => {
      const below = zones[index] ?? zone;
      expect(onset(zone) - full(below)).toBeGreaterThanOrEqual(sequentialHold.pattern.hold - 0.5);
    });
    expect(same(zones.map(drops))).toBe(true);
    expect(same(zones.map(released))).toBe(true);
  });

  test('flush begins each part when the one below it is full, releases quickly, and takes about a minute', () => {
    const zones = zonesOf(flush);
    zones.slice(1).forEach((zone, index) => {
      // Between the two moments, the boots also top up held parts, which takes up to 2 s.
      expect(Math.abs(onset(zone) - full(zones[index] ?? zone))).toBeLessThan(2);
    });
    expect(same(zones.map(drops))).toBe(true);
    for (const zone of zones) expect(released(zone) - drops(zone)).toBeLessThanOrEqual(2.5);
    expect(drawn(flush).cycleTime).toBeGreaterThan(50);
    expect(drawn(flush).cycleTime).toBeLessThan(70);
  });

  test('interval squeezes and releases all parts together, and rests', () => {
    const zones = zonesOf(interval);
    expect(same(zones.map(onset))).toBe(true);
    expect(same(zones.map(released))).toBe(true);
    const [foot] = zones;
    expect(drawn(interval).cycleTime - (foot ? released(foot) : 0)).toBeGreaterThanOrEqual(
      interval.pattern.rest,
    );
  });

  test('isolate squeezes its part, holds the parts below it at half or more, and leaves the parts above it alone', () => {
    const [foot, ankle, calf, ...above] = zonesOf(isolate);
    if (!foot || !ankle || !calf) throw new Error('no zones');
    expect(calf.peak).toBe(isolate.peak);
    for (const below of [foot, ankle]) {
      expect(below.peak).toBeGreaterThanOrEqual(0.5 * calf.peak);
      expect(below.peak).toBeLessThan(calf.peak);
      for (let at = onset(calf) + 0.1; at < drops(calf); at += 0.5) {
        expect(askedAt(below, at)).toBe(below.peak);
      }
    }
    expect(above.map(({ off }) => off)).toEqual([true, true]);
  });

  test('steps begin one onset delay apart, and a part with a longer hold stays at its peak meanwhile', () => {
    const pattern = { ...sequentialHold.pattern, release: 'trailing' as const, trailingHolds: 1 };
    const spaced = { ...sequentialHold, pattern: { ...pattern, onsetDelay: seconds(8), hold: seconds(6) } };
    const zones = zonesOf(spaced);
    zones.slice(1).forEach((zone, index) => {
      const below = zones[index] ?? zone;
      // In between, the boots also top up held parts, which takes up to 1.5 s.
      expect(Math.abs(onset(zone) - onset(below) - 8)).toBeLessThan(1.5);
      expect(drops(below)).toBeGreaterThan(onset(zone) + 1);
      // The part below holds its peak for 6 s, and longer if the next part is not full by then.
      expect(drops(below) - full(below)).toBeGreaterThanOrEqual(6 - 0.2);
      expect(drops(below)).toBeLessThanOrEqual(Math.max(full(below) + 6, full(zone)) + 1.5);
    });
  });
});

describe('a pattern', () => {
  test('is defined by its figures alone: under another name it is composed the same', () => {
    const boots = bootsOf(5);
    const fills = defaultFillModel(boots);
    for (const program of plainPrograms) {
      const renamed = { ...program, id: 'x', name: 'X', pattern: { ...program.pattern, id: 'x', name: 'X' } };
      const [own, other] = [program, renamed].map((each) => {
        const settings = startingSettings(each);
        return script({ settings, boots, fills }, fromStart(settings, boots)).keyframes;
      });
      expect(other).toEqual(own);
    }
  });
});
