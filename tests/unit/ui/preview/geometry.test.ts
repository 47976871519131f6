/** The shapes in the picture of a preview stand where its times and pressures say. */

import { describe, expect, test } from 'vitest';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../../../../src/program/boots-shape.ts';
import { muscleFlush } from '../../../../src/program/patterns/muscle-flush.ts';
import { pulseDistalRelease } from '../../../../src/program/patterns/pulse-distal-release.ts';
import { wave } from '../../../../src/program/patterns/wave.ts';
import { firstTime } from '../../../../src/program/presets/first-time.ts';
import { type Program, startingSettings } from '../../../../src/program/program.ts';
import type { Preview } from '../../../../src/timeline/preview/preview.ts';
import { previewOf } from '../../../../src/timeline/preview/preview-of.ts';
import { fullOf, type Lane, PICTURE_WIDTH, pictureOf, ticksOf } from '../../../../src/ui/preview/geometry.ts';
import { previewSvg } from '../../../../src/ui/preview/preview-svg.ts';
import { stripOf } from '../../../../src/ui/preview/strip.ts';
import { bootsOf } from '../../program/boots.ts';

const MEASURES = { lane: 40, gap: 8, heading: 20 };
const drawn = (program: Program, boots: BootsShape = bootsOf(5)): Preview =>
  previewOf(startingSettings(program), boots);

const corners = (path: string): readonly { x: number; y: number }[] =>
  [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));

const highest = (lane: Lane): number => Math.min(...corners(lane.edge).map(({ y }) => y));

describe('the lanes', () => {
  const preview = drawn(pulseDistalRelease);
  const { legs, height } = pictureOf(preview, MEASURES);
  const lanes = legs[0]?.lanes ?? [];

  test('are one per zone, foot at the bottom, without overlap', () => {
    expect(lanes.map(({ part }) => part)).toEqual(['foot', 'ankle', 'calf', 'knee', 'thigh']);
    lanes.slice(1).forEach((lane, index) => {
      expect(lane.bottom).toBe((lanes[index]?.top ?? 0) - MEASURES.gap);
    });
    expect(lanes[0]?.bottom).toBe(height);
    expect(lanes.at(-1)?.top).toBe(MEASURES.heading);
  });

  test('are as high as their pressure, all on one scale', () => {
    for (const lane of lanes) {
      const share = (lane.bottom - highest(lane)) / MEASURES.lane;
      expect(share).toBeCloseTo(lane.peak / fullOf(preview), 1);
    }
  });

  test('stay inside the picture from the first second to the last', () => {
    for (const lane of lanes) {
      const points = corners(lane.edge);
      expect(points[0]?.x).toBe(0);
      expect(points.at(-1)?.x).toBe(PICTURE_WIDTH);
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(PICTURE_WIDTH);
        expect(y).toBeGreaterThanOrEqual(lane.top);
        expect(y).toBeLessThanOrEqual(lane.bottom);
      }
    }
  });

  test('have a deeper colour where the pressure is higher', () => {
    const [foot] = lanes;
    const depths = (foot?.depths ?? []).map(({ depth }) => depth);
    const ys = corners(foot?.edge ?? '').map(({ y }) => y);
    expect(depths).toHaveLength(ys.length);
    const deepest = depths.indexOf(Math.max(...depths));
    expect(ys[deepest]).toBe(Math.min(...ys));
  });

  test('are drawn once for both legs if they do the same, otherwise for each leg, and not for a leg that always rests', () => {
    const withLegs = (which: Program['pattern']['legs']) =>
      pictureOf(drawn({ ...wave, pattern: { ...wave.pattern, legs: which } }), MEASURES).legs.map(
        ({ sides }) => sides,
      );
    expect(withLegs('together')).toEqual([['left', 'right']]);
    expect(withLegs('alternate')).toEqual([['left'], ['right']]);
    expect(withLegs('right')).toEqual([['right']]);
  });
});

describe('the rest of the picture', () => {
  test('ticks are at round, even steps and few enough to read', () => {
    expect(ticksOf(seconds(64), [5, 10, 15, 30]).map(({ time }) => time)).toEqual([0, 15, 30, 45, 60]);
    expect(ticksOf(seconds(64), [5, 10, 15, 30])[4]?.at).toBeCloseTo(60 / 64, 6);
    for (const lasts of [3, 17, 59, 240, 900]) {
      const { length } = ticksOf(seconds(lasts), [1, 2, 5, 10, 15, 20, 30, 60, 120, 300]);
      expect(length).toBeGreaterThan(1);
      expect(length).toBeLessThanOrEqual(7);
    }
    expect(ticksOf(seconds(0), [1])).toEqual([]);
  });

  test('the turns share the whole width', () => {
    const { turns } = pictureOf(drawn(muscleFlush), MEASURES);
    expect(turns).toHaveLength(2);
    expect(turns[0]?.from).toBe(0);
    expect(turns[0]?.to).toBeCloseTo(turns[1]?.from ?? 0, 9);
    expect(turns[1]?.to).toBeCloseTo(1, 9);
  });

  test('the strip has a shape for every cycle, lower during the warm-up', () => {
    const preview = drawn(firstTime);
    const tops = [...stripOf(preview, 30).cycles.matchAll(/L[\d.]+ ([\d.]+)H/g)].map(([, y]) => Number(y));
    expect(tops).toHaveLength(preview.cycles.length);
    expect(tops[0]).toBeGreaterThan(tops[1] ?? 0);
    expect(tops[1]).toBeGreaterThan(tops[2] ?? 0);
    expect(tops[3]).toBe(tops[2]);
  });

  test('the SVG file labels what it shows, follows both colour schemes, and escapes a title from outside', () => {
    const file = previewSvg(drawn(wave), { title: '<b>"R&D"</b>', subtitle: 's', id: 'a' });
    expect(file).toContain('&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt;');
    expect(file).not.toContain('<b>');
    expect(file).toContain('prefers-color-scheme:dark');
    for (const word of ['foot', 'thigh', 'both legs', 'mmHg', 'Session']) expect(file).toContain(word);
    expect(file).not.toMatch(/NaN|undefined|Infinity/);
  });
});
