import { describe, expect, it } from 'vitest';
import type { Target } from '../../../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg } from '../../../../../firmware-protocol/quantities.ts';
import type { Telemetry } from '../../../../../firmware-protocol/telemetry.ts';
import { TelemetryMerge } from '../../../../../src/boots/pair/merge/merge-telemetry.ts';

const PERIOD = milliseconds(100);
const packet = (pressures: readonly number[], target: Target = 'vent', pump = 0): Telemetry => ({
  counter: 1,
  clock: milliseconds(0),
  pump,
  targets: [target, target],
  samples: pressures.map((pressure) => ({
    pressures: [mmhg(pressure), mmhg(pressure)],
    valves: [
      { fill: false, vent: true },
      { fill: false, vent: true },
    ],
  })),
});
const pressuresOf = (packets: readonly Telemetry[]) =>
  packets.flatMap(({ samples }) => samples.map(({ pressures }) => pressures));

describe('the telemetry of two boots', () => {
  it('is one stream, sample by sample, the left leg first', () => {
    const merge = new TelemetryMerge(2, PERIOD);
    expect(merge.hear('left', packet([1, 2, 3], mmhg(20), 40), 1000, 1320)).toEqual([]);
    const packets = merge.hear('right', packet([11, 12, 13], mmhg(30), 60), 1010, 1340);
    expect(pressuresOf(packets)).toEqual([
      [1, 1, 11, 11],
      [2, 2, 12, 12],
      [3, 3, 13, 13],
    ]);
    expect(packets[0]).toMatchObject({ clock: 1000, pump: 60, targets: [20, 20, 30, 30] });
  });

  it('marks a leg that is not heard as unknown, not zero', () => {
    const merge = new TelemetryMerge(2, PERIOD);
    merge.hear('left', packet([1, 2, 3]), 1000, 1320);
    expect(merge.ready(1500)).toEqual([]);
    expect(pressuresOf(merge.ready(2000))).toEqual([
      [1, 1, null, null],
      [2, 2, null, null],
      [3, 3, null, null],
    ]);
  });

  it('continues with the right leg alone', () => {
    const merge = new TelemetryMerge(2, PERIOD);
    const packets = [
      ...merge.hear('left', packet([1]), 1000, 1020),
      ...merge.hear('right', packet([11, 12]), 2500, 2720),
      ...merge.ready(3400),
    ];
    expect(pressuresOf(packets)).toEqual([
      [1, 1, null, null],
      [null, null, 11, 11],
      [null, null, 12, 12],
    ]);
  });

  it('reports no moment twice', () => {
    const merge = new TelemetryMerge(2, PERIOD);
    const packets = [
      ...merge.hear('right', packet([11, 12, 13]), 2500, 2800),
      ...merge.hear('left', packet([1, 2, 3, 4]), 2500, 2900),
      ...merge.ready(4000),
    ];
    expect(pressuresOf(packets)).toEqual([
      [1, 1, 11, 11],
      [2, 2, 12, 12],
      [3, 3, 13, 13],
      [4, 4, 13, 13],
    ]);
  });

  it('puts different targets into separate packets', () => {
    const merge = new TelemetryMerge(2, PERIOD);
    merge.hear('left', packet([1, 2], mmhg(20)), 1000, 1220);
    merge.hear('right', packet([11], mmhg(30)), 1000, 1120);
    const packets = merge.hear('right', packet([12], mmhg(50)), 1100, 1230);
    expect(packets.map(({ targets }) => targets[2])).toEqual([30, 50]);
  });
});
