import { expect, it } from 'vitest';
import { mmhg } from '../../../../../firmware-protocol/quantities.ts';
import { Sensors } from '../../../../../src/simulator/firmware/regulation/sensors.ts';

const reading = (readings: () => readonly (number | null)[]): Sensors =>
  new Sensors({
    zones: 2,
    setPump: () => undefined,
    setValves: () => undefined,
    battery: () => 100,
    sense: (zone) => {
      const pressure = readings()[zone] ?? null;
      return pressure === null ? null : mmhg(pressure);
    },
    senseSecond: () => null,
  });

it('a gauge that has given no reading yet is not "below" either (READ-5)', () => {
  let readings: (number | null)[] = [3, null];
  const sensors = reading(() => readings);
  sensors.read(0.02);
  expect([sensors.allBelow(20), sensors.firstRawNotBelow(20)]).toEqual([false, 1]);
  readings = [3, 4];
  sensors.read(0.02);
  expect([sensors.allBelow(20), sensors.firstRawNotBelow(20)]).toEqual([true, null]);
});

it('a gauge without a reading is not "below": nobody knows what is in its zone (ACK-1)', () => {
  let readings: (number | null)[] = [3, 4];
  const sensors = reading(() => readings);
  const read = (times: number) => {
    for (let i = 0; i < times; i++) sensors.read(0.02);
  };
  read(5);
  expect(sensors.allReadBelow(20)).toBe(true);
  readings = [3, null];
  read(24);
  expect(sensors.allReadBelow(20)).toBe(true);
  read(2);
  expect([sensors.allBelow(20), sensors.allReadBelow(20)]).toEqual([true, false]);
});
