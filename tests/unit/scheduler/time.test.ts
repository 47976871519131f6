import { describe, expect, it } from 'vitest';
import { milliseconds, seconds } from '../../../firmware-protocol/quantities.ts';
import {
  activeSoFar,
  leftAt,
  leftOfPromise,
  mostMinutes,
  playheadNow,
  promised,
} from '../../../src/scheduler/time.ts';
import { at, Playing, plan, running } from './playing.ts';

const later = (played: Playing, ms: number) => played.after(ms).tell({ kind: 'wake' }).plan;

describe('the playhead by now', () => {
  it('goes on between statuses while the boots play, and stands while they wait or pause', () => {
    expect(playheadNow(later(running().hear(at(5000)), 400))).toBe(5400);
    expect(playheadNow(later(running().hear(at(5000, { operation: 'waiting' })), 400))).toBe(5000);
  });

  it('passes no gate before the boots have said so', () => {
    const { script } = running().plan;
    const gate = script.keyframes.find(({ at, gate }) => at > 1000 && gate > 0)?.at ?? 0;
    expect(gate).toBeGreaterThan(1000);
    expect(playheadNow(later(running().hear(at(gate - 200)), 5000))).toBe(gate - 1);
  });

  it('is never past the end of the script', () => {
    const played = running().hear(at(2 ** 32 - 1));
    expect(playheadNow(played.plan)).toBe(played.plan.script.end);
  });
});

describe('what a person was promised', () => {
  it('is the minutes wanted and the first mould: predicted, then as it was', () => {
    const played = new Playing(plan()).begin();
    const minutes = played.plan.wanted.minutes * 60;
    const predicted = played.plan.script.cycles[0]?.mouldWait ?? 0;
    expect(predicted).toBeGreaterThan(0);
    expect(promised(played.plan)).toBe(minutes + predicted);
    played.hear({ operation: 'waiting', waited: milliseconds(9000) });
    expect(promised(played.plan)).toBe(minutes + predicted);
    played.hear({ waited: milliseconds(11_500), gates: 1 });
    expect(promised(played.plan)).toBe(minutes + 11.5);
    played.hear({ waited: milliseconds(20_000), gates: 2 });
    expect(promised(played.plan)).toBe(minutes + 11.5);
  });

  it('is used up by playing and waiting, not by pauses', () => {
    const played = running().hear(at(60_000, { waited: milliseconds(15_000), gates: 1 }));
    expect(activeSoFar(played.plan)).toBe(75);
    expect(activeSoFar(later(played, 500))).toBe(75.5);
    played.hold(at(60_500, { waited: milliseconds(15_000), gates: 1 }));
    expect(activeSoFar(later(played, 60_000))).toBe(75.5);
  });

  it('never leaves less than nothing', () => {
    expect(leftOfPromise(running().hear({ waited: milliseconds(2 ** 32 - 1) }).plan)).toBe(0);
  });

  it('is left over at a boundary less by what is expected until there; so is what the boots allow', () => {
    const { plan } = running().hear({ wall: seconds(100), operation: 'waiting' });
    const [first, second] = plan.script.cycles;
    if (!first || !second) throw new Error('a session of one cycle');
    const cycle = first.length / 1000 + first.expectedWaits;
    const left = leftAt(plan, second.start);
    expect(left.promised).toBeCloseTo(leftOfPromise(plan) - cycle, 3);
    expect(left.allowed).toBeCloseTo(3600 - 100 - cycle, 3);
  });
});

describe('the most minutes a session can still be given', () => {
  it('are its wall time less its pauses and the first mould', () => {
    const played = running().hear(
      at(60_000, { waited: milliseconds(30_000), gates: 1, wall: seconds(60 + 30 + 300) }),
    );
    expect(played.plan.mould).toBe(30);
    expect(mostMinutes(played.plan)).toBe(Math.floor((3600 - 300 - 30) / 60));
  });
});
