import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../../../firmware-protocol/quantities.ts';
import { encodeBatch } from '../../../../../firmware-protocol/timeline.ts';
import { KeyframeQueue } from '../../../../../src/simulator/firmware/therapy/keyframe-queue.ts';
import { Playhead, type PlayheadEvent } from '../../../../../src/simulator/firmware/therapy/playhead.ts';

interface KeyframeFields {
  readonly at: number;
  readonly to?: number;
  readonly gate?: number;
  readonly end?: boolean;
  readonly cycle?: boolean;
}

function rig() {
  const queue = new KeyframeQueue({
    zones: 3,
    zonesPerLeg: 3,
    hub: false,
    holdsTogether: true,
    sharedValves: false,
    secondGauge: true,
    gaugeTap: 0,
    capacity: 50,
    isKnee: () => false,
  });
  const played: number[] = [];
  const there = new Set<number>();
  /** How far each zone is from its target, mmHg. */
  const distances = [3, 12, 12];
  const playhead = new Playhead(queue, {
    play: ({ aims }) => played.push(aims[0] ?? Number.NaN),
    reached: (zone) => there.has(zone),
    waitFor: () => undefined,
    distance: (zone) => distances[zone] ?? 0,
  });
  let number = 0;
  const deliver = (words: readonly KeyframeFields[], replaceFrom?: number): void => {
    number++;
    const verdict = queue.takeBatch(
      encodeBatch(
        {
          number,
          token: 1,
          replace: replaceFrom !== undefined,
          base: milliseconds(replaceFrom ?? 0),
          keyframes: words.map(({ at, to = 20, gate = 0, end = false, cycle = false }) => ({
            at: milliseconds(at),
            targets: end ? ['vent', 'vent', 'vent'] : [mmhg(to), mmhg(to), mmhg(to)],
            ramp: mmhgPerSecond(0),
            gate: seconds(gate),
            cycle,
            end,
          })),
        },
        false,
      ),
      { holder: 1, permitted: true, playhead: playhead.position, highest: 80 },
    );
    if (verdict.accepted && verdict.replacedFrom !== null) playhead.replacedFrom(verdict.replacedFrom);
  };
  const run = (ms: number): PlayheadEvent => {
    for (let at = 0; at < ms; at += 20) {
      const event = playhead.advance(20);
      if (event !== 'going') return event;
    }
    return 'going';
  };
  return { queue, playhead, played, there, deliver, run };
}

describe('playhead', () => {
  it('plays each keyframe at its time, and those of the same time in order', () => {
    const { deliver, run, played, playhead } = rig();
    deliver([
      { at: 0, to: 1, cycle: true },
      { at: 100, to: 2 },
      { at: 100, to: 3 },
      { at: 300, to: 4, cycle: true },
    ]);
    run(80);
    expect(played).toEqual([1]);
    run(20);
    expect(played).toEqual([1, 2, 3]);
    run(200);
    expect(played).toEqual([1, 2, 3, 4]);
    expect(playhead.cycles).toBe(2);
  });

  it('waits at a gate until each zone has been at its target once', () => {
    const { deliver, run, played, there, playhead } = rig();
    deliver([
      { at: 1000, to: 1, gate: 10 },
      { at: 1200, to: 2 },
    ]);
    run(3000);
    expect([playhead.position, playhead.waiting, played]).toEqual([1000, true, [1]]);
    there.add(0);
    run(20);
    there.delete(0);
    there.add(1).add(2);
    run(20);
    expect(playhead.waiting).toBe(false);
    expect(playhead.gates).toBe(1);
    expect(playhead.waited).toBe(2040);
    run(200);
    expect(played).toEqual([1, 2]);
  });

  it('goes on after the longest wait of the gate', () => {
    const { deliver, run, playhead } = rig();
    deliver([
      { at: 0, gate: 2.5 },
      { at: 100, to: 2 },
    ]);
    run(2520);
    expect([playhead.waiting, playhead.gates, playhead.position]).toEqual([false, 1, 0]);
  });

  it('reports a fault after a wait of 60 s above 30 mmHg, or of 600 s otherwise', () => {
    const squeezing = rig();
    squeezing.deliver([{ at: 0, to: 30.5, gate: 60 }]);
    expect(squeezing.run(59_980)).toBe('going');
    expect(squeezing.run(100)).toBe('gateLimit');
    const gentle = rig();
    gentle.deliver([{ at: 0, to: 30, gate: 600 }]);
    expect(gentle.run(599_980)).toBe('going');
    expect(gentle.run(100)).toBe('gateLimit');
  });

  it('tells for which zone it waits: the one furthest from its target, of several the first (GATE-7)', () => {
    const { deliver, run, playhead, there } = rig();
    deliver([{ at: 0, gate: 60 }]);
    run(1000);
    expect(playhead.awaited).toBe(1);
    there.add(1);
    run(20);
    expect(playhead.awaited).toBe(2);
    there.add(0).add(2);
    run(20);
    expect(playhead.awaited).toBeNull();
  });

  it('takes the limit of a wait from the targets at its start, and arrival from targets capped since (GATE-7, CEIL-4)', () => {
    const lowered = rig();
    lowered.deliver([{ at: 0, to: 60, gate: 60 }]);
    lowered.run(1000);
    lowered.playhead.applyCeiling(20);
    expect(lowered.played).toEqual([60, 20]);
    expect(lowered.run(58_900)).toBe('going');
    expect(lowered.run(200)).toBe('gateLimit');
  });

  it('counts a gate as passed however its wait ends (GATE-6)', () => {
    const { deliver, run, playhead } = rig();
    deliver([{ at: 100, gate: 60 }]);
    run(1000);
    deliver([{ at: 100, gate: 60 }], 100);
    expect(playhead.gates).toBe(1);
    run(1000);
    playhead.leave();
    expect(playhead.gates).toBe(2);
  });

  it('runs dry 2 s after a Drop that leaves no keyframes; a Drop that finds none changes nothing (DRY-2)', () => {
    const { deliver, run, queue } = rig();
    deliver([{ at: 0 }, { at: 60_000 }]);
    run(10_000);
    queue.dropFrom(20_000);
    expect(run(1000)).toBe('going');
    queue.dropFrom(20_000);
    expect(run(980)).toBe('going');
    expect(run(60)).toBe('dry');
  });

  it('runs dry 2 s after the last keyframe, but not while it waits at its gate', () => {
    const { deliver, run, there, playhead } = rig();
    deliver([{ at: 0, gate: 10 }]);
    expect(run(5000)).toBe('going');
    there.add(0).add(1).add(2);
    expect(run(2000)).toBe('going');
    expect(run(60)).toBe('dry');
    expect(playhead.underruns).toBe(1);
  });

  it('does not run dry if a late keyframe arrives, which it plays at once', () => {
    const { deliver, run, played } = rig();
    deliver([{ at: 0, to: 1 }]);
    run(1900);
    deliver([{ at: 1000, to: 2 }]);
    run(20);
    expect(played).toEqual([1, 2]);
    expect(run(1900)).toBe('going');
  });

  it('ends at the end mark', () => {
    const { deliver, run, playhead } = rig();
    deliver([{ at: 0 }, { at: 500, end: true }]);
    expect(run(1000)).toBe('ended');
    expect(playhead.position).toBe(500);
  });

  it('stops waiting when the gate is replaced, and plays the replacement at once', () => {
    const { deliver, run, played, playhead } = rig();
    deliver([
      { at: 0, to: 1 },
      { at: 100, to: 2, gate: 60 },
      { at: 200, to: 3 },
    ]);
    run(1000);
    deliver(
      [
        { at: 100, to: 9 },
        { at: 5000, to: 10 },
      ],
      100,
    );
    expect(playhead.waiting).toBe(false);
    run(20);
    expect(played).toEqual([1, 2, 9]);
  });

  it('goes on waiting at a gate when later keyframes are replaced', () => {
    const { deliver, run, playhead } = rig();
    deliver([
      { at: 100, to: 2, gate: 60 },
      { at: 200, to: 3 },
    ]);
    run(1000);
    deliver([{ at: 200, to: 9 }], 200);
    run(20);
    expect(playhead.waiting).toBe(true);
  });

  it('caps the targets of the current keyframe at once', () => {
    const { deliver, run, played, playhead } = rig();
    deliver([
      { at: 0, to: 50 },
      { at: 9000, to: 60 },
    ]);
    run(100);
    playhead.applyCeiling(30);
    expect(played).toEqual([50, 30]);
  });
});
