import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import { defaultParameters } from '../../../../src/simulator/plant/parameters.ts';
import { Pump } from '../../../../src/simulator/plant/pump.ts';

function running(drive: number): Pump {
  const pump = new Pump(defaultParameters);
  pump.command(drive);
  pump.advance(0.02);
  return pump;
}

describe('the pump', () => {
  it('delivers 12 L/min against no pressure, half of it at half its stall pressure, nothing at stall', () => {
    const pump = running(1);
    expect(pump.flow(0)).toBeCloseTo(12, 9);
    expect(pump.flow(125)).toBeCloseTo(6, 9);
    expect(pump.flow(250)).toBe(0);
  });

  it('lets nothing flow back', () => {
    expect(running(1).flow(400)).toBe(0);
    expect(running(0).flow(100)).toBe(0);
  });

  it('follows its drive above the dead band, and stands still in it', () => {
    expect(running(0.5).flow(0)).toBeCloseTo(6, 9);
    expect(running(0.2).flow(0)).toBeCloseTo(2.4, 9);
    expect(running(0.19).flow(0)).toBe(0);
    expect(running(7).flow(0)).toBeCloseTo(12, 9);
  });

  it('drains the battery while it turns, is 15 % weaker when the battery is low, and stops when it is empty', () => {
    const pump = new Pump({ ...defaultParameters, batteryLife: seconds(100) });
    pump.command(0.1);
    pump.advance(50);
    expect(pump.charge).toBe(100);
    pump.command(1);
    pump.advance(50);
    expect(pump.charge).toBeCloseTo(50, 9);
    expect(pump.flow(0)).toBeCloseTo(12, 9);
    pump.advance(40);
    pump.advance(1);
    expect(pump.flow(0)).toBeCloseTo(12 * 0.85, 9);
    expect(pump.stallPressure).toBeCloseTo(250 * 0.85, 9);
    pump.advance(20);
    pump.advance(1);
    expect(pump.charge).toBe(0);
    expect(pump.flow(0)).toBe(0);
  });
});
