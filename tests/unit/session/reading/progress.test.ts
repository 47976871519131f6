import { describe, expect, it } from 'vitest';
import { milliseconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import { windDown } from '../../../../src/program/presets/wind-down.ts';
import { breathAt } from '../../../../src/session/reading/progress.ts';
import { statusOf } from '../../status.ts';
import { DrivenSession, running } from '../driven-session.ts';

describe('the progress of a session', () => {
  it('counts playhead time from the beginning of the cycle, without the time waited at gates', () => {
    const session = new DrivenSession().run();
    const second = session.state.plan?.script.cycles[1]?.start ?? milliseconds(0);
    session.hear(
      running({ cycles: 2, playhead: second, waited: milliseconds(30_000), operation: 'waiting' }),
    );
    expect(session.view.progress).toMatchObject({ cycle: 2, inCycle: 0 });
    expect(session.after(2000).tick(0).view.progress?.inCycle).toBe(0);
    session.hear(running({ cycles: 2, playhead: milliseconds(second + 700), waited: milliseconds(33_000) }));
    expect(session.view.progress?.inCycle).toBe(0.7);
  });

  it('lets the time left fall by a second each second, however long the boots wait, and keeps it once the session has ended', () => {
    const session = new DrivenSession().run();
    const second = session.state.plan?.script.cycles[1]?.start ?? milliseconds(0);
    const waiting = { cycles: 2, playhead: second, operation: 'waiting', gates: 2 } as const;
    session.hear(running({ ...waiting, waited: milliseconds(30_000) }));
    const left = session.view.progress?.left ?? 0;
    expect(session.tick(1000).view.progress?.left).toBeCloseTo(left - 1, 3);
    expect(session.tick(60_000).view.progress?.left).toBeCloseTo(left - 61, 3);
    session.hear(statusOf({ operation: 'venting', endReason: 'stoppedAtBoots' }));
    expect(session.tick(100_000).view.progress?.left).toBeCloseTo(left - 61, 3);
  });

  it('never lets the time left rise by itself, even if the boots report that they are less far than it seemed', () => {
    const session = new DrivenSession().run();
    const at = (ms: number) =>
      running({ playhead: milliseconds(ms), waited: milliseconds(20_000), gates: 1 });
    session.hear(at(5000)).after(3000);
    const { left = 0 } = session.tick(0).view.progress ?? {};
    expect(session.hear(at(6500)).view.progress?.left).toBe(left);
    expect(session.tick(1000).view.progress?.left).toBe(left);
    expect(session.tick(1000).view.progress?.left).toBeCloseTo(left - 0.5, 3);
  });

  it('counts down the first prefill, and only that one', () => {
    const session = new DrivenSession().run();
    const cycles = session.state.plan?.script.cycles ?? [];
    const prefill = cycles[0]?.prefillWait ?? 0;
    const at = (more: Parameters<typeof running>[0]) => session.hear(running(more)).view.progress?.settling;
    const waiting = { playhead: milliseconds(0), operation: 'waiting', gates: 0 } as const;
    expect(prefill).toBeGreaterThan(10);
    expect(at({ ...waiting, waited: milliseconds(4000) })).toBeCloseTo(prefill - 4, 6);
    expect(session.tick(2000).view.progress?.settling).toBeCloseTo(prefill - 6, 6);
    expect(at({ ...waiting, waited: milliseconds(90_000) })).toBeCloseTo(prefill - 90, 6);
    expect(at({ playhead: milliseconds(500), waited: milliseconds(90_000), gates: 1 })).toBe(null);
    expect(at({ cycles: 2, playhead: cycles[1]?.start ?? milliseconds(0), gates: 9 })).toBe(null);
  });

  it('passes no gate before the boots have reported it', () => {
    const session = new DrivenSession().run();
    const second = session.state.plan?.script.cycles[1]?.start ?? milliseconds(0);
    session.hear(running({ playhead: milliseconds(second - 200), waited: milliseconds(30_000) }));
    expect(session.tick(2000).view.progress?.cycle).toBe(1);
  });
});

describe('the breathing cue', () => {
  const breathing = () => {
    const session = new DrivenSession()
      .open()
      .tell({ kind: 'choose', program: windDown })
      .tell({ kind: 'start' });
    session
      .control()
      .succeed('prepare')
      .hear(statusOf({ operation: 'preparing' }));
    session.hear(statusOf({ operation: 'ready' })).hear(statusOf({ operation: 'ready', held: 100 }));
    return session.succeed('start').hear(running({ operation: 'waiting' }));
  };

  it('begins with the wave, not with the prefill: in for four tenths of a breath, then out', () => {
    const session = breathing();
    expect(session.view.breath).toBe(null);
    const wave = session.state.plan?.script.cycles[0]?.keyframes[1]?.at ?? milliseconds(0);
    session.hear(running({ playhead: wave, waited: milliseconds(20_000), gates: 1 }));
    expect(session.view.breath).toEqual({ phase: 'in', left: 4 });
    session.hear(running({ playhead: milliseconds(wave + 3000), waited: milliseconds(20_000), gates: 1 }));
    expect(session.view.breath).toEqual({ phase: 'in', left: 1 });
    session.hear(running({ playhead: milliseconds(wave + 5000), waited: milliseconds(20_000), gates: 1 }));
    expect(session.view.breath).toEqual({ phase: 'out', left: 5 });
  });

  it('goes on while the boots wait at a gate, and is null in a pause or if the program has no cue', () => {
    const session = breathing();
    const wave = session.state.plan?.script.cycles[0]?.keyframes[1]?.at ?? milliseconds(0);
    const at = { playhead: wave, waited: milliseconds(20_000), gates: 1, operation: 'waiting' } as const;
    session.hear(running(at));
    expect(session.tick(6000).view.breath).toEqual({ phase: 'out', left: 4 });
    session.tell({ kind: 'pause' });
    expect(session.view.breath).toBe(null);
    expect(new DrivenSession().run().view.breath).toBe(null);
  });

  it('turns at the end of each breath', () => {
    expect(breathAt(9.9, 10)).toMatchObject({ phase: 'out' });
    expect(breathAt(10, 10)).toEqual({ phase: 'in', left: seconds(4) });
  });
});

describe('completed cycles', () => {
  it('are those that were played to their end', () => {
    const session = new DrivenSession().run();
    const [first, second] = session.state.plan?.script.cycles ?? [];
    if (!first || !second) throw new Error('there is no second cycle');
    const at = (playhead: number) =>
      session.hear(running({ playhead: milliseconds(playhead) })).view.progress;
    expect(at(second.start - 10)).toMatchObject({ cycle: 1, completed: 0 });
    expect(at(second.start + 10)).toMatchObject({ cycle: 2, completed: 1 });
    const ended = session.hear(
      statusOf({ endReason: 'finished', playhead: session.state.plan?.script.end ?? milliseconds(0) }),
    );
    expect(ended.view.progress?.completed).toBe(session.state.plan?.script.cycles.length);
  });
});
