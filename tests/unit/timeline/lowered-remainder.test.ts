import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { startingSettings } from '../../../src/program/program.ts';
import { loweredRemainder } from '../../../src/timeline/lowered-remainder.ts';
import { fromStart, type Script, type ScriptCycle, script } from '../../../src/timeline/script.ts';
import { bootsOf } from '../program/boots.ts';

const settings = startingSettings(postMarathon);
const boots = bootsOf(5);
const plan = script({ settings, boots, fills: defaultFillModel(boots) }, fromStart(settings, boots));

function thirdOf({ cycles }: Script): { cycle: ScriptCycle; boundary: ReturnType<typeof milliseconds> } {
  const [, , cycle, next] = cycles;
  if (!cycle || !next) throw new Error('the session has fewer than four cycles');
  return { cycle, boundary: next.start };
}
const { cycle, boundary } = thirdOf(plan);

describe('the lowered rest of a cycle', () => {
  it('raises no target, keeps all times, and keeps squeezed zones at the prefill or above', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (ratio, share) => {
          const from = milliseconds(cycle.start + Math.floor((share * cycle.length) / 20) * 20);
          const lowering = { ratio, prefill: cycle.prefill, peaks: cycle.peaks };
          const [first, ...rest] = loweredRemainder(plan, from, boundary, () => lowering);
          expect(first?.at).toBe(from);
          const was = plan.keyframes.filter(({ at }) => at > from && at < boundary);
          expect(rest.map((keyframe) => ({ ...keyframe, targets: [] }))).toEqual(
            was.map((keyframe) => ({ ...keyframe, targets: [] })),
          );
          rest.forEach(({ targets }, index) => {
            targets.forEach((target, zone) => {
              const before = was[index]?.targets[zone];
              if (typeof target !== 'number' || typeof before !== 'number') {
                expect(target).toBe(before);
                return;
              }
              expect(target).toBeLessThanOrEqual(before);
              expect(target).toBeGreaterThanOrEqual(Math.min(before, cycle.prefill));
            });
          });
        },
      ),
    );
  });

  it('keeps waiting at the gate where the playhead stands, and adds no wait between gates', () => {
    const gated = plan.keyframes.find(({ at, gate }) => at > cycle.start && gate > 0 && at < boundary);
    const lowering = { ratio: 0.5, prefill: cycle.prefill, peaks: cycle.peaks };
    const at = gated?.at ?? cycle.start;
    expect(loweredRemainder(plan, at, boundary, () => lowering)[0]?.gate).toBe(gated?.gate);
    const later = milliseconds(at + 20);
    expect(loweredRemainder(plan, later, boundary, () => lowering)[0]?.gate).toEqual(seconds(0));
  });

  it('belongs to its cycle: it carries no cycle mark, even right at the beginning', () => {
    const lowering = { ratio: 0.5, prefill: cycle.prefill, peaks: cycle.peaks };
    expect(plan.keyframes.find(({ at }) => at === cycle.start)?.cycle).toBe(true);
    for (const at of [cycle.start, milliseconds(cycle.start + 20), milliseconds(cycle.start + 5000)]) {
      const rest = loweredRemainder(plan, at, boundary, () => lowering);
      expect(rest.map((keyframe) => keyframe.cycle)).not.toContain(true);
    }
  });

  it('vents a zone that was switched off', () => {
    const peaks = cycle.peaks.map((peak, zone) => (zone === 1 ? mmhg(0) : peak));
    const rest = loweredRemainder(plan, cycle.start, boundary, () => ({
      ratio: 1,
      prefill: cycle.prefill,
      peaks,
    }));
    expect(rest.length).toBeGreaterThan(3);
    for (const { targets } of rest) expect(targets[1]).toBe('vent');
  });
});
