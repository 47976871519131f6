import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../../src/air/fill-model.ts';
import { COLD_PRESSURE, predict } from '../../../../src/air/predict.ts';
import { firstTime } from '../../../../src/program/presets/first-time.ts';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import {
  allAsProgrammed,
  asProgrammed,
  startingSettings,
  type ZoneSettings,
} from '../../../../src/program/program.ts';
import { checkTimeline } from '../../../../src/safety/envelope.ts';
import { composeCycle } from '../../../../src/timeline/cycle/compose.ts';
import { fromStart, script } from '../../../../src/timeline/script.ts';
import { bootsOf } from '../../program/boots.ts';

describe('on boots that hold one zone at a time', () => {
  const boots = { ...bootsOf(5, ['left'], 4), holdsTogether: false };
  const fills = defaultFillModel(boots);
  const off = { ...asProgrammed, on: false };
  const thighOnly: ZoneSettings = { left: [off, off, off, off], right: [] };
  const sections = [
    { parts: ['foot', 'ankle', 'calf'] as const, sweeps: 2 },
    { parts: ['knee', 'lower thigh', 'upper thigh'] as const, sweeps: 2 },
  ];

  it.each([
    ['one zone', firstTime, thighOnly, 0.5],
    ['the whole leg', postMarathon, allAsProgrammed, 0.5],
    // With sections the prediction is less exact: zones that are vented while another section has its turn are assumed
    // to be empty, but some are vented too briefly for that.
    ['sections', { ...firstTime, pattern: { ...firstTime.pattern, sections } }, allAsProgrammed, 3],
  ])('a cycle of %s expects the waits that the rest before it makes necessary', (_, program, zones, near) => {
    const settings = { ...startingSettings(program), intensity: mmhg(30), minutes: 5, zones };
    const plan = script({ settings, boots, fills }, fromStart(settings, boots));
    const { waits } = predict(plan.keyframes, boots, fills, COLD_PRESSURE);
    plan.cycles.forEach(({ start, length, expectedWaits, index }) => {
      const waited = waits.filter((_, at) => {
        const time = plan.keyframes[at]?.at ?? 0;
        return time >= start && time < start + length;
      });
      const sum = waited.reduce<number>((all, wait) => all + wait, 0);
      expect(Math.abs(sum - expectedWaits), `cycle ${index + 1}`).toBeLessThan(near);
    });
  });
});

describe('a cycle', () => {
  const boots = bootsOf(5);
  const fills = defaultFillModel(boots);

  it('grows over three cycles in First time', () => {
    const settings = { ...startingSettings(firstTime), intensity: mmhg(28), minutes: 10 };
    const peak = (index: number): number =>
      Math.max(...composeCycle(settings, boots, fills, { index }).peaks);
    expect([0, 1, 2, 3].map(peak)).toEqual([17, 22.5, 28, 28]);
  });

  it('waits longest for the first prefill, whose slack must be filled', () => {
    const settings = { ...startingSettings(postMarathon), intensity: mmhg(55), minutes: 30 };
    const first = composeCycle(settings, boots, fills, { index: 0 });
    const second = composeCycle(settings, boots, fills, { index: 1 });
    expect(first.prefillWait).toBeGreaterThan(3 * second.prefillWait);
    expect(first.keyframes[0]?.gate).toBeGreaterThan(2 * first.prefillWait);
  });

  it('after a pause begins with a full release, then gently', () => {
    const settings = { ...startingSettings(postMarathon), intensity: mmhg(80), minutes: 30 };
    const cycle = composeCycle(settings, boots, fills, { index: 4, afterPause: true });
    const [first, second] = cycle.keyframes;
    expect(first?.cycle).toBe(true);
    expect(first?.targets).toEqual(new Array(10).fill('vent'));
    expect(first?.gate).toBeGreaterThan(0);
    expect(second?.cycle).toBe(false);
    expect(second?.at).toBeGreaterThanOrEqual(11_000);
    expect(Math.max(...cycle.peaks)).toBe(56);
    expect(checkTimeline(cycle.keyframes, boots, fills, mmhg(80), { open: true })).toEqual([]);
  });

  it('after a pause releases as long as the highest zone needs, which may have more than the intensity', () => {
    const higher = { ...asProgrammed, trim: mmhg(20) };
    const settings = { ...startingSettings(postMarathon), intensity: mmhg(60), minutes: 30 };
    const releaseOf = (zones: ZoneSettings): number =>
      composeCycle({ ...settings, zones }, boots, fills, { index: 4, afterPause: true }).keyframes[1]?.at ??
      0;
    expect(releaseOf(allAsProgrammed)).toBe(6000);
    expect(releaseOf({ left: [higher, higher], right: [] })).toBe(11_000);
  });
});
