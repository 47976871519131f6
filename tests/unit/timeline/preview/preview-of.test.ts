/** A preview shows what the session composes, and what the program's pattern is meant to do. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../../src/air/fill-model.ts';
import type { BootsShape } from '../../../../src/program/boots-shape.ts';
import { gradient } from '../../../../src/program/patterns/gradient.ts';
import { muscleFlush } from '../../../../src/program/patterns/muscle-flush.ts';
import { pulseDistalRelease } from '../../../../src/program/patterns/pulse-distal-release.ts';
import { slow } from '../../../../src/program/patterns/slow.ts';
import { plainPrograms } from '../../../../src/program/patterns.ts';
import { firstTime } from '../../../../src/program/presets/first-time.ts';
import { programs } from '../../../../src/program/presets.ts';
import type { Program, Settings } from '../../../../src/program/program.ts';
import { validate } from '../../../../src/program/settings.ts';
import { wallTimeOf } from '../../../../src/timeline/cycle/compose.ts';
import { previewOf } from '../../../../src/timeline/preview/preview-of.ts';
import { fromStart, script } from '../../../../src/timeline/script.ts';
import { runs } from '../../../seed.ts';
import { bootsOf } from '../../program/boots.ts';
import { askedAt, drawn, expectedAt, settingsOf } from './drawn.ts';

const everyBoots: fc.Arbitrary<BootsShape> = fc
  .record({
    zones: fc.integer({ min: 3, max: 8 }),
    pumps: fc.constantFrom('shared' as const, 'each' as const),
    sharedValves: fc.boolean(),
  })
  .map(({ zones, ...how }) => ({ ...bootsOf(zones), ...how }));

const anyProgram: fc.Arbitrary<Program> = fc
  .tuple(
    fc.constantFrom(...programs, ...plainPrograms),
    fc.constantFrom('together' as const, 'alternate' as const, 'left' as const, 'right' as const),
  )
  .map(([program, legs]) => ({ ...program, pattern: { ...program.pattern, legs } }));

describe('a preview', () => {
  test('lasts as long as the session’s own script, cycle by cycle', () => {
    for (const program of [pulseDistalRelease, firstTime, muscleFlush]) {
      const boots = bootsOf(5);
      const settings = settingsOf(program);
      const plan = script({ settings, boots, fills: defaultFillModel(boots) }, fromStart(settings, boots));
      const { cycles, lasts } = previewOf(settings, boots);
      expect(cycles.map(({ lasts }) => lasts)).toEqual(plan.cycles.map(wallTimeOf));
      expect(lasts).toBeCloseTo(
        plan.cycles.reduce((sum, cycle) => sum + wallTimeOf(cycle), 0),
        6,
      );
    }
  });

  test('is the same object for the same settings, boots and fills', () => {
    const settings = settingsOf(gradient);
    const boots = bootsOf(5);
    expect(previewOf(settings, boots)).toBe(previewOf(settings, boots));
    expect(previewOf(settings, boots, { ...defaultFillModel(boots), slowness: 1.3 })).not.toBe(
      previewOf(settings, boots),
    );
  });

  test('has a cycle that is more than 3 s longer for boots that fill 1.5 times as slowly', () => {
    const settings = settingsOf(gradient);
    const boots = bootsOf(5);
    const slower = previewOf(settings, boots, { ...defaultFillModel(boots), slowness: 1.5 });
    expect(slower.cycleTime).toBeGreaterThan(previewOf(settings, boots).cycleTime + 3);
  });

  test('is in order and within bounds for any program and any boots', () => {
    fc.assert(
      fc.property(anyProgram, everyBoots, (program, boots) => {
        const settings = settingsOf(program);
        fc.pre(validate(settings, boots).length === 0);
        const preview = previewOf(settings, boots);
        expect(preview.bands).toHaveLength(2 * boots.parts.length);
        for (const band of preview.bands) {
          const times = band.expected.map(({ at }) => at);
          expect(times).toEqual([...times].sort((one, other) => one - other));
          expect(times[0]).toBe(0);
          expect(times.at(-1)).toBeCloseTo(preview.cycleTime, 6);
          for (const { at, pressure } of band.expected) {
            expect(pressure).toBeGreaterThanOrEqual(0);
            expect(pressure).toBeLessThanOrEqual(Math.max(band.peak, preview.prefill, 8) + 0.5);
            expect(at).toBeLessThanOrEqual(preview.cycleTime + 1e-6);
          }
        }
        expect(Math.max(...preview.bands.map(({ peak }) => peak))).toBeLessThanOrEqual(
          settings.intensity + 20,
        );
        const end = preview.cycles.at(-1);
        expect((end?.start ?? 0) + (end?.lasts ?? 0)).toBeCloseTo(preview.lasts, 6);
        expect(preview.order.every((turn) => preview.turns[turn] !== undefined)).toBe(true);
      }),
      { numRuns: runs(15, 200) },
    );
  });

  test('shows every zone at its target when a wait is over, on any pump', () => {
    for (const boots of [bootsOf(5), { ...bootsOf(8), pumps: 'each' as const }, bootsOf(3, ['left'], 6)]) {
      const preview = drawn(gradient, boots);
      const waits = preview.turns.flatMap(({ marks }) => marks.filter(({ wait }) => wait > 0.5));
      expect(waits.length).toBeGreaterThan(boots.parts.length - 1);
      for (const { at, wait } of waits) {
        for (const band of preview.bands) {
          const missing = expectedAt(band, at + wait) - askedAt(band, at + wait / 2);
          expect(Math.abs(missing)).toBeLessThanOrEqual(rules.reached + 0.5);
        }
      }
    }
  });

  test('has a dose equal to the drawn area above 30 mmHg', () => {
    const preview = drawn(gradient);
    const step = 0.05;
    const areas = preview.bands.map((band) => {
      let area = 0;
      for (let at = 0; at < preview.cycleTime; at += step) {
        area += Math.max(0, expectedAt(band, at) - 30) * step;
      }
      return area;
    });
    const all = (Math.max(...areas) * preview.cycles.length) / 60;
    expect(preview.dose).toBeGreaterThan(0.95 * all);
    expect(preview.dose).toBeLessThan(1.05 * all);
  });

  test('says whether both legs do the same: they do, also with a pump each, unless the program is for one leg', () => {
    expect(drawn(gradient).alike).toBe(true);
    const pair = drawn(gradient, { ...bootsOf(5), pumps: 'each' });
    expect(pair.alike).toBe(true);
    const [left, right] = (['left', 'right'] as const).map((side) =>
      pair.bands.filter((band) => band.side === side).map(({ expected }) => expected),
    );
    expect(left).toEqual(right);
    expect(drawn({ ...gradient, pattern: { ...gradient.pattern, legs: 'left' } }).alike).toBe(false);
  });

  test('has the dose of the zone that gets most, and none if no zone exceeds 30 mmHg', () => {
    expect(drawn(firstTime)).toMatchObject({ dose: 0, dosed: null });
    const { dose, dosed, lasts, peak } = drawn(slow);
    expect(dosed).not.toBeNull();
    expect(dose).toBeGreaterThan(0);
    expect(dose).toBeLessThan(((peak - 30) * lasts * 0.6) / 60);
  });

  test('shows the warm-up growing, and a first prefill longer than the others', () => {
    const { cycles } = drawn(firstTime);
    expect(cycles[0]?.peak).toBeLessThan(cycles[1]?.peak ?? 0);
    expect(cycles[1]?.peak).toBeLessThan(cycles[2]?.peak ?? 0);
    expect(cycles[3]?.peak).toBe(cycles[2]?.peak);
    expect(cycles[0]?.prefill).toBeGreaterThan((cycles[3]?.prefill ?? 0) + 5);
  });

  test('marks a zone that is switched off', () => {
    const settings: Settings = {
      ...settingsOf(gradient),
      zones: {
        left: [{ on: false, trim: mmhg(0), boost: { pressure: mmhg(0), hold: seconds(0) } }],
        right: [],
      },
    };
    const { bands, alike } = previewOf(settings, bootsOf(5));
    expect(alike).toBe(false);
    expect(bands.map(({ off }) => off)).toEqual([true, ...new Array(9).fill(false)]);
    expect(bands[0]?.peak).toBe(0);
  });
});
