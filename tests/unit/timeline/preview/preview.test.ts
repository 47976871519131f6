/** Where a session is in its program's drawing. */

import { describe, expect, test } from 'vitest';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import { muscleFlush } from '../../../../src/program/patterns/muscle-flush.ts';
import { pulseDistalRelease } from '../../../../src/program/patterns/pulse-distal-release.ts';
import { startingSettings } from '../../../../src/program/program.ts';
import { nowIn } from '../../../../src/timeline/preview/preview.ts';
import { previewOf } from '../../../../src/timeline/preview/preview-of.ts';
import { bootsOf } from '../../program/boots.ts';

describe('now', () => {
  const preview = previewOf(startingSettings(pulseDistalRelease), bootsOf(5));
  const [turn] = preview.turns;
  const marks = turn?.marks ?? [];
  const at = (playhead: number, waited: number, cycle = 0): number =>
    nowIn(preview, { playhead: seconds(playhead), waited: seconds(waited) }, cycle);

  test('moves through the drawing as the session does, never backward', () => {
    let before = 0;
    let waited = 0;
    for (const { playhead, at: begins, wait } of marks) {
      for (const share of [0, 0.5, 1]) {
        const now = at(playhead / 1000, waited + share * wait);
        expect(now).toBeCloseTo(begins + share * wait, 6);
        expect(now).toBeGreaterThanOrEqual(before - 1e-6);
        before = now;
      }
      waited += wait;
    }
  });

  test('stands still at the end of a wait that takes longer than predicted', () => {
    const gate = marks.find(({ wait }) => wait > 1);
    const before = marks.filter(({ at }) => at < (gate?.at ?? 0)).reduce((sum, { wait }) => sum + wait, 0);
    const playhead = (gate?.playhead ?? 0) / 1000;
    expect(at(playhead, before + (gate?.wait ?? 0) + 9)).toBeCloseTo((gate?.at ?? 0) + (gate?.wait ?? 0), 6);
  });

  test('jumps ahead after a wait that was shorter than predicted', () => {
    const gate = marks.find(({ wait }) => wait > 1);
    const playhead = (gate?.playhead ?? 0) / 1000 + 0.1;
    expect(at(playhead, 0)).toBeCloseTo((gate?.at ?? 0) + (gate?.wait ?? 0) + 0.1, 6);
  });

  test('stays within the turn of its cycle', () => {
    const sweeps = previewOf(startingSettings(muscleFlush), bootsOf(5));
    const second = sweeps.turns[1]?.start ?? 0;
    const during = (cycle: number, playhead: number): number =>
      nowIn(sweeps, { playhead: seconds(playhead), waited: seconds(0) }, cycle);
    expect(during(9, 0)).toBe(0);
    expect(during(10, 0)).toBe(second);
    expect(during(20, 0)).toBe(0);
    expect(during(9, 500)).toBeCloseTo(second, 6);
    expect(during(19, 500)).toBeCloseTo(sweeps.cycleTime, 6);
  });
});
