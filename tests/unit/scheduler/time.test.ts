import { describe, expect, it } from 'vitest';
import { instant, milliseconds, seconds } from '../../../firmware-protocol/quantities.ts';
import {
  activeSoFar,
  budgetAt,
  expectedUntil,
  expectedWall,
  mostMinutes,
  pausedSoFar,
  placeInCycle,
  playheadNow,
  promisedTime,
  promisedTimeLeft,
  waitedInWave,
} from '../../../src/scheduler/time.ts';
import { at, Playing, plan, running } from './playing.ts';

const later = (played: Playing, ms: number) => played.after(ms).tell({ kind: 'wake' }).plan;

describe('the playhead by now', () => {
  it('moves between statuses while the boots play, and stands while they wait or pause', () => {
    expect(playheadNow(later(running().hear(at(5000)), 400))).toBe(5400);
    expect(playheadNow(later(running().hear(at(5000, { operation: 'waiting' })), 400))).toBe(5000);
  });

  it('passes no gate before the boots have reported it', () => {
    const { script } = running().plan;
    const gate = script.keyframes.find(({ at, gate }) => at > 1000 && gate > 0)?.at ?? 0;
    expect(gate).toBeGreaterThan(1000);
    expect(playheadNow(later(running().hear(at(gate - 200)), 5000))).toBe(gate - 1);
  });

  it('passes a gate that the boots stand at, or that does not wait', () => {
    const { script } = running().plan;
    const [gate, next] = script.keyframes
      .filter(({ at, gate }) => at > 1000 && gate > 0)
      .map((each) => each.at);
    const free = script.keyframes.find(({ at, gate }) => at > 1000 && gate === 0)?.at ?? 0;
    expect(playheadNow(later(running().hear(at(gate ?? 0)), 100))).toBe((gate ?? 0) + 100);
    expect(playheadNow(later(running().hear(at(gate ?? 0)), 60_000))).toBe((next ?? 0) - 1);
    expect(playheadNow(later(running().hear(at(free - 100)), 200))).toBe(free + 100);
  });

  it('never goes back, even after a status from the future', () => {
    const { plan } = running().after(1000).hear(at(5000));
    expect(playheadNow({ ...plan, now: instant(0) })).toBe(5000);
    expect(activeSoFar({ ...plan, now: instant(0) })).toBe(5);
  });

  it('is never past the end of the script', () => {
    const played = running().hear(at(2 ** 32 - 1));
    expect(playheadNow(played.plan)).toBe(played.plan.script.end);
  });
});

describe('the promise', () => {
  it('is the minutes wanted plus the first prefill: first as predicted, then as measured', () => {
    const played = new Playing(plan()).begin();
    const minutes = played.plan.wanted.minutes * 60;
    const predicted = played.plan.script.cycles[0]?.prefillWait ?? 0;
    expect(predicted).toBeGreaterThan(0);
    expect(promisedTime(played.plan)).toBe(minutes + predicted);
    played.hear({ operation: 'waiting', waited: milliseconds(9000) });
    expect(promisedTime(played.plan)).toBe(minutes + predicted);
    played.hear({ waited: milliseconds(11_500), gates: 1 });
    expect(promisedTime(played.plan)).toBe(minutes + 11.5);
    played.hear({ waited: milliseconds(20_000), gates: 2 });
    expect(promisedTime(played.plan)).toBe(minutes + 11.5);
  });

  it('is used up by playing and waiting, not by pauses', () => {
    const played = running().hear(at(60_000, { waited: milliseconds(15_000), gates: 1 }));
    expect(activeSoFar(played.plan)).toBe(75);
    expect(activeSoFar(later(played, 500))).toBe(75.5);
    played.hold(at(60_500, { waited: milliseconds(15_000), gates: 1 }));
    expect(activeSoFar(later(played, 60_000))).toBe(75.5);
  });

  it('is used up until a boundary by the rest of the cycle and by the whole cycles after it', () => {
    const { plan } = running().hear(at(1000, { waited: milliseconds(54_000), gates: 1 }));
    const [first, second, third] = plan.script.cycles;
    if (!first || !second || !third) throw new Error('a session of two cycles');
    expect(expectedUntil(plan, milliseconds(1000))).toBe(0);
    expect(expectedUntil(plan, milliseconds(500))).toBe(0);
    const rest = expectedUntil(plan, second.start);
    // Only gates ahead of the playhead, at 1000 ms, have waits to come.
    const waits = first.waits.reduce(
      (sum, wait, index) => sum + ((first.keyframes[index]?.at ?? 0) > 1000 ? wait : 0),
      0,
    );
    expect(rest).toBeCloseTo((second.start - 1000) / 1000 + waits, 1);
    expect(expectedUntil(plan, third.start)).toBeCloseTo(rest + expectedWall(plan, second), 6);
    expect(expectedUntil(plan, plan.script.end)).toBeGreaterThan(rest + 20 * expectedWall(plan, second));
  });

  it('counts the waits of the cycle being played from its mark', () => {
    const played = running().hear(at(1000, { waited: milliseconds(54_000), gates: 1 }));
    const second = played.start(1);
    played.hear(at(second + 20, { cycles: 2, waited: milliseconds(80_000), gates: 9, operation: 'waiting' }));
    const now = played.after(1500).tell({ kind: 'wake' }).plan;
    const cycle = now.script.cycles[1];
    if (!cycle) throw new Error('a session of one cycle');
    expect(placeInCycle(now, cycle)).toEqual({ playhead: 20, reported: 20, waited: 1.5 });
    expect(waitedInWave(now)).toBeNull();
    const wave = played.hear(at(second + 600, { cycles: 2, waited: milliseconds(90_000), gates: 10 })).plan;
    expect(placeInCycle(wave, cycle)).toEqual({ playhead: 600, reported: 600, waited: 10 });
    expect(waitedInWave(wave)).toBe(0);
    const later_ = played.hear(at(second + 900, { cycles: 2, waited: milliseconds(92_000), gates: 11 })).plan;
    expect(waitedInWave(later_)).toBe(2);
    const next = now.script.cycles[2];
    expect(next && placeInCycle(later_, next)).toMatchObject({
      playhead: 0,
      reported: second + 900 - (next?.start ?? 0),
    });
  });

  it('is never less than 0', () => {
    expect(promisedTimeLeft(running().hear({ waited: milliseconds(2 ** 32 - 1) }).plan)).toBe(0);
  });

  it('is less at a boundary by the time expected until there; so is the wall time that the boots allow', () => {
    const { plan } = running().hear({ wall: seconds(100), operation: 'waiting' });
    const [first, second] = plan.script.cycles;
    if (!first || !second) throw new Error('a session of one cycle');
    const cycle = first.length / 1000 + first.expectedWaits;
    const left = budgetAt(plan, second.start);
    expect(left.promised).toBeCloseTo(promisedTimeLeft(plan) - cycle, 3);
    expect(left.allowed).toBeCloseTo(3600 - 100 - cycle, 3);
  });
});

describe('time spent paused', () => {
  it('is wall time that was neither played nor waited, and never less than 0', () => {
    const paused = (wall: number) =>
      pausedSoFar(running().hear(at(60_000, { waited: milliseconds(30_000), wall: seconds(wall) })).plan);
    expect(paused(90)).toBe(0);
    expect(paused(91)).toBe(1);
    expect(paused(89)).toBe(0);
  });
});

describe('the most minutes that can still be chosen', () => {
  it('are its wall time less its pauses and the first prefill', () => {
    const played = running().hear(
      at(60_000, { waited: milliseconds(30_000), gates: 1, wall: seconds(60 + 30 + 300) }),
    );
    expect(played.plan.prefill).toBe(30);
    expect(mostMinutes(played.plan)).toBe(Math.floor((3600 - 300 - 30) / 60));
  });
});
