import { describe, expect, it } from 'vitest';
import { BagReadings } from '../../../../../src/simulator/firmware/regulation/bag-readings.ts';
import { Sensors } from '../../../../../src/simulator/firmware/regulation/sensors.ts';
import { SensorZero, type ZeroingState } from '../../../../../src/simulator/firmware/regulation/zeroing.ts';
import type { Hardware } from '../../../../../src/simulator/hardware.ts';

/** Time between two steps of the firmware, s. */
const TIME_STEP = 0.02;
type Reading = (time: number) => number | null;

/** Boots with sensors and nothing else. */
class Readings {
  time = 0;
  readonly sensors: Sensors;
  readonly zero: SensorZero;

  constructor(readonly of: readonly Reading[]) {
    const hardware: Hardware = {
      zones: of.length,
      senseSecond: () => null,
      sense: (zone) => (this.of[zone]?.(this.time) ?? null) as ReturnType<Hardware['sense']>,
      setValves: () => undefined,
      setPump: () => undefined,
      battery: () => 100 as ReturnType<Hardware['battery']>,
    };
    this.sensors = new Sensors(hardware);
    this.zero = new SensorZero(this.sensors);
  }

  /** Reads the sensors for a time, s. */
  pass(lasts: number): void {
    for (const until = this.time + lasts; this.time < until; ) this.#turn();
  }

  #turn(): void {
    this.time += TIME_STEP;
    this.sensors.read(TIME_STEP);
    this.zero.watch(TIME_STEP);
  }

  /** Zeroes the sensors. @returns the result, or `going` if there is none after 20 s; and how long it took, s */
  prepare(): { readonly state: ZeroingState; readonly took: number } {
    this.zero.begin();
    const began = this.time;
    while (this.time - began < 20) {
      this.#turn();
      const state = this.zero.step(TIME_STEP);
      if (state !== 'going') return { state, took: this.time - began };
    }
    return { state: 'going', took: this.time - began };
  }
}

/** A reading with a little noise, like that of a working sensor. */
const at =
  (pressure: number): Reading =>
  (time) =>
    pressure + 0.05 * Math.sin(time * 97);

describe('zeroing', () => {
  it('takes the readings of quiet sensors as zero after three spans of 0.5 s', () => {
    const boots = new Readings([at(2), at(-3)]);
    const { state, took } = boots.prepare();
    expect(state).toBe('done');
    expect(took).toBeCloseTo(1.5, 1);
    expect(boots.sensors.zero[0]).toBeCloseTo(2, 1);
    expect(boots.sensors.zero[1]).toBeCloseTo(-3, 1);
  });

  it.each([10.5, 19, -10.5])('never accepts a reading of %f mmHg as zero', (pressure) => {
    expect(new Readings([at(0), at(pressure)]).prepare().state).toEqual({ fault: 'sensor', zone: 1 });
  });

  it('does not take one agreement by chance for quiet: it waits for a zone that empties in steps', () => {
    const steps: Reading = (time) => (time < 1 ? 9 : time < 1.5 ? 5 : 1) + 0.05 * Math.sin(time * 97);
    const boots = new Readings([at(0), steps]);
    expect(boots.prepare().state).toBe('done');
    expect(boots.sensors.zero[1]).toBeCloseTo(1, 1);
  });

  it('gives up after 8 s on a sensor that is never quiet, and names its zone', () => {
    const swinging: Reading = (time) => 4 * Math.sin(time * 2);
    const { state, took } = new Readings([at(0), swinging]).prepare();
    expect(state).toEqual({ fault: 'sensor', zone: 1 });
    expect(took).toBeCloseTo(8, 1);
  });

  it('decides by raw readings whether a zone is empty, so that an earlier zero does not hide a full zone', () => {
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

describe('a zero taken soon after a squeeze (ZERO-8)', () => {
  /** Zeroes a gauge at 1 mmHg, squeezes another zone, waits, and zeroes the first gauge again at `reading`. @returns its second zero, mmHg */
  const secondZero = (reading: number, waits: number, squeezed = 12): number => {
    let [first, other] = [1, 0];
    const boots = new Readings([(time) => at(first)(time), (time) => at(other)(time)]);
    expect(boots.prepare().state).toBe('done');
    other = squeezed;
    boots.pass(5);
    other = 0;
    first = reading;
    boots.pass(waits);
    expect(boots.prepare().state).toBe('done');
    return boots.sensors.zero[0] ?? Number.NaN;
  };

  it('rises by 0.5 mmHg at most, because a bag that was just emptied is not at 0', () => {
    expect(secondZero(3, 50)).toBeCloseTo(1.5, 1);
    expect(secondZero(1.3, 50)).toBeCloseTo(1.3, 1);
  });

  it('falls freely', () => {
    expect(secondZero(-4, 1)).toBeCloseTo(-4, 1);
  });

  it('rises freely once no zone has been at 10 mmHg for 60 s, or if none was', () => {
    expect(secondZero(3, 61)).toBeCloseTo(3, 1);
    expect(secondZero(3, 1, 9)).toBeCloseTo(3, 1);
  });

  it('rises freely if no zero was taken since boot', () => {
    let pressure = 12;
    const boots = new Readings([(time) => at(pressure)(time)]);
    boots.pass(5);
    pressure = 3;
    expect(boots.prepare().state).toBe('done');
    expect(boots.sensors.zero[0]).toBeCloseTo(3, 1);
  });
});

it('takes the zero of a gauge at the valves from a new look, however long its vent has been open (ZERO-9)', () => {
  let offset = 1;
  let turn = 0;
  const noise = () => Math.sin(turn * 1.9) * 0.05;
  const still = new BagReadings(
    {
      zones: 1,
      senseSecond: () => null,
      sense: () => (offset + noise()) as ReturnType<Hardware['sense']>,
      setValves: () => undefined,
      setPump: () => undefined,
      battery: () => 100 as ReturnType<Hardware['battery']>,
    },
    1,
    [[0]],
  );
  const sensors = new Sensors(still);
  const zero = new SensorZero(sensors);
  const step = (): ZeroingState => {
    turn++;
    still.setValves(0, false, true);
    sensors.read(TIME_STEP);
    zero.watch(TIME_STEP);
    return zero.step(TIME_STEP);
  };
  zero.begin();
  for (let i = 0; i < 60 / TIME_STEP; i++) step();
  expect(sensors.zero[0]).toBeCloseTo(1, 1);
  offset = 4;
  for (let i = 0; i < 60 / TIME_STEP; i++) step();
  expect(sensors.raw[0]).toBeCloseTo(1, 1);
  zero.begin();
  let state: ZeroingState = 'going';
  for (let i = 0; i < 8 / TIME_STEP && state === 'going'; i++) state = step();
  expect(state).toBe('done');
  expect(sensors.zero[0]).toBeCloseTo(4, 1);
});
