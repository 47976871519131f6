import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { defaultParameters, type PlantParameters } from '../../../../src/simulator/plant/parameters.ts';
import { Plant } from '../../../../src/simulator/plant/plant.ts';
import { Sensor } from '../../../../src/simulator/plant/sensor.ts';
import { seededRandom } from '../../../../src/simulator/random.ts';
import { Rig } from './rig.ts';

const perfect = { sensorNoise: mmhg(0), sensorOffset: mmhg(0), sensorDrift: mmhg(0), sensorStep: mmhg(0) };
const sensors = (count: number, parameters: Partial<PlantParameters>): Sensor[] => {
  const random = seededRandom(3);
  return Array.from({ length: count }, () => new Sensor({ ...defaultParameters, ...parameters }, random));
};
const deviation = (numbers: readonly number[]): number => {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return Math.sqrt(numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / numbers.length);
};
const read = (sensor: Sensor, truth: number, time = 0): number => sensor.read(truth, time) ?? Number.NaN;

describe('a sensor', () => {
  it('has its own offset, with a deviation of 2 mmHg between sensors', () => {
    const readings = sensors(2000, { ...perfect, sensorOffset: mmhg(2) }).map((sensor) => read(sensor, 40));
    expect(deviation(readings)).toBeCloseTo(2, 0);
  });

  it('drifts, with a deviation of 0.5 mmHg between sensors in half an hour', () => {
    const readings = sensors(2000, { ...perfect, sensorDrift: mmhg(0.5) }).map((sensor) => {
      expect(read(sensor, 40, 0)).toBe(40);
      return read(sensor, 40, 1800);
    });
    expect(deviation(readings)).toBeCloseTo(0.5, 1);
  });

  it('has noise of 0.3 mmHg per sample', () => {
    const [sensor] = sensors(1, { ...perfect, sensorNoise: mmhg(0.3) });
    const readings = Array.from({ length: 5000 }, () => (sensor ? read(sensor, 40) : Number.NaN));
    expect(deviation(readings)).toBeCloseTo(0.3, 1);
  });

  it('reads in steps of its converter and within its range', () => {
    const [sensor] = sensors(1, { ...perfect, sensorStep: mmhg(0.5), sensorRange: [-10, 150] });
    expect(sensor && read(sensor, 40.3)).toBe(40.5);
    expect(sensor && read(sensor, 200)).toBe(150);
    expect(sensor && read(sensor, -20)).toBe(-10);
  });

  it('that taps the hose at the bag reads the bag while it fills; at the valves, it reads 20 mmHg more at 80', () => {
    for (const { tap, excess } of [
      { tap: 0, excess: 0 },
      { tap: 1, excess: 20 },
    ]) {
      const rig = new Rig({ sensorTap: tap });
      rig.plant.setPump(1);
      rig.plant.setValves(2, true, false);
      while (rig.pressure(2) < 80) rig.wait(0.02);
      expect(Math.abs((rig.plant.sense(2) ?? 0) - rig.pressure(2) - excess)).toBeLessThan(2);
      rig.plant.setPump(0);
      rig.wait(0.3);
      expect(Math.abs((rig.plant.sense(2) ?? 0) - rig.pressure(2))).toBeLessThan(0.1);
    }
  });

  it('shows the pump’s ripple only while the zone’s fill valve is open and the pump turns', () => {
    const rig = new Rig({ rippleHeight: [2, 2], rippleFrequency: [47, 47] });
    rig.plant.setPump(1);
    rig.plant.setValves(0, true, false);
    const departures: number[][] = [[], []];
    for (let step = 0; step < 100; step++) {
      rig.wait(0.01);
      for (const zone of [0, 1]) departures[zone]?.push((rig.plant.sense(zone) ?? 0) - rig.pressure(zone));
    }
    expect(Math.max(...(departures[0] ?? []))).toBeGreaterThan(1.9);
    expect(Math.min(...(departures[0] ?? []))).toBeLessThan(-1.9);
    expect(departures[1]?.every((departure) => departure === 0)).toBe(true);
    rig.plant.setPump(0);
    rig.wait(0.02);
    expect(rig.plant.sense(0)).toBe(rig.pressure(0));
  });

  it('affects nothing when it is read', () => {
    const runs = [0, 3].map((reads) => {
      const plant = new Plant({ zonesPerLeg: 5, legs: 1, seed: 5 });
      plant.setPump(1);
      plant.setValves(0, true, false);
      for (let step = 0; step < 100; step++) {
        for (let count = 0; count < reads; count++) plant.sense(0);
        plant.step(seconds(0.02));
      }
      return plant.pressure(0);
    });
    expect(runs[0]).toBe(runs[1]);
  });
});
