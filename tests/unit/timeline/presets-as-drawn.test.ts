/** The twelve presets on five zones: their previews show what their descriptions promise. */

import { describe, expect, test } from 'vitest';
import { trail } from '../../../src/program/presets/trail.ts';
import { programs } from '../../../src/program/presets.ts';
import { startingSettings } from '../../../src/program/program.ts';
import type { Preview, PreviewBand } from '../../../src/timeline/preview/preview.ts';
import { previewOf } from '../../../src/timeline/preview/preview-of.ts';
import { bootsOf } from '../program/boots.ts';

/** Pattern, minutes, and the peak of each zone from foot to thigh, mmHg. */
const promised: Readonly<Record<string, readonly [string, number, readonly number[]]>> = {
  'first-time': ['gradient', 10, [28, 28, 23, 23, 18]],
  'post-marathon': ['pulse-distal-release', 30, [44, 55, 55, 55, 55]],
  'next-day-flush': ['flush', 25, [65, 65, 65, 65, 65]],
  ultra: ['slow', 45, [50, 45, 40, 35, 30]],
  trail: ['pulse-distal-release', 30, [60, 60, 60, 60, 65]],
  'cold-legs': ['gradient', 20, [40, 40, 40, 35, 30]],
  'muscle-flush': ['muscle-flush', 8, [28, 28, 28, 28, 28]],
  'pre-run': ['flush', 12, [45, 45, 45, 45, 45]],
  'desk-side': ['gradient', 30, [35, 35, 30, 30, 24.5]],
  'travel-legs': ['gradient', 20, [40, 40, 35, 35, 30]],
  'wind-down': ['wind-down', 20, [28, 28, 28, 28, 28]],
  strong: ['sequential-hold', 20, [100, 90, 80, 70, 60]],
};

const drawnOf = (id: string): Preview => {
  const program = programs.find((each) => each.id === id);
  if (!program) throw new Error(`no preset ${id}`);
  return previewOf({ ...startingSettings(program), confirmed: program.peak > 80 }, bootsOf(5));
};
const leftOf = ({ bands }: Preview): readonly PreviewBand[] => bands.filter(({ side }) => side === 'left');
const drawnPeaks = (preview: Preview): readonly number[] => leftOf(preview).map(({ peak }) => peak);

/** How long a zone is expected to be at its peak in a cycle, s. */
const atPeak = ({ expected, peak }: PreviewBand): number =>
  expected.reduce((sum, { at, pressure }, index) => {
    const next = expected[index + 1];
    return next && Math.min(pressure, next.pressure) > peak - 0.5 ? sum + next.at - at : sum;
  }, 0);

describe('a preset', () => {
  test('is one of twelve', () => {
    expect(programs.map(({ id }) => id)).toEqual(Object.keys(promised));
  });

  test.each(programs.map((program) => [program.name, program] as const))(
    '%s is drawn with the pressures and the duration it promises',
    (_, program) => {
      const drawn = drawnOf(program.id);
      expect([program.pattern.id, program.minutes, drawnPeaks(drawn)]).toEqual(promised[program.id]);
      // A session lasts as many minutes as the program says, to within one cycle, and its first prefill longer. Above
      // 80 mmHg, the first prefill is part of the 20 minutes.
      const cycle = Math.max(...drawn.cycles.map((each) => each.lasts));
      const prefill = drawn.cycles[0]?.prefill ?? 0;
      expect(Math.abs(drawn.lasts - program.minutes * 60 - prefill)).toBeLessThanOrEqual(
        program.peak > 80 ? prefill + cycle : cycle,
      );
    },
  );

  test('Trail stays longer on ankle and calf than the same wave without their boost', () => {
    const usual = { ...trail, shape: { ...trail.shape, ankle: trail.shape.foot, calf: trail.shape.foot } };
    const [own, other] = [trail, usual].map((program) =>
      leftOf(previewOf(startingSettings(program), bootsOf(5))).map(atPeak),
    );
    const longer = own?.map((time, zone) => Math.round(time - (other?.[zone] ?? 0)));
    expect(longer).toEqual([0, 2, 2, 0, 0]);
  });

  test('First time grows over its first three cycles', () => {
    const [first, second, third, fourth] = drawnOf('first-time').cycles.map(({ peak }) => peak);
    expect(second).toBeGreaterThan(first ?? Number.NaN);
    expect(third).toBeGreaterThan(second ?? Number.NaN);
    expect(fourth).toBeCloseTo(third ?? Number.NaN, 0);
  });
});
