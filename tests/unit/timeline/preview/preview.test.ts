import { describe, expect, test } from 'vitest';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import { muscleFlush } from '../../../../src/program/patterns/muscle-flush.ts';
import { pulseDistalRelease } from '../../../../src/program/patterns/pulse-distal-release.ts';
import { startingSettings } from '../../../../src/program/program.ts';
import { nowIn, type PreviewBand } from '../../../../src/timeline/preview/preview.ts';
import { previewOf } from '../../../../src/timeline/preview/preview-of.ts';
import { bootsOf } from '../../program/boots.ts';

/** The expected pressure of a zone at a moment of the drawing, mmHg. */
const pressureAt = ({ expected }: PreviewBand, at: number): number =>
  expected.findLast((point) => point.at <= at + 1e-6)?.pressure ?? 0;

describe('now', () => {
  const preview = previewOf(startingSettings(pulseDistalRelease), bootsOf(5));
  const [turn] = preview.turns;
  const marks = turn?.marks ?? [];
  const gate = marks.find(({ wait }) => wait > 1) ?? marks[0];
  const at = (playhead: number, cycle = 0): number => nowIn(preview, seconds(playhead), cycle);
  /** By how much pressure rises between two moments of the drawing, in the zone in which it rises most, mmHg. */
  const climb = (from: number, to: number): number =>
    Math.max(...preview.bands.map((band) => pressureAt(band, to) - pressureAt(band, from)));

  test('moves through the drawing as the session does, never backward', () => {
    let before = 0;
    for (let playhead = 0; playhead <= (marks.at(-1)?.playhead ?? 0); playhead += 10) {
      const now = at(playhead / 1000);
      expect(now).toBeGreaterThanOrEqual(before - 1e-6);
      before = now;
    }
    expect(before).toBeGreaterThan(0.8 * (turn?.lasts ?? 0));
  });

  test('waits at the foot of a climb while the gate is shut', () => {
    const { playhead = 0, at: foot = 0, wait = 0 } = gate ?? {};
    expect(climb(foot, foot + wait)).toBeGreaterThan(10);
    expect(at(playhead / 1000)).toBeCloseTo(foot, 6);
    expect(at(playhead / 1000 + 0.04)).toBeCloseTo(foot, 6);
  });

  test('goes on from the end of the climb once the gate has opened', () => {
    const { playhead = 0, at: foot = 0, wait = 0 } = gate ?? {};
    expect(at(playhead / 1000 + 0.1)).toBeCloseTo(foot + wait + 0.1, 6);
  });

  test('stays within the turn of its cycle', () => {
    const sweeps = previewOf(startingSettings(muscleFlush), bootsOf(5));
    const second = sweeps.turns[1]?.start ?? 0;
    const during = (cycle: number, playhead: number): number => nowIn(sweeps, seconds(playhead), cycle);
    expect(during(9, 0)).toBe(0);
    expect(during(10, 0)).toBe(second);
    expect(during(20, 0)).toBe(0);
    expect(during(9, 500)).toBeCloseTo(second, 6);
    expect(during(19, 500)).toBeCloseTo(sweeps.cycleTime, 6);
  });
});
