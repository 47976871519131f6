import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import { at, Playing, plan, running } from '../playing.ts';

/** A short session, because each change composes and checks all of it. */
const whole = plan({ minutes: 8 });
const paused = (ms: number) => running(whole).hold(at(ms, { cycles: 2 }));

describe('a gentle cycle after a pause', () => {
  it('replaces everything after the playhead, and its index follows that of the cycle being played', () => {
    const { plan: resumed, cut } = paused(30_000).tell({ kind: 'resume' });
    expect(cut.from).toBe(30_000);
    expect(resumed.change).toMatchObject({ kind: 'resume', from: 30_000, margin: 0, taken: false });
    const [first, second, gentle, then] = resumed.script.cycles;
    expect([first, second]).toEqual(whole.script.cycles.slice(0, 2));
    expect(gentle).toMatchObject({ start: 30_000, index: 2 });
    expect(then).toMatchObject({ start: 30_000 + (gentle?.length ?? 0), index: 3 });
    expect(resumed.script.keyframes.filter((keyframe) => keyframe.at < 30_000)).toEqual(
      whole.script.keyframes.filter((keyframe) => keyframe.at < 30_000),
    );
    expect(resumed.whole).toBe(false);
  });

  it('begins with a release and squeezes at 70 %; the cycle after it squeezes as wanted', () => {
    const { script } = paused(30_000).tell({ kind: 'resume' }).plan;
    const peak = (index: number) => Math.max(...(script.cycles[index]?.peaks ?? []));
    expect(peak(2)).toBe(38.5);
    expect(peak(3)).toBe(55);
    expect(script.cycles[2]?.keyframes[0]).toMatchObject({ cycle: true, targets: Array(6).fill('vent') });
  });

  it('is followed by cycles until the promise is used up, to half a cycle', () => {
    const { script } = paused(30_000).tell({ kind: 'resume' }).plan;
    expect(Math.abs(script.cycles.length - whole.script.cycles.length)).toBeLessThanOrEqual(2);
    const short = running(plan({ minutes: 4 }))
      .hold(at(30_000, { cycles: 2 }))
      .tell({ kind: 'resume' }).plan;
    expect(short.script.cycles.length).toBeLessThan(8);
  });

  it('that cannot be composed leaves the plan held, with the settings before it, and says why', () => {
    const { plan: held } = paused(30_000).want({ minutes: 7 });
    const boots = { ...held.boots, longestSession: seconds(30) };
    const played = new Playing({ ...held, boots }).tell({ kind: 'resume' });
    expect(played.orders).toEqual([]);
    expect(played.notices).toMatchObject([{ kind: 'notChanged', why: { kind: 'sessionTooLong' } }]);
    expect(played.plan).toMatchObject({ stage: 'held', change: null });
    expect(played.plan.wanted).toBe(played.plan.settings);
  });
});
