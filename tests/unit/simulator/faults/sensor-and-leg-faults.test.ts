/** Each fault of sensors, legs and surroundings has its effect. */

import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { Rig } from '../plant/rig.ts';
import { held } from './held.ts';

describe('a sensor', () => {
  it('frozen repeats its last reading while the pressure falls', () => {
    const rig = held();
    const before = rig.plant.sense(2);
    rig.plant.inject({ kind: 'sensorFreeze', zone: 2 });
    rig.plant.setValves(2, false, true);
    rig.wait(10);
    expect(rig.plant.sense(2)).toBe(before);
    expect(rig.pressure(2)).toBeLessThan(5);
    rig.plant.repair();
    expect(rig.plant.sense(2)).toBe(rig.pressure(2));
  });

  it('with an offset reads that much more', () => {
    const rig = held();
    rig.plant.inject({ kind: 'sensorOffset', zone: 2, offset: mmhg(-12) });
    expect(rig.plant.sense(2)).toBeCloseTo(rig.pressure(2) - 12, 9);
  });

  it('dropped out reads nothing, while the others continue', () => {
    const rig = held();
    rig.plant.inject({ kind: 'sensorDropout', zone: 2 });
    expect(rig.plant.sense(2)).toBeNull();
    expect(rig.plant.sense(1)).not.toBeNull();
  });
});

describe('a limb', () => {
  it('absent leaves a stiff, bloodless, cold dummy beside a healthy leg', () => {
    const rig = new Rig({ heat: true, blood: true }, 2);
    rig.plant.inject({ kind: 'limbAbsent', leg: 1 });
    rig.fill([2], 8);
    rig.fill([7], 8);
    rig.wait(30);
    const [limb, dummy] = [rig.pressure(2), rig.pressure(7)];
    rig.wait(30);
    expect(limb).toBeGreaterThan(dummy + 0.5);
    expect(rig.pressure(7)).toBeCloseTo(dummy, 1);
    expect(rig.plant.temperature(2)).toBeCloseTo(305, 0);
    expect(rig.plant.temperature(7)).toBeCloseTo(297, 0);
    expect(new Rig({}, 2).fill([7], 60)).toBeGreaterThan(rig.fill([7], 60));
  });

  it('that moves adds a pulse of less than a second, repeatedly', () => {
    const rig = held();
    const still = rig.pressure(2);
    rig.plant.inject({
      kind: 'movement',
      zone: 2,
      height: mmhg(20),
      lasting: seconds(0.8),
      every: seconds(5),
    });
    const pressures = Array.from({ length: 500 }, () => {
      rig.wait(0.02);
      return rig.pressure(2) - still;
    });
    expect(Math.max(...pressures)).toBeGreaterThan(10);
    expect(Math.max(...pressures)).toBeLessThanOrEqual(20);
    expect(pressures.filter((pressure) => pressure > 0.1).length * 0.02).toBeLessThan(1.7);
    expect(pressures.slice(50, 240).every((pressure) => Math.abs(pressure) < 0.1)).toBe(true);
    expect(pressures.slice(255, 280).some((pressure) => pressure > 9)).toBe(true);
  });
});

describe('altitude', () => {
  it('swells sealed bags, and a fill takes less compressed air', () => {
    const rig = held();
    const before = rig.pressure(2);
    rig.plant.inject({ kind: 'altitude', ambient: mmhg(560) });
    rig.wait(0.1);
    expect(rig.pressure(2)).toBeGreaterThan(before + 20);
    rig.plant.repair('altitude');
    rig.wait(0.1);
    expect(rig.pressure(2)).toBeCloseTo(before, 1);
    expect(new Rig({ ambient: mmhg(560) }).fill([2], 80)).toBeGreaterThan(new Rig().fill([2], 80));
  });
});
