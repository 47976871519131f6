/** Limits 8, 13, 14 and 15 of PROTOCOL.md 8.1, with pressures and targets written by hand. */

import { describe, expect, it } from 'vitest';
import { SEAL, VENT } from '../../../../src/simulator/firmware/regulation/aim.ts';
import { Emptying } from '../../../../src/simulator/firmware/watches/emptying.ts';
import { IndependentOverPressure } from '../../../../src/simulator/firmware/watches/independent-over-pressure.ts';
import { OverPressure } from '../../../../src/simulator/firmware/watches/over-pressure.ts';
import { ReverseGradient } from '../../../../src/simulator/firmware/watches/reverse-gradient.ts';
import type { Scene, Trip, Watch } from '../../../../src/simulator/firmware/watches/watch.ts';

/** Time between two steps of the firmware, s. */
const TIME_STEP = 0.02;

/** Runs a watch over zones at constant pressures and targets, until the watch reports a fault or `duration` s have passed. */
class Watched {
  readonly #forced: Uint8Array;
  constructor(
    readonly watch: Watch,
    zones: number,
  ) {
    this.#forced = new Uint8Array(zones);
    watch.begin();
  }

  /** Ceiling to which sealed zones are bled, mmHg. */
  sealCap = Number.POSITIVE_INFINITY;

  stand(pressures: readonly number[], aims: readonly number[], duration: number, cycles = 1) {
    const scene = {
      cycles,
      sensors: {
        quick: Float64Array.from(pressures),
        raw: Float64Array.from(pressures),
        missing: pressures.map(() => 0),
        isBelow: (zone: number, pressure: number) => (pressures[zone] ?? 0) < pressure,
        unchanged: pressures.map(() => 0),
      },
      regulator: {
        aims: Float64Array.from(aims),
        ventForced: this.#forced,
        zoneHolds: pressures.map(() => ({ sealCap: this.sealCap })),
      },
      session: true,
      running: true,
    } as unknown as Scene;
    let trip: Trip | null = null;
    let after = 0;
    while (!trip && after < duration - TIME_STEP / 2) {
      trip = this.watch.step(scene, TIME_STEP);
      after += TIME_STEP;
    }
    return { trip, after, bled: [...this.#forced] };
  }
}

describe('over-pressure (13)', () => {
  const watched = () => new Watched(new OverPressure(1), 1);

  it('is bled above 15 mmHg over a target, and is a fault 2 s later', () => {
    const { trip, after, bled } = watched().stand([56], [40], 10);
    expect(trip).toEqual({ fault: 'overPressure', zone: 0 });
    expect(after).toBeGreaterThan(2);
    expect(after).toBeLessThan(3.1);
    expect(bled).toEqual([1]);
    expect(watched().stand([54], [40], 10).trip).toBeNull();
  });

  it('is compared with the pressure that a zone had when it was sealed', () => {
    const zone = watched();
    expect(zone.stand([60], [SEAL], 20).trip).toBeNull();
    expect(zone.stand([74], [SEAL], 20).trip).toBeNull();
    expect(zone.stand([76], [SEAL], 20).trip).toEqual({ fault: 'overPressure', zone: 0 });
  });

  it('is compared with the ceiling to which a sealed zone is bled (L13-1)', () => {
    const zone = watched();
    expect(zone.stand([60], [SEAL], 20).trip).toBeNull();
    zone.sealCap = 30;
    expect(zone.stand([60], [SEAL], 4.9).bled).toEqual([0]);
    expect(zone.stand([60], [SEAL], 5).trip).toEqual({ fault: 'overPressure', zone: 0 });
    const bled = watched();
    bled.sealCap = 30;
    expect(bled.stand([44], [SEAL], 20).trip).toBeNull();
  });

  it('leaves vented zones to limit 15', () => {
    expect(watched().stand([70], [VENT], 20).trip).toBeNull();
  });

  it('gives a lower target 5 s', () => {
    const zone = watched();
    zone.stand([80], [80], 10);
    expect(zone.stand([80], [20], 4.9).bled).toEqual([0]);
    expect(zone.stand([80], [20], 5).trip).toEqual({ fault: 'overPressure', zone: 0 });
  });
});

describe('independent over-pressure (14)', () => {
  it.each([
    ['the first gauge', 131, 0],
    ['the second gauge', 0, 131],
    ['the second gauge, with no reading from the first,', Number.NaN, 131],
  ])('is a fault if %s reads more than 130 mmHg for 0.1 s', (_, first, second) => {
    const watch = new IndependentOverPressure(1);
    const scene = { sensors: { raw: [first], second: [second] } } as unknown as Scene;
    for (let time = TIME_STEP; time < 0.09; time += TIME_STEP)
      expect(watch.step(scene, TIME_STEP)).toBeNull();
    expect(watch.step(scene, TIME_STEP)).toEqual({ fault: 'independentOverPressure', zone: 0 });
  });
});

describe('not emptying (15)', () => {
  it('counts from when the vent opened, and a Stop does not restart it', () => {
    const zone = new Watched(new Emptying(1, 'notEmptying'), 1);
    zone.stand([40], [40], 30);
    expect(zone.stand([25], [VENT], 9).trip).toBeNull();
    zone.watch.begin();
    const { trip, after } = zone.stand([25], [VENT], 9);
    expect(trip).toEqual({ fault: 'notEmptying', zone: 0 });
    expect(after).toBeLessThan(1.1);
  });
});

describe('reverse gradient (8)', () => {
  const on = [5, 5, 5, 5, 5];
  const leg = () => new Watched(new ReverseGradient(5, 5), 5);

  it('is a fault after 30 s, in the lowest zone that is 10 mmHg above its distal neighbour', () => {
    const { trip, after } = leg().stand([10, 10, 45, 20, 60], on, 60);
    expect(trip).toEqual({ fault: 'reverseGradient', zone: 2 });
    expect(after).toBeCloseTo(30, 0);
  });

  it('is no fault if the zone distal to the highest holds half its pressure, whatever the zones below that have', () => {
    expect(leg().stand([0, 0, 45, 31, 60], on, 60).trip).toBeNull();
    expect(leg().stand([0, 0, 45, 29, 60], on, 60).trip).not.toBeNull();
  });

  it('skips zones that have been off since the cycle began when it looks for that zone', () => {
    expect(leg().stand([0, 40, 0, 0, 60], [5, 40, VENT, VENT, 60], 60).trip).toBeNull();
    const asked = leg();
    asked.stand([0, 40, 30, 30, 40], [5, 40, 30, 30, 40], 1);
    expect(asked.stand([0, 40, 0, 0, 60], [5, 40, VENT, VENT, 60], 60).trip).not.toBeNull();
    const before = leg();
    before.stand([0, 40, 30, 30, 40], [5, 40, 30, 30, 40], 1);
    expect(before.stand([0, 40, 0, 0, 60], [5, 40, VENT, VENT, 60], 60, 2).trip).toBeNull();
  });

  it('is a fault if a zone squeezes above a foot that is off, and a seal does not count as on (L8-2, L8-3)', () => {
    const trip = { fault: 'reverseGradient', zone: 1 };
    expect(leg().stand([0, 45, 30, 20, 10], [VENT, 45, 30, 20, 10], 60).trip).toEqual(trip);
    expect(leg().stand([30, 45, 30, 20, 10], [SEAL, 45, 30, 20, 10], 60).trip).toEqual(trip);
    expect(leg().stand([30, 45, 30, 20, 10], [30, 45, 30, 20, 10], 60).trip).toBeNull();
  });

  it('stops counting during an interruption, and starts anew after 1 s of one', () => {
    const reversed = [10, 10, 45, 20, 60];
    const level = [60, 60, 60, 60, 60];
    const short = leg();
    short.stand(reversed, on, 20);
    short.stand(level, on, 0.8);
    expect(short.stand(reversed, on, 20).after).toBeCloseTo(10, 0);
    const long = leg();
    long.stand(reversed, on, 20);
    long.stand(level, on, 1.2);
    expect(long.stand(reversed, on, 29).trip).toBeNull();
  });
});
