import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import { waveOf } from '../../../src/scheduler/follow.ts';
import { bootsOf } from '../program/boots.ts';
import { at, intensity, Playing, plan, running } from './playing.ts';

/** A short session, because each change composes and checks all of it. */
const whole = plan({ minutes: 8 });
const begun = () => new Playing(whole).begin();
const start = (index: number): number => begun().start(index);
/** A status of boots `later` ms after cycle `index` began. @param waited how long the boots have waited at gates in all, ms */
const mark = (index: number, waited: number, later = 50, over: Partial<Status> = {}): Partial<Status> =>
  at(start(index) + later, { cycles: index + 1, waited: milliseconds(waited), gates: 9, ...over });
/** A session as its second cycle begins, after an uninterrupted first cycle. */
const toSecond = (): Playing => running(whole).hear(mark(1, 60_000));

describe('the first prefill', () => {
  it('is over once a gate was passed; the time waited until then stays its length', () => {
    const played = begun().hear({ operation: 'waiting', waited: milliseconds(9000), gates: 0 });
    expect(played.plan.prefill).toBeNull();
    played.hear({ waited: milliseconds(11_500), gates: 1 });
    expect(played.plan.prefill).toBe(11.5);
    expect(played.hear({ waited: milliseconds(14_000), gates: 2 }).plan.prefill).toBe(11.5);
  });
});

describe('a change', () => {
  it('is in force once the boots have accepted it and play from there', () => {
    const changed = () => toSecond().want(intensity(65));
    const from = start(2);
    expect(changed().hear(at(from, { cycles: 3 })).plan.change).not.toBeNull();
    const taken = () => changed().played({ kind: 'inForce' });
    expect(taken().hear(at(from - 1, { cycles: 2 })).plan.change).not.toBeNull();
    expect(taken().hear(at(from, { cycles: 3 })).plan.change).toBeNull();
    expect(taken().hold(at(from, { cycles: 3 })).plan.change).not.toBeNull();
  });
});

describe('the wave of a cycle', () => {
  it('begins with the keyframe after its prefill', () => {
    const [, cycle] = whole.script.cycles;
    if (!cycle) throw new Error('a session of one cycle');
    expect(waveOf(cycle, whole.boots)).toBe(cycle.start + 500);
    const played = toSecond();
    expect(played.plan.atWave).toBeNull();
    expect(
      played.hear(at(start(1) + 499, { cycles: 2, waited: milliseconds(69_000) })).plan.atWave,
    ).toBeNull();
    played.hear(at(start(1) + 500, { cycles: 2, waited: milliseconds(70_000) }));
    expect(played.plan.atWave).toBe(70_000);
    expect(played.hear(at(start(1) + 900, { cycles: 2, waited: milliseconds(71_000) })).plan.atWave).toBe(
      70_000,
    );
  });

  it('after a pause begins after the release and the prefill', () => {
    const played = running(whole).hold(at(9000)).tell({ kind: 'resume' });
    const [, gentle] = played.plan.script.cycles;
    if (!gentle) throw new Error('nothing to resume');
    expect(waveOf(gentle, whole.boots)).toBe(gentle.start + (gentle.keyframes[2]?.at ?? 0));
  });

  it('begins with the cycle, or with the end of the release after a pause, on boots that hold one zone at a time', () => {
    const single = plan({ minutes: 8 }, { ...bootsOf(3), holdsTogether: false });
    const [, cycle] = single.script.cycles;
    if (!cycle) throw new Error('a session of one cycle');
    expect(waveOf(cycle, single.boots)).toBe(cycle.start);
    expect(cycle.keyframes[0]?.targets[0]).toBe(cycle.peaks[0]);
    const played = running(single).hold(at(9000)).tell({ kind: 'resume' });
    const [, gentle] = played.plan.script.cycles;
    if (!gentle) throw new Error('nothing to resume');
    expect(waveOf(gentle, single.boots)).toBe(gentle.start + (gentle.keyframes[1]?.at ?? 0));
    expect(gentle.keyframes[1]?.targets[0]).toBe(gentle.peaks[0]);
  });
});

describe('a cycle mark', () => {
  it('is the time from which waits are counted', () => {
    const { atMark, atWave, whole: isWhole } = toSecond().plan;
    expect(atMark).toMatchObject({ cycles: 2, playhead: start(1) + 50, waited: 60_000 });
    expect(atWave).toBeNull();
    expect(isWhole).toBe(true);
  });

  it.each([
    { later: 250, isWhole: true },
    { later: 251, isWhole: false },
  ])(
    'that is reported $later ms late leaves the cycle usable for the estimator: $isWhole',
    ({ later, isWhole }) => {
      expect(running(whole).hear(mark(1, 60_000, later)).plan.whole).toBe(isWhole);
    },
  );

  it('that was missed makes the next cycle useless to the estimator', () => {
    expect(running(whole).hear(mark(2, 100_000)).plan.whole).toBe(false);
  });

  it('of a cycle that was paused, or that was reported late, changes no estimate', () => {
    const changesEstimate = (played: Playing, last: Partial<Status> = mark(2, 100_000)): boolean => {
      const before = played.plan.air.turns.size;
      return played.hear(last).plan.air.turns.size > before;
    };
    expect(changesEstimate(toSecond())).toBe(true);
    expect(changesEstimate(toSecond().hold(at(start(1) + 900, { cycles: 2 })))).toBe(false);
    expect(changesEstimate(running(whole).hear(mark(1, 60_000, 251)))).toBe(false);
    expect(changesEstimate(toSecond(), mark(2, 100_000, 251))).toBe(false);
    expect(changesEstimate(toSecond(), mark(3, 100_000))).toBe(false);
  });

  it('measures how long the cycle waited from its own mark', () => {
    const slow = toSecond().hear(mark(2, 60_000 + 55_000)).plan.air.fills;
    const quick = toSecond().hear(mark(2, 60_000 + 25_000)).plan.air.fills;
    expect(slow.slowness).toBeGreaterThan(whole.air.fills.slowness);
    expect(quick.slowness).toBeLessThan(whole.air.fills.slowness);
  });

  it('that is reported in time tells the estimator how high the zones stand as the next cycle begins', () => {
    const rises = (later: number): number => {
      const played = toSecond();
      return played.hear(mark(2, 100_000, later), [8, 8, 8, 8, 8, 8]).plan.air.rises.size;
    };
    expect(rises(50)).toBe(1);
    expect(rises(251)).toBe(0);
  });
});
