/** The knee may not get more than the zone below it, also if the two are squeezed in different cycles. */

import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import { muscleFlush } from '../../../src/program/presets/muscle-flush.ts';
import { type Pattern, startingSettings } from '../../../src/program/program.ts';
import { fromStart, type Script, script } from '../../../src/timeline/script.ts';
import { bootsOf } from '../program/boots.ts';

const boots = bootsOf(5);
const fills = defaultFillModel(boots);
const CALF = boots.parts.indexOf('calf');
const KNEE = boots.parts.indexOf('knee');
const settingsOf = (change: Partial<Pattern>, intensity: number) => ({
  ...startingSettings({ ...muscleFlush, pattern: { ...muscleFlush.pattern, ...change } }),
  intensity: mmhg(intensity),
  minutes: 5,
});
const peaksByCycle = ({ cycles }: Script, zone: number): readonly number[] =>
  cycles
    .map(({ peaks }) => Math.max(peaks[zone] ?? 0, peaks[zone + boots.parts.length] ?? 0))
    .filter((peak) => peak > 4);

describe('the knee', () => {
  it('does not warm up beyond the calf’s last peak', () => {
    const { sections } = muscleFlush.pattern;
    const one = sections.map((section, index) => ({ ...section, sweeps: index === 0 ? 1 : 4 }));
    const settings = settingsOf({ warmUpCycles: 5, sections: one }, 28);
    const session = script({ settings, boots, fills }, fromStart(settings, boots));
    const [calf, knee] = [peaksByCycle(session, CALF), peaksByCycle(session, KNEE)];
    expect(Math.max(...knee.slice(0, 4))).toBeLessThanOrEqual(calf[0] ?? 0);
    expect(Math.max(...calf)).toBe(28);
    expect(Math.max(...knee)).toBe(28);
  });

  it('rises on request only after the calf has risen', () => {
    const settings = settingsOf({}, 18);
    const plan = script({ settings, boots, fills }, fromStart(settings, boots));
    // A cycle in the middle of the upper leg's sweeps.
    const at = plan.cycles[14];
    if (at === undefined) throw new Error('the session has fewer than 15 cycles');
    const from = {
      at: at.start,
      index: at.index,
      promised: seconds(280),
      allowed: seconds(3000),
      afterPause: false,
    };
    const before = plan.cycles.slice(0, 14);
    const raised = script({ settings: { ...settings, intensity: mmhg(28) }, boots, fills }, from, before);
    expect(new Set(peaksByCycle(raised, KNEE).slice(0, 6))).toEqual(
      new Set(peaksByCycle(plan, CALF).slice(-1)),
    );
    expect(Math.max(...peaksByCycle(raised, CALF))).toBe(28);
    expect(Math.max(...peaksByCycle(raised, KNEE))).toBe(28);
    // A cycle that was lowered for the knee states the lowered intensity.
    expect(raised.cycles[0]?.intensity).toBeLessThan(28);
  });
});
