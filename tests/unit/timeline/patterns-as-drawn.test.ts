/** The patterns that preview-of.test.ts does not draw, and what holds of all ten: each is what its table says, and nobody knows it by name. */

import { describe, expect, test } from 'vitest';
import { seconds } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import { flush } from '../../../src/program/patterns/flush.ts';
import { interval } from '../../../src/program/patterns/interval.ts';
import { isolate } from '../../../src/program/patterns/isolate.ts';
import { sequentialHold } from '../../../src/program/patterns/sequential-hold.ts';
import { plainPrograms } from '../../../src/program/patterns.ts';
import { asMeant, type Program } from '../../../src/program/program.ts';
import type { PreviewBand } from '../../../src/timeline/preview/preview.ts';
import { previewOf } from '../../../src/timeline/preview/preview-of.ts';
import { fromStart, script } from '../../../src/timeline/script.ts';
import { bootsOf } from '../program/boots.ts';

/** Zones are kept at this while they rest, mmHg. */
const REST = 4;

const drawn = (program: Program) => previewOf(asMeant(program), bootsOf(5));
/** Zones of the left leg, foot first. */
const zonesOf = (program: Program): readonly PreviewBand[] =>
  drawn(program).bands.filter(({ side }) => side === 'left');

const askedAt = ({ asked }: PreviewBand, time: number): number =>
  asked.findLast(({ at }) => at <= time)?.pressure ?? 0;
/** When a zone is first asked for its peak. */
const onset = (zone: PreviewBand): number =>
  zone.asked.find(({ pressure }) => pressure === zone.peak)?.at ?? Number.NaN;
/** When it is expected to stand at its peak. */
const full = (zone: PreviewBand): number =>
  zone.expected.find(({ pressure }) => pressure >= zone.peak - 1)?.at ?? Number.NaN;
/** When it is first asked for less than its peak. */
const letGo = (zone: PreviewBand): number =>
  zone.asked.find(({ at, pressure }) => at > onset(zone) && pressure < zone.peak)?.at ?? Number.NaN;
/** When all of its air is asked to go. */
const released = (zone: PreviewBand): number =>
  zone.asked.find(({ at, pressure }) => at > onset(zone) && pressure <= REST)?.at ?? Number.NaN;

const same = (times: readonly number[]): boolean => new Set(times).size === 1;
const later = (one: number, other: number): number => one - other;

describe('a pattern as drawn', () => {
  test('sequential hold fills from foot to hip, each part stays at its peak, all let go together', () => {
    const zones = zonesOf(sequentialHold);
    expect(zones.map(onset)).toEqual(zones.map(onset).sort(later));
    zones.slice(1).forEach((zone, index) => {
      const below = zones[index] ?? zone;
      expect(onset(zone) - full(below)).toBeGreaterThanOrEqual(sequentialHold.pattern.hold - 0.5);
    });
    expect(same(zones.map(letGo))).toBe(true);
    expect(same(zones.map(released))).toBe(true);
  });

  test('flush begins each part as the one below it is full, lets go quickly, and takes about a minute', () => {
    const zones = zonesOf(flush);
    zones.slice(1).forEach((zone, index) => {
      // No longer than topping up the parts that are held takes.
      expect(Math.abs(onset(zone) - full(zones[index] ?? zone))).toBeLessThan(2);
    });
    expect(same(zones.map(letGo))).toBe(true);
    for (const zone of zones) expect(released(zone) - letGo(zone)).toBeLessThanOrEqual(2.5);
    expect(drawn(flush).cycleTime).toBeGreaterThan(50);
    expect(drawn(flush).cycleTime).toBeLessThan(70);
  });

  test('interval squeezes and lets go of all parts together, and rests', () => {
    const zones = zonesOf(interval);
    expect(same(zones.map(onset))).toBe(true);
    expect(same(zones.map(released))).toBe(true);
    const [foot] = zones;
    expect(drawn(interval).cycleTime - (foot ? released(foot) : 0)).toBeGreaterThanOrEqual(
      interval.pattern.rest,
    );
  });

  test('isolate squeezes its part, holds what lies below it at half or more, and leaves what lies above it alone', () => {
    const [foot, ankle, calf, ...above] = zonesOf(isolate);
    if (!foot || !ankle || !calf) throw new Error('no zones');
    expect(calf.peak).toBe(isolate.peak);
    for (const below of [foot, ankle]) {
      expect(below.peak).toBeGreaterThanOrEqual(0.5 * calf.peak);
      expect(below.peak).toBeLessThan(calf.peak);
      for (let at = onset(calf) + 0.1; at < letGo(calf); at += 0.5) {
        expect(askedAt(below, at)).toBe(below.peak);
      }
    }
    expect(above.map(({ off }) => off)).toEqual([true, true]);
  });

  test('steps begin the onset delay apart, and a part whose hold is longer stays at its peak meanwhile', () => {
    const pattern = { ...sequentialHold.pattern, release: 'trailing' as const, trailingHolds: 1 };
    const spaced = { ...sequentialHold, pattern: { ...pattern, onsetDelay: seconds(8), hold: seconds(6) } };
    const zones = zonesOf(spaced);
    zones.slice(1).forEach((zone, index) => {
      const below = zones[index] ?? zone;
      // Topping up what is held comes on top of it.
      expect(Math.abs(onset(zone) - onset(below) - 8)).toBeLessThan(1.5);
      expect(letGo(below)).toBeGreaterThan(onset(zone) + 1);
      // It is let down between two waits: at the latest once the next one is full and the rest are topped up.
      expect(letGo(below) - full(below)).toBeGreaterThanOrEqual(6 - 0.2);
      expect(letGo(below)).toBeLessThanOrEqual(Math.max(full(below) + 6, full(zone)) + 1.5);
    });
  });
});

describe('a pattern', () => {
  test('is nothing but its figures: by another name it is composed the same', () => {
    const boots = bootsOf(5);
    const fills = defaultFillModel(boots);
    for (const program of plainPrograms) {
      const renamed = { ...program, id: 'x', name: 'X', pattern: { ...program.pattern, id: 'x', name: 'X' } };
      const [own, other] = [program, renamed].map((each) => {
        const settings = asMeant(each);
        return script(settings, boots, fills, fromStart(settings, boots)).keyframes;
      });
      expect(other).toEqual(own);
    }
  });
});
