/** Limits 17 and 18, which the boots measure in air instead of time (PROTOCOL.md 8.1). */

import { describe, expect, it } from 'vitest';
import { VENT } from '../../../../src/simulator/firmware/regulation/aim.ts';
import { AirModel } from '../../../../src/simulator/firmware/regulation/air-model.ts';
import { FillEffort } from '../../../../src/simulator/firmware/watches/fill-effort.ts';
import { UnfilledAir } from '../../../../src/simulator/firmware/watches/unfilled-air.ts';
import type { Scene, Trip, Watch } from '../../../../src/simulator/firmware/watches/watch.ts';

/** Time between two steps of the firmware, s. */
const TIME_STEP = 0.02;
/** The air of a boot with five zones and a pump of 12 L/min. The tests use its first zone, the foot. */
const air = new AirModel(5, 12, [[0], [1], [2], [3], [4]]);

interface Fill {
  readonly from: number;
  readonly to: number;
  /** The air that the whole fill takes, mL. */
  readonly air: number;
  /** How long the fill takes, s. */
  readonly lasts: number;
  readonly target?: number;
  /** Whether the next fill continues this one. */
  readonly goesOn?: boolean;
}

class OneZone {
  constructor(readonly watch: Watch) {
    watch.begin();
  }

  #step(pressure: number, given: number, filling: boolean, target: number): Trip | null {
    const scene = {
      sensors: { quick: Float64Array.of(pressure) },
      regulator: {
        aims: Float64Array.of(filling ? target : VENT),
        airGiven: Float64Array.of(given),
        fill: Uint8Array.of(filling && given > 0 ? 1 : 0),
        zoneHolds: [{ fill: { active: filling, target } }],
      },
      air,
      session: true,
      running: true,
    } as unknown as Scene;
    return this.watch.step(scene, TIME_STEP);
  }

  fill({ from, to, air: given, lasts, target = to, goesOn = false }: Fill): {
    trip: Trip | null;
    given: number;
  } {
    const steps = Math.round(lasts / TIME_STEP);
    for (let i = 1; i <= steps; i++) {
      const trip = this.#step(from + ((to - from) * i) / steps, given / steps, true, target);
      if (trip) return { trip, given: (given * i) / steps };
    }
    if (!goesOn) this.#step(to, 0, false, target);
    return { trip: null, given };
  }
}

describe('a fill (18)', () => {
  const filled = () => {
    const zone = new OneZone(new FillEffort(1));
    zone.fill({ from: 2, to: 40, air: 800, lasts: 4 });
    return zone;
  };
  const tripped = { fault: 'notFilling', zone: 0 };

  it('may take twenty times as long with the same air, since a slow ramp is no fault', () => {
    expect(filled().fill({ from: 2, to: 40, air: 900, lasts: 80 }).trip).toBeNull();
  });

  it('is a fault at three times the air of a similar one', () => {
    const { trip, given } = filled().fill({ from: 2, to: 15, target: 40, air: 5000, lasts: 30 });
    expect(trip).toEqual(tripped);
    expect(given / 2400).toBeCloseTo(1, 1);
  });

  it('is not compared with one that went less far, or that began above 10 mmHg', () => {
    expect(filled().fill({ from: 2, to: 60, air: 5000, lasts: 30 }).trip).toBeNull();
    const warm = new OneZone(new FillEffort(1));
    warm.fill({ from: 18, to: 40, air: 300, lasts: 2 });
    expect(warm.fill({ from: 2, to: 40, air: 2000, lasts: 9 }).trip).toBeNull();
  });

  it('may fill a bag that has drained since the last fill, which the pressure does not show', () => {
    const zone = new OneZone(new FillEffort(1));
    for (let sweep = 0; sweep < 3; sweep++) zone.fill({ from: 2, to: 20, air: 260, lasts: 2 });
    expect(zone.fill({ from: 0.5, to: 20, air: 260 + 900, lasts: 7 }).trip).toBeNull();
    expect(filled().fill({ from: 0.5, to: 20, target: 40, air: 5000, lasts: 30 }).trip).toEqual(tripped);
  });

  it('is judged anew, and not remembered, from where the leg moves: where the pressure falls by more than 8 mmHg with the valve open (L18-5)', () => {
    const spared = new OneZone(new FillEffort(1));
    spared.fill({ from: 2, to: 49, air: 100, lasts: 1, goesOn: true });
    spared.fill({ from: 40, to: 40, air: 200, lasts: 1 });
    expect(spared.fill({ from: 2, to: 40, air: 2000, lasts: 9 }).trip).toBeNull();
    const pushed = filled();
    pushed.fill({ from: 2, to: 30, target: 40, air: 1000, lasts: 3, goesOn: true });
    expect(pushed.fill({ from: 21, to: 38, target: 40, air: 2300, lasts: 9, goesOn: true }).trip).toBeNull();
    expect(pushed.fill({ from: 38, to: 38, target: 40, air: 200, lasts: 1 }).trip).toEqual(tripped);
  });

  it('is judged anew from where the pressure rises by more than 8 mmHg with the valve closed, not from where it falls then (L18-5)', () => {
    const part = { target: 40, lasts: 3, goesOn: true };
    for (const [to, trip] of [
      [20, null],
      [5, tripped],
    ] as const) {
      const zone = filled();
      zone.fill({ ...part, from: 2, to: 10, air: 1500 });
      zone.fill({ ...part, from: 10, to, air: 0 });
      expect(zone.fill({ ...part, from: to, to, air: 1000 }).trip).toEqual(trip);
    }
  });

  it('is forgotten in the next session', () => {
    const zone = filled();
    zone.watch.begin();
    expect(zone.fill({ from: 2, to: 40, air: 5000, lasts: 30 }).trip).toBeNull();
  });
});

describe('air without effect (17)', () => {
  it('is a fault at 1.5 times the air that the largest leg takes, until a first fill has shown how much this zone takes', () => {
    const { trip, given } = new OneZone(new UnfilledAir(1)).fill({ from: 0, to: 1, air: 4000, lasts: 30 });
    expect(trip).toEqual({ fault: 'notFilling', zone: 0 });
    expect(air.largestSlack(0)).toBeCloseTo(990, 6);
    expect(given / (1.5 * 990)).toBeCloseTo(1, 1);
  });

  it('is compared with the air that the zone took at its first fill', () => {
    const zone = new OneZone(new UnfilledAir(1));
    expect(zone.fill({ from: 0, to: 30, air: 2000, lasts: 10 }).trip).toBeNull();
    // The first fill passed 5 mmHg after 330 to 450 of its 2000 mL.
    const { trip, given } = zone.fill({ from: 30, to: 30.5, target: 60, air: 4000, lasts: 30 });
    expect(trip).toEqual({ fault: 'notFilling', zone: 0 });
    expect(given).toBeGreaterThan(1.5 * 1.8 * 330);
    expect(given).toBeLessThan(1.5 * 1.8 * 450);
  });

  it('is counted anew after every rise of 1.5 mmHg', () => {
    expect(new OneZone(new UnfilledAir(1)).fill({ from: 0, to: 40, air: 20_000, lasts: 90 }).trip).toBeNull();
  });
});
