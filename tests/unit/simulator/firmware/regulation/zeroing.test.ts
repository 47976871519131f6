import { describe, expect, it } from 'vitest';
import { Sensors } from '../../../../../src/simulator/firmware/regulation/sensors.ts';
import { SensorZero, type Zeroing } from '../../../../../src/simulator/firmware/regulation/zeroing.ts';
import type { Hardware } from '../../../../../src/simulator/hardware.ts';

const STEP = 0.02;
type Reading = (time: number) => number | null;

/** Boots of which only the sensors are there. */
class Readings {
  time = 0;
  readonly sensors: Sensors;
  readonly zero: SensorZero;

  constructor(readonly of: readonly Reading[]) {
    const hardware: Hardware = {
      zones: of.length,
      sense: (zone) => (this.of[zone]?.(this.time) ?? null) as ReturnType<Hardware['sense']>,
      setValves: () => undefined,
      setPump: () => undefined,
      battery: () => 100 as ReturnType<Hardware['battery']>,
    };
    this.sensors = new Sensors(hardware);
    this.zero = new SensorZero(this.sensors);
  }

  /** Zeroes; what came of it, and after how long, s. */
  prepare(): { readonly state: Zeroing; readonly took: number } {
    this.zero.begin();
    const began = this.time;
    while (this.time - began < 20) {
      this.time += STEP;
      this.sensors.read(STEP);
      this.zero.watch(STEP);
      const state = this.zero.step(STEP);
      if (state !== 'going') return { state, took: this.time - began };
    }
    return { state: 'going', took: this.time - began };
  }
}

/** A little noise, as every live sensor has. */
const at =
  (pressure: number): Reading =>
  (time) =>
    pressure + 0.05 * Math.sin(time * 97);

describe('zeroing', () => {
  it('takes what quiet sensors read as zero, after three windows of 0.5 s', () => {
    const boots = new Readings([at(2), at(-3)]);
    const { state, took } = boots.prepare();
    expect(state).toBe('done');
    expect(took).toBeCloseTo(1.5, 1);
    expect(boots.sensors.zero[0]).toBeCloseTo(2, 1);
    expect(boots.sensors.zero[1]).toBeCloseTo(-3, 1);
  });

  it.each([10.5, 19, -10.5])('never takes %f mmHg for zero', (pressure) => {
    expect(new Readings([at(0), at(pressure)]).prepare().state).toEqual({ fault: 'sensor', zone: 1 });
  });

  it('does not take one agreement by chance for quiet: a zone that empties in steps is waited for', () => {
    const steps: Reading = (time) => (time < 1 ? 9 : time < 1.5 ? 5 : 1) + 0.05 * Math.sin(time * 97);
    const boots = new Readings([at(0), steps]);
    expect(boots.prepare().state).toBe('done');
    expect(boots.sensors.zero[1]).toBeCloseTo(1, 1);
  });

  it('gives up after 8 s on a sensor that is never quiet, and names it', () => {
    const swinging: Reading = (time) => 4 * Math.sin(time * 2);
    const { state, took } = new Readings([at(0), swinging]).prepare();
    expect(state).toEqual({ fault: 'sensor', zone: 1 });
    expect(took).toBeCloseTo(8, 1);
  });

  it('judges whether a zone is empty by the sensor as bought: a zero taken before does not hide a full zone', () => {
    let second = 9;
    const boots = new Readings([at(0), (time) => at(second)(time)]);
    expect(boots.prepare().state).toBe('done');
    second = 25;
    const { state, took } = boots.prepare();
    expect(boots.sensors.quick[1]).toBeLessThan(20);
    expect(state).toEqual({ fault: 'notEmptying', zone: 1 });
    expect(took).toBeCloseTo(10, 0);
  });
});
