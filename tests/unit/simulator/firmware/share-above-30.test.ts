import { expect, it } from 'vitest';
import { ShareAbove30 } from '../../../../src/simulator/firmware/watches/share-above-30.ts';
import type { Scene, Trip } from '../../../../src/simulator/firmware/watches/watch.ts';

function watched() {
  const watch = new ShareAbove30(1);
  return {
    begin: () => watch.begin(),
    run(seconds: number, pressure: number, session: boolean): Trip | null {
      const scene = { sensors: { quick: Float64Array.of(pressure) }, session } as unknown as Scene;
      for (let i = 0; i < seconds; i++) {
        const trip = watch.step(scene, 1);
        if (trip) return trip;
      }
      return null;
    },
  };
}
const trip = { fault: 'squeezedTooMuch', zone: 0 };

it('70 % of 10 min above 30 mmHg is allowed, a second more is not', () => {
  const zone = watched();
  expect(zone.run(420, 40, true)).toBeNull();
  expect(zone.run(2, 40, true)).toEqual(trip);
});

it('a new session does not reset the sum', () => {
  const zone = watched();
  expect(zone.run(300, 40, true)).toBeNull();
  expect(zone.run(30, 0, false)).toBeNull();
  zone.begin();
  expect(zone.run(120, 40, true)).toBeNull();
  expect(zone.run(2, 40, true)).toEqual(trip);
});

it('squeezing outside a session counts too, but is a fault only in a session', () => {
  const zone = watched();
  expect(zone.run(500, 40, false)).toBeNull();
  expect(zone.run(1, 40, true)).toEqual(trip);
});

it('squeezing of more than 10 min ago no longer counts', () => {
  const zone = watched();
  zone.run(400, 40, true);
  expect(zone.run(601, 0, false)).toBeNull();
  expect(zone.run(400, 40, true)).toBeNull();
});
