import { describe, expect, it } from 'vitest';
import { milliseconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import { redoUncertain } from '../../../../src/scheduler/changes/change.ts';
import { at, intensity, Playing, plan, running } from '../playing.ts';

/** A short session, because each change composes and checks all of it. */
const whole = plan({ minutes: 8 });
const playing = () => running(whole);
/** A session in its first cycle, `ms` before the second begins. */
const ahead = (ms: number): Playing => {
  const played = new Playing(whole).begin();
  return played.hear(at(played.start(1) - ms));
};

describe('a change at the next boundary', () => {
  it.each([
    { ms: 1001, cycle: 1 },
    { ms: 1000, cycle: 2 },
    { ms: 999, cycle: 2 },
  ])('skips a boundary that is a second away or nearer: $ms ms', ({ ms, cycle }) => {
    const played = ahead(ms).want(intensity(65));
    expect(played.cut.from).toBe(played.start(cycle));
    expect(played.plan.change).toMatchObject({ kind: 'boundary', from: played.start(cycle), margin: 1000 });
    expect(played.plan.script.cycles.map((each) => each.index)).toEqual(
      played.plan.script.cycles.map((_, index) => index),
    );
    expect(played.plan.script.cycles[cycle - 1]).toBe(whole.script.cycles[cycle - 1]);
    expect(played.plan.script.cycles[cycle]?.intensity).toBe(65);
  });

  it('leaves the script as it is if the settings are the same', () => {
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

  it('that comes too late is cut again, from the boundary that is next by then', () => {
    const played = playing().want(intensity(65));
    played.hear(at(played.start(1) + 2000, { cycles: 2 })).played({ kind: 'late' });
    expect(played.cut.from).toBe(played.start(2));
    expect(played.plan.change).toMatchObject({ kind: 'boundary', from: played.start(2) });
  });

  it('that becomes less pressure than before is made at once', () => {
    const played = playing().want(intensity(65)).want(intensity(45));
    expect(played.plan.change?.kind).toBe('lower');
    // No cycle at 65 was played, so the settings from which the plan changes are still those at 55.
    expect(played.plan.change?.before.intensity).toBe(55);
    expect(played.orders[0]).toEqual({ kind: 'ceiling', ceiling: 45 });
  });

  it('is made for more pressure again, once the boots have taken the lowering before it', () => {
    const played = playing().want(intensity(40)).played({ kind: 'inForce' }).want(intensity(50));
    expect(played.plan.change).toMatchObject({ kind: 'boundary' });
    expect(played.kinds).toEqual(['cut']);
  });

  it('is made even for less, if only a cycle after the one being played gets less', () => {
    const played = ahead(2000).want(intensity(65)).played({ kind: 'inForce' });
    // The cycle being played is at 55. The cycles after it change from 65 to 60.
    const again = played.hear(at(played.start(1) - 1900)).want(intensity(60));
    expect(again.kinds).toEqual(['cut']);
    expect(again.cut.from).toBe(again.start(1));
  });

  it('to so few minutes that no cycle follows ends the session with the cycle being played', () => {
    const played = playing()
      .hear(at(1000, { waited: milliseconds(54_000), gates: 1 }))
      .want({ minutes: 1 });
    expect(played.plan.script.cycles).toHaveLength(1);
    expect(played.plan.script.end).toBe(whole.script.cycles[1]?.start);
    expect(played.cut.keyframes).toHaveLength(1);
    expect(played.cut.keyframes[0]?.end).toBe(true);
  });
});

describe('a lowering that the boots have not confirmed', () => {
  it('is replaced at once even by more pressure than it asked for: the boots may have it by then', () => {
    const played = playing().want(intensity(40)).want(intensity(50));
    expect(played.plan.change?.kind).toBe('lower');
    expect(played.highest).toBe(50);
  });

  it('is made again with a longer margin if it came too late', () => {
    const played = playing().want(intensity(40)).played({ kind: 'late' });
    expect(played.plan.change).toMatchObject({ kind: 'lower', margin: 1200 });
  });
});

describe('a change for which no script can be composed', () => {
  it('is withdrawn, with the reason', () => {
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
    const promise = wanted.minutes * 60_000 + 1000 * (script.cycles[0]?.prefillWait ?? 0);
    const waited = milliseconds(promise - script.end);
    return new Playing(whole).begin().hear(at(script.end - ms, { cycles: script.cycles.length, waited }));
  };

  it('is withdrawn within the last second', () => {
    const played = lastFrom(999).want(intensity(65));
    expect(played.orders).toEqual([]);
    expect(played.notices).toEqual([{ kind: 'notChanged', why: 'ending' }]);
    expect(played.plan.wanted).toBe(whole.settings);
  });

  it.each([1000, 5000])('is accepted and changes nothing if no cycle follows: %i ms', (ms) => {
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

describe('a cut that came too late', () => {
  it('is made again from the next boundary if no change is pending', () => {
    const played = playing().played({ kind: 'late' });
    expect(played.plan.change).toMatchObject({ kind: 'boundary', from: played.start(1) });
  });

  it('is not made again if it was for a resume that is no longer wanted', () => {
    const played = playing().hold(at(9000)).tell({ kind: 'resume' });
    expect(played.played({ kind: 'late' }).kinds).toEqual(['cut']);
    expect(played.stage('held').played({ kind: 'late' }).orders).toEqual([]);
  });
});

describe('a cut that the boots may have taken or not', () => {
  it('is made again from the next boundary, with its ceiling if it was for less', () => {
    const { plan } = playing().want(intensity(45));
    expect(redoUncertain(plan, false).orders.map(({ kind }) => kind)).toEqual(['cut']);
    const [ceiling, cut] = redoUncertain(plan, true).orders;
    expect(ceiling).toEqual({ kind: 'ceiling', ceiling: 45 });
    expect(cut?.kind).toBe('cut');
  });

  it('keeps as much as is still to be played, and no less', () => {
    const { plan } = playing().want(intensity(65));
    // The ceiling is the highest target still to be played: the cycle being played is at 55, those after it are at 65.
    expect(redoUncertain(plan, true).orders[0]).toEqual({ kind: 'ceiling', ceiling: 65 });
  });

  it('is not made while the script may not be changed', () => {
    const { plan } = playing().want(intensity(45));
    expect(redoUncertain({ ...plan, stage: 'held' }, true).orders).toEqual([]);
  });
});
