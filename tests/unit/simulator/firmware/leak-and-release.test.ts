/**
 * Limits 4 and 16 of PROTOCOL.md 8.1, with pressures written by hand. Titles name the requirements that they
 * test.
 */

import { describe, expect, it } from 'vitest';
import { SEAL, VENT } from '../../../../src/simulator/firmware/regulation/aim.ts';
import { Leak } from '../../../../src/simulator/firmware/watches/leak.ts';
import { TimeAbove30 } from '../../../../src/simulator/firmware/watches/time-above-30.ts';
import type { Scene, Trip } from '../../../../src/simulator/firmware/watches/watch.ts';

/** Time between two steps of the firmware, s. */
const TIME_STEP = 0.02;

/** Steps a watch until it reports a fault, or for `lasts` s. @returns the fault, and after how long, s */
function watched(
  watch: { step(scene: Scene, dt: number): Trip | null },
  lasts: number,
  at: (time: number) => object,
) {
  let trip: Trip | null = null;
  let after = 0;
  while (!trip && after < lasts - TIME_STEP / 2) {
    trip = watch.step(at(after) as Scene, TIME_STEP);
    after += TIME_STEP;
  }
  return { trip, after };
}

describe('time above 30 mmHg (4)', () => {
  const stand = (watch: TimeAbove30, pressure: number, aim: number, lasts: number) =>
    watched(watch, lasts, () => ({
      sensors: { quick: Float64Array.of(pressure), calm: Float64Array.of(pressure) },
      regulator: { aims: Float64Array.of(aim) },
      session: true,
    }));
  const squeezedFor = (pressure: number, lasts: number) => {
    const watch = new TimeAbove30(1);
    expect(stand(watch, pressure, pressure, lasts).trip).toBeNull();
    return watch;
  };
  const trip = { fault: 'squeezedTooLong', zone: 0 };

  it('adds up to 120 s until a full release: 5 s below 10 mmHg, or 10 s after more than 70 (L4-1, L4-2)', () => {
    for (const [pressure, rest, counts] of [
      [60, 4.9, false],
      [60, 5.1, true],
      [75, 9.9, false],
      [75, 10.1, true],
    ] as const) {
      const watch = squeezedFor(pressure, 119);
      stand(watch, 9, VENT, rest);
      expect(stand(watch, pressure, pressure, 2).trip).toEqual(counts ? null : trip);
    }
  });

  it('is released at once by a seal at 7 mmHg or less, whatever the zone was at before (L4-3)', () => {
    for (const [sealed, counts] of [
      [7, true],
      [7.5, false],
    ] as const) {
      const watch = squeezedFor(90, 119);
      stand(watch, sealed, SEAL, 0.1);
      expect(stand(watch, 90, 90, 2).trip).toEqual(counts ? null : trip);
    }
  });

  it('goes on with a release after a short push of the leg, and begins it anew after a longer or a higher one (L4-4)', () => {
    for (const [push, lasts, counts] of [
      [34, 0.9, true],
      [34, 1.1, false],
      [36, 0.5, false],
    ] as const) {
      const watch = squeezedFor(60, 116);
      stand(watch, 9, VENT, 3);
      stand(watch, push, VENT, lasts);
      stand(watch, 9, VENT, 2.2);
      expect(stand(watch, 60, 60, 5).trip).toEqual(counts ? null : trip);
    }
  });
});

describe('a leak (16)', () => {
  interface Moment {
    readonly pressure: number;
    readonly aim?: number;
    readonly fill?: boolean;
  }
  const stand = (watch: Leak, lasts: number, at: (time: number) => Moment) =>
    watched(watch, lasts, (time) => {
      const { pressure, aim = 40, fill = false } = at(time);
      return {
        sensors: { quick: Float64Array.of(pressure), calm: Float64Array.of(aim) },
        regulator: {
          aims: Float64Array.of(aim),
          fill: Uint8Array.of(fill ? 1 : 0),
          vent: Uint8Array.of(0),
          zoneHolds: [{ settled: !fill, isTopUp: fill, fill: { active: fill, isTakingReading: false } }],
        },
        running: true,
      };
    });
  const falling =
    (rate: number, aim = 40) =>
    (time: number): Moment => ({ pressure: 80 - rate * time, aim });

  it('is watched from 10 s after the zone was at its pressure: 12 falling pieces of 0.5 s are a fault (L16-1, L16-4)', () => {
    const { trip, after } = stand(new Leak(1), 30, falling(2.6));
    expect(trip).toEqual({ fault: 'leak', zone: 0 });
    expect(after).toBeGreaterThan(16);
    expect(after).toBeLessThan(16.6);
    expect(stand(new Leak(1), 30, falling(2.4)).trip).toBeNull();
  });

  it('is a warning from 1 mmHg/s on (L16-5)', () => {
    for (const [rate, warned] of [
      [1.1, 0],
      [0.9, null],
    ] as const) {
      const watch = new Leak(1);
      expect(stand(watch, 30, falling(rate)).trip).toBeNull();
      expect(watch.warnedZone).toBe(warned);
    }
  });

  it('goes on through a seal and a lower target, and begins anew with a higher one (L16-2)', () => {
    for (const [aim, goesOn] of [
      [SEAL, true],
      [30, true],
      [50, false],
    ] as const) {
      const watch = new Leak(1);
      stand(watch, 15, falling(2.6));
      const { after } = stand(watch, 30, falling(2.6, aim));
      expect(after < 5, `${aim}`).toBe(goesOn);
    }
  });

  it('is found in several holds that are each too short: half of what one has counted goes on (L16-2)', () => {
    const watch = new Leak(1);
    const held = (): Trip | null => {
      stand(watch, 2, () => ({ pressure: 0, aim: VENT }));
      return stand(watch, 15, falling(2.6)).trip;
    };
    expect(held()).toBeNull();
    expect(held()).toEqual({ fault: 'leak', zone: 0 });
    // If only about 2 s of each hold fall, as when a neighbouring zone is released in each, the counts never add up to a leak.
    const calm = new Leak(1);
    for (let hold = 0; hold < 10; hold++) {
      stand(calm, 2, () => ({ pressure: 0, aim: VENT }));
      expect(stand(calm, 12.5, falling(2.6)).trip).toBeNull();
    }
  });

  it('is also a fault if top-ups take 8 s more than the time between them (L16-6)', () => {
    const watch = new Leak(1);
    stand(watch, 11, () => ({ pressure: 40 }));
    const most = stand(watch, 40, (time) => ({ pressure: 40, fill: time % 1 < 0.8 }));
    expect(most.trip).toEqual({ fault: 'leak', zone: 0 });
    const rarer = new Leak(1);
    stand(rarer, 11, () => ({ pressure: 40 }));
    expect(stand(rarer, 40, (time) => ({ pressure: 40, fill: time % 1 < 0.4 })).trip).toBeNull();
  });
});
