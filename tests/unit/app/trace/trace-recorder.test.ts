import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Telemetry } from '../../../../firmware-protocol/telemetry.ts';
import { TraceRecorder } from '../../../../src/app/trace/trace-recorder.ts';
import type { Trace } from '../../../../src/journal/trace/trace.ts';

const legs = { sides: ['left', 'right'], zonesPerLeg: 1, samplePeriod: milliseconds(100) } as const;

const packet = (
  clock: number,
  ...pairs: readonly (readonly [number | null, number | null])[]
): Telemetry => ({
  counter: 1,
  clock: milliseconds(clock),
  pump: 0,
  targets: [mmhg(40), 'vent'],
  samples: pairs.map((pair) => ({
    pressures: pair.map((pressure) => (pressure === null ? null : mmhg(pressure))),
    valves: pair.map(() => ({ fill: false, vent: false })),
  })),
});

describe('the trace', () => {
  it('splits the zones by leg, and gives each sample its own time', () => {
    const trace = new TraceRecorder();
    trace.add(packet(2000, [10, 20], [11, null]), legs);
    expect(trace.last('left', seconds(60))).toMatchObject([
      { at: 2, pressures: [10], targets: [40] },
      { at: 2.1, pressures: [11] },
    ]);
    expect(trace.last('right', seconds(60)).map(({ pressures }) => pressures)).toEqual([[20], [null]]);
  });

  it('keeps the last 120 s at least and fewer than 260 s, and starts again when the boots restart', () => {
    const trace = new TraceRecorder();
    for (let second = 0; second < 400; second++) trace.add(packet(second * 1000, [second, 0]), legs);
    expect(trace.last('left', seconds(120))).toHaveLength(121);
    expect(trace.last('left', seconds(1000)).length).toBeLessThan(260);
    trace.add(packet(0, [7, 0]), legs);
    expect(trace.last('left', seconds(1000)).map(({ pressures }) => pressures)).toEqual([[7]]);
  });

  it('keeps fewer than 3200 samples even if the clock of the boots stands still', () => {
    const trace = new TraceRecorder();
    for (let i = 0; i < 20_000; i++) trace.add(packet(5000, [i, 0]), legs);
    expect(trace.last('left', seconds(120)).length).toBeLessThan(3200);
  });

  it('keeps a whole session at one sample a second, even if the boots restart meanwhile', () => {
    const trace = new TraceRecorder();
    trace.add(packet(1000, [1, 0]), legs);
    trace.begin();
    for (let tick = 0; tick < 36_000; tick++) trace.add(packet(2000 + tick * 100, [tick, 0]), legs);
    const whole = trace.whole('left');
    expect(whole).toHaveLength(3600);
    expect([whole[0]?.at, whole.at(-1)?.at]).toEqual([2, 3601]);
    trace.add(packet(0, [7, 0]), legs);
    expect(trace.whole('left').at(-1)?.at).toBe(3601);
    expect(trace.newest('left')).toBe(0);
    trace.begin();
    expect(trace.whole('left')).toEqual([]);
  });

  it('puts what an earlier page recorded before its own samples, with a gap between them', () => {
    const trace = new TraceRecorder();
    const earlier: Trace = {
      period: milliseconds(500),
      zones: (['left', 'right'] as const).map((side, leg) => ({
        side,
        part: 'calf',
        measured: [20, 21, 22, 23].map((pressure) => mmhg(pressure + 10 * leg)),
        targets: [mmhg(40), mmhg(40), 'vent', 'vent'],
      })),
    };
    // Before the first packet of this page, the recorder ignores an earlier trace.
    trace.precede(earlier, seconds(100));
    expect(trace.whole('left')).toEqual([]);

    trace.add(packet(110_000, [7, 8]), legs);
    const { revision } = trace;
    trace.precede(earlier, seconds(100));
    expect(trace.revision).toBeGreaterThan(revision);
    expect(trace.whole('right')).toMatchObject([
      { at: 100.5, pressures: [30], targets: [40] },
      { at: 101.5, pressures: [32], targets: ['vent'] },
      { at: 102.5, pressures: [] },
      { at: 110, pressures: [8] },
    ]);
    expect(trace.last('left', seconds(120)).map(({ pressures }) => pressures[0])).toEqual([
      ...[20, 21, 22, 23, undefined],
      7,
    ]);
  });
});
