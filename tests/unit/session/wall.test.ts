import { describe, expect, it } from 'vitest';
import { milliseconds, seconds } from '../../../firmware-protocol/quantities.ts';
import { activeSoFar, leftAt, leftOfPromise, playheadNow, promised } from '../../../src/session/wall.ts';
import { statusOf } from '../status.ts';
import { running, Told } from './told.ts';

describe('the playhead as it must be by now', () => {
  it('goes on between statuses while the boots play, and stands while they wait or pause', () => {
    const playing = new Told().run().hear(running({ playhead: milliseconds(5000) }));
    expect(playheadNow(playing.tick(400).state)).toBe(5400);
    const waiting = new Told().run().hear(running({ playhead: milliseconds(5000), operation: 'waiting' }));
    expect(playheadNow(waiting.tick(400).state)).toBe(5000);
  });

  it('is never past the end of the script', () => {
    const told = new Told().run().hear(running({ playhead: milliseconds(2 ** 32 - 1) }));
    expect(playheadNow(told.state)).toBe(told.state.running?.script.end);
  });
});

describe('what a person was promised', () => {
  it('is the minutes asked for and the first mould: predicted, then as it was', () => {
    const told = new Told().load();
    const predicted = told.state.running?.script.cycles[0]?.mouldWait ?? 0;
    expect(predicted).toBeGreaterThan(0);
    expect(promised(told.state)).toBe(told.state.settings.minutes * 60 + predicted);
    told.hear(statusOf({ operation: 'ready', held: 100 }));
    told.hear(running({ operation: 'waiting', waited: milliseconds(9000) }));
    expect(promised(told.state)).toBe(told.state.settings.minutes * 60 + predicted);
    told.hear(running({ waited: milliseconds(11_500), gates: 1 }));
    expect(promised(told.state)).toBe(told.state.settings.minutes * 60 + 11.5);
    told.hear(running({ waited: milliseconds(20_000), gates: 2 }));
    expect(promised(told.state)).toBe(told.state.settings.minutes * 60 + 11.5);
  });

  it('is used up by playing and waiting, not by pauses', () => {
    const told = new Told().run();
    told.hear(running({ playhead: milliseconds(60_000), waited: milliseconds(15_000), gates: 1 }));
    expect(activeSoFar(told.state)).toBe(75);
    expect(activeSoFar(told.tick(500).state)).toBe(75.5);
    const at = { playhead: milliseconds(60_500), waited: milliseconds(15_000), gates: 1 };
    told
      .tell({ kind: 'pause' })
      .hear(statusOf({ therapy: 'paused', operation: 'venting', cycles: 1, ...at }));
    expect(activeSoFar(told.tick(60_000).state)).toBe(75.5);
  });

  it('never leaves less than nothing', () => {
    const told = new Told().run().hear(running({ waited: milliseconds(2 ** 32 - 1) }));
    expect(leftOfPromise(told.state)).toBe(0);
  });

  it('is left over at a boundary less by what is expected until there; so is what the boots allow', () => {
    const told = new Told().run().hear(running({ wall: seconds(100), operation: 'waiting' }));
    const { script } = told.state.running ?? {};
    const second = script?.cycles[1];
    if (!script || !second) throw new Error('a session of one cycle');
    const first = script.cycles[0];
    const cycle = (first?.length ?? 0) / 1000 + (first?.expectedWaits ?? 0);
    const left = leftAt(told.state, second.start);
    expect(left.promised).toBeCloseTo(leftOfPromise(told.state) - cycle, 3);
    expect(left.allowed).toBeCloseTo(3600 - 100 - cycle, 3);
  });
});
