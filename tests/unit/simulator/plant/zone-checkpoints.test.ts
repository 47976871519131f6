/** Checkpoints for a single zone of a leg with five: how quickly it fills, vents and leaks, and how soft it is. */

import { describe, expect, it } from 'vitest';
import { expectCheckpoint, PRESSURE_FLOOR, Rig, TIME_FLOOR } from './rig.ts';

/**
 * Expected times, s: to 80 mmHg from the start (`firstFill`) and from 3 mmHg (`warmFill`), and from 80 mmHg to each of `ventLevels`. They
 * are for one leg without heat (297 K), blood or leak, 15 % residual air, a pump of 12 L/min at full drive, a coupling of neighbouring
 * zones (κ) of 0.03, and valves that open in 15 ms and close in 25 ms.
 */
const zones = [
  { name: 'foot', zone: 0, firstFill: 6.1, warmFill: 3.0, vent: [0.76, 1.5, 2.4, 3.1] },
  { name: 'calf', zone: 2, firstFill: 9.3, warmFill: 4.6, vent: [1.2, 2.4, 3.6, 4.9] },
  { name: 'thigh', zone: 4, firstFill: 13.9, warmFill: 6.5, vent: [1.7, 3.4, 5.2, 6.9] },
];
const ventLevels = [40, 20, 10, 5];
const calf = 2;

/** A rig whose zone was filled once, vented to about 3 mmHg and sealed. */
function warm(zone: number): Rig {
  const rig = new Rig();
  rig.fill([zone], 80);
  rig.ventTimes(zone, [3.1]);
  rig.plant.setValves(zone, false, false);
  rig.wait(1);
  return rig;
}

describe.each(zones)('$name of five', ({ zone, firstFill, warmFill, vent }) => {
  it('takes the expected time to fill from 15 % of its slack volume to 80 mmHg', () => {
    expectCheckpoint(new Rig().fill([zone], 80), firstFill, TIME_FLOOR);
  });

  it('takes the expected time to fill from 3 to 80 mmHg', () => {
    const rig = warm(zone);
    expect(rig.pressure(zone)).toBeCloseTo(3, 0);
    expectCheckpoint(rig.fill([zone], 80), warmFill, TIME_FLOOR);
  });

  it('vents from 80 to 40, 20, 10 and 5 mmHg in the expected times', () => {
    const rig = new Rig();
    rig.fill([zone], 80);
    rig.wait(1);
    for (const [index, time] of rig.ventTimes(zone, ventLevels).entries())
      expectCheckpoint(time, vent[index] ?? Number.NaN, TIME_FLOOR);
  });
});

describe('calf of five', () => {
  it('follows the convex curve of a warm fill, compared every 0.5 s', () => {
    const curve = [3, 6.9, 12, 18.3, 25.9, 34.7, 44.5, 55.1, 66.2, 77.6];
    const rig = warm(calf);
    rig.plant.setPump(1);
    rig.plant.setValves(calf, true, false);
    const measured = rig.series(calf, 0.5, curve.length);
    for (const [index, pressure] of measured.entries())
      expectCheckpoint(pressure, curve[index] ?? Number.NaN, PRESSURE_FLOOR);
    const rises = measured.slice(1).map((pressure, index) => pressure - (measured[index] ?? 0));
    expect(rises).toEqual([...rises].sort((a, b) => a - b));
  });

  it('stays slack for about 4.5 s of a first fill, then rises', () => {
    const rig = new Rig();
    rig.plant.setPump(1);
    rig.plant.setValves(calf, true, false);
    rig.wait(4.4);
    expect(rig.pressure(calf)).toBeLessThan(3.5);
    rig.wait(1.5);
    expect(rig.pressure(calf)).toBeGreaterThan(10);
  });

  it('follows the curve of a vent from 80 mmHg, compared every 0.5 s', () => {
    const curve = [80, 59.5, 44.2, 33, 24.7, 18.7, 14.2, 10.8, 8.2];
    const rig = new Rig();
    rig.fill([calf], 80);
    rig.wait(0.1);
    rig.plant.setValves(calf, false, true);
    for (const [index, pressure] of rig.series(calf, 0.5, curve.length).entries())
      expectCheckpoint(pressure, curve[index] ?? Number.NaN, PRESSURE_FLOOR);
  });

  it('takes 4.6 mL of compressed air per mmHg at 80', () => {
    const rig = new Rig();
    rig.fill([calf], 79);
    rig.wait(0.1);
    const [airBelow, below] = [rig.plant.air(calf), rig.pressure(calf)];
    rig.fill([calf], 81);
    rig.wait(0.1);
    const litres = ((rig.plant.air(calf) - airBelow) * 760) / (760 + 80);
    expectCheckpoint((1000 * litres) / (rig.pressure(calf) - below), 4.6, 0);
  });

  it("loses 6 mmHg in the first minute through a good bag's leak", () => {
    const rig = new Rig({ leak: 0.0004 });
    rig.fill([calf], 80);
    rig.wait(0.1);
    const full = rig.pressure(calf);
    rig.wait(60);
    expectCheckpoint(full - rig.pressure(calf), 6, PRESSURE_FLOOR);
  });
});
