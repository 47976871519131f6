/** When the boots test their fill valves: they run the pump with every fill valve closed (PROTOCOL.md STRAY-6). */

import { expect, it } from 'vitest';
import type { Sensors } from '../../../../../src/simulator/firmware/regulation/sensors.ts';
import { ValveTest } from '../../../../../src/simulator/firmware/regulation/valve-test.ts';
import type { ZoneHold } from '../../../../../src/simulator/firmware/regulation/zone-hold.ts';

const STEP = 0.02;

/** Runs the valve test of a boot with one zone for `lasts` s. @returns the steps, as times in s, at which the test let the pump run */
function runs(
  lasts: number,
  at: (time: number) => { fills?: boolean; works?: boolean; pressure?: number },
): number[] {
  const hold = { isAtWork: false };
  const calm = new Float64Array(1);
  const test = new ValveTest([hold as ZoneHold], { calm } as unknown as Sensors, Uint8Array.of(0));
  const times: number[] = [];
  for (let turn = 0; turn * STEP < lasts; turn++) {
    const { fills = false, works = false, pressure = 45 } = at(turn * STEP);
    hold.isAtWork = works;
    calm[0] = pressure;
    test.step(fills, STEP);
    if (test.isOn) times.push(turn * STEP);
  }
  return times;
}

it('runs for 0.2 s once nothing has been filled or bled for 1 s, and every 10 s', () => {
  const times = runs(25, () => ({}));
  expect(times).toHaveLength(30);
  for (const [index, begins] of [0.98, 10.98, 20.98].entries())
    expect(times[10 * index]).toBeCloseTo(begins, 1);
});

it('waits while a zone fills or is at work, ends when one begins, and is not due in empty zones', () => {
  expect(runs(30, () => ({ pressure: 9 }))).toEqual([]);
  expect(runs(30, (time) => ({ fills: time % 0.9 < 0.1 }))).toEqual([]);
  expect(runs(30, (time) => ({ works: time % 0.9 < 0.1 }))).toEqual([]);
  expect(runs(9, (time) => ({ works: time > 1.05 }))).toHaveLength(4);
});
