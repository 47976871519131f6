import { describe, expect, it } from 'vitest';
import { milliseconds, seconds } from '../../../firmware-protocol/quantities.ts';
import { at, intensity, Playing, plan, running } from './playing.ts';

/** Short: all of it is composed and checked with each change. */
const whole = plan({ minutes: 8 });
const playing = () => running(whole);
/** In the first cycle, so long before the second, ms. */
const ahead = (ms: number): Playing => {
  const played = new Playing(whole).begin();
  return played.hear(at(played.start(1) - ms));
};

describe('a change at the next boundary', () => {
  it.each([
    { ms: 1001, cycle: 1 },
    { ms: 1000, cycle: 2 },
    { ms: 999, cycle: 2 },
  ])('leaves a boundary that is a second away or nearer: $ms ms', ({ ms, cycle }) => {
    const played = ahead(ms).want(intensity(65));
    expect(played.cut.from).toBe(played.start(cycle));
    expect(played.plan.change).toMatchObject({ kind: 'boundary', from: played.start(cycle), margin: 1000 });
    expect(played.plan.script.cycles.map((each) => each.index)).toEqual(
      played.plan.script.cycles.map((_, index) => index),
    );
    expect(played.plan.script.cycles[cycle - 1]).toBe(whole.script.cycles[cycle - 1]);
    expect(played.plan.script.cycles[cycle]?.intensity).toBe(65);
  });

  it('of what is wanted again as it was leaves the script as it is', () => {
    const played = playing();
    expect(played.tell({ kind: 'want', settings: whole.settings }).orders).toEqual([]);
    expect(played.plan.change).toBeNull();
  });

  it('waits while the script may not be changed', () => {
    for (const stage of ['loading', 'held', 'resuming'] as const) {
      const played = playing().stage(stage).want(intensity(65));
      expect(played.orders).toEqual([]);
      expect(played.plan.wanted.intensity).toBe(65);
      expect(played.plan.settings.intensity).toBe(55);
    }
  });

  it('that comes too late is cut from the boundary that is next by then', () => {
    const played = playing().want(intensity(65));
    played.hear(at(played.start(1) + 2000, { cycles: 2 })).played({ kind: 'late' });
    expect(played.cut.from).toBe(played.start(2));
    expect(played.plan.change).toMatchObject({ kind: 'boundary', from: played.start(2) });
  });

  it('is lowered at once where it is less after all', () => {
    const played = playing().want(intensity(65)).want(intensity(45));
    expect(played.plan.change?.kind).toBe('lower');
    // Nothing of the higher one was played: what was wanted before it counts.
    expect(played.plan.change?.before.intensity).toBe(55);
    expect(played.orders[0]).toEqual({ kind: 'ceiling', ceiling: 45 });
  });

  it('is no lowering any more once that is taken', () => {
    const played = playing().want(intensity(40)).played({ kind: 'inForce' }).want(intensity(50));
    expect(played.plan.change).toMatchObject({ kind: 'boundary' });
    expect(played.kinds).toEqual(['cut']);
  });

  it('of less in the cycle after the one being played only is one of that boundary', () => {
    const played = ahead(2000).want(intensity(65)).played({ kind: 'inForce' });
    // The cycle being played is at 55; what follows at 65 is to be at 60.
    const again = played.hear(at(played.start(1) - 1900)).want(intensity(60));
    expect(again.kinds).toEqual(['cut']);
    expect(again.cut.from).toBe(again.start(1));
  });

  it('to so few minutes that no cycle follows ends the session with the one being played', () => {
    const played = playing()
      .hear(at(1000, { waited: milliseconds(54_000), gates: 1 }))
      .want({ minutes: 1 });
    expect(played.plan.script.cycles).toHaveLength(1);
    expect(played.plan.script.end).toBe(whole.script.cycles[1]?.start);
    expect(played.cut.keyframes).toHaveLength(1);
    expect(played.cut.keyframes[0]?.end).toBe(true);
  });
});

describe('less that is still on its way', () => {
  it('is replaced by more than that at once, too: the boots may have it by then', () => {
    const played = playing().want(intensity(40)).want(intensity(50));
    expect(played.plan.change?.kind).toBe('lower');
    expect(played.highest).toBe(50);
  });

  it('and comes late is lowered again, further ahead', () => {
    const played = playing().want(intensity(40)).played({ kind: 'late' });
    expect(played.plan.change).toMatchObject({ kind: 'lower', margin: 1200 });
  });
});

describe('a change that the boots cannot be given', () => {
  it('is taken back, and why is said', () => {
    const boots = { ...whole.boots, longestSession: seconds(30) };
    const played = new Playing({ ...playing().plan, boots }).want(intensity(65));
    expect(played.orders).toEqual([]);
    expect(played.notices).toMatchObject([{ kind: 'notChanged', why: { kind: 'sessionTooLong' } }]);
    expect(played.plan.wanted).toBe(whole.settings);
  });
});

describe('a change in the last cycle', () => {
  const lastFrom = (ms: number): Playing => {
    const { script, wanted } = whole;
    const promise = wanted.minutes * 60_000 + 1000 * (script.cycles[0]?.mouldWait ?? 0);
    const waited = milliseconds(promise - script.end);
    return new Playing(whole).begin().hear(at(script.end - ms, { cycles: script.cycles.length, waited }));
  };

  it('is taken back within the last second', () => {
    const played = lastFrom(999).want(intensity(65));
    expect(played.orders).toEqual([]);
    expect(played.notices).toEqual([{ kind: 'notChanged', why: 'ending' }]);
    expect(played.plan.wanted).toBe(whole.settings);
  });

  it.each([1000, 5000])('is wanted, and changes nothing, where no cycle follows: %i ms', (ms) => {
    const played = lastFrom(ms).want(intensity(65));
    expect(played.orders).toEqual([]);
    expect(played.notices).toEqual([]);
    expect(played.plan.settings.intensity).toBe(65);
    expect(played.plan.script).toBe(whole.script);
    expect(played.plan.change).toBeNull();
  });

  it('of duration adds cycles after it', () => {
    const played = lastFrom(5000).want({ minutes: 40 });
    expect(played.cut.from).toBe(whole.script.end);
    expect(played.plan.script.cycles.length).toBeGreaterThan(whole.script.cycles.length);
  });
});

describe('a cut that came late', () => {
  it('and was in force all the same is made again from the next boundary', () => {
    const played = playing().played({ kind: 'late' });
    expect(played.plan.change).toMatchObject({ kind: 'boundary', from: played.start(1) });
  });

  it('is not cut again where it was a resume that is not wanted any more', () => {
    const played = playing().hold(at(9000)).tell({ kind: 'resume' });
    expect(played.played({ kind: 'late' }).kinds).toEqual(['cut']);
    expect(played.stage('held').played({ kind: 'late' }).orders).toEqual([]);
  });
});
