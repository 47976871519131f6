import { expect, it } from 'vitest';
import { mmhg } from '../../../../../firmware-protocol/quantities.ts';
import { Sensors } from '../../../../../src/simulator/firmware/regulation/sensors.ts';

it('a gauge without a reading is not "below": nobody knows what is in its zone (ACK-1)', () => {
  let readings: (number | null)[] = [3, 4];
  const sensors = new Sensors({
    zones: 2,
    setPump: () => undefined,
    setValves: () => undefined,
    battery: () => 100,
    sense: (zone) => {
      const reading = readings[zone] ?? null;
      return reading === null ? null : mmhg(reading);
    },
    senseSecond: () => null,
  });
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
