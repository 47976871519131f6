/** Fault 11 (PROTOCOL.md 7, FAULT-9): several valves have given air in vain, so the pump is at fault. */

import { describe, expect, it } from 'vitest';
import { AirModel } from '../../../../src/simulator/firmware/regulation/air-model.ts';
import { PumpDiagnosis } from '../../../../src/simulator/firmware/watches/pump-diagnosis.ts';
import { UnfilledAir } from '../../../../src/simulator/firmware/watches/unfilled-air.ts';
import type { Scene, Trip } from '../../../../src/simulator/firmware/watches/watch.ts';

const TIME_STEP = 0.01;
const ZONES = 3;
const trip: Trip = { fault: 'notFilling', zone: 1 };
const pump: Trip = { fault: 'pump', zone: null };

class Boots {
  readonly #air = new AirModel(ZONES, 12, [[0], [1], [2]]);
  readonly diagnosis = new PumpDiagnosis(ZONES, new UnfilledAir(ZONES));

  constructor() {
    this.diagnosis.begin();
    this.fill([], 1, 0);
  }

  /** Opens the fill valves of some zones for a time, s, with air that should raise each of them by `rise` mmHg in all. */
  fill(zones: readonly number[], lasts: number, rise: number, pressure = 40): Trip | null {
    const steps = Math.round(lasts / TIME_STEP);
    let told: Trip | null = null;
    const of = (value: (zone: number) => number) =>
      Float64Array.from({ length: ZONES }, (_, zone) => value(zone));
    const isOpen = (zone: number): boolean => zones.includes(zone);
    for (let i = 0; i < steps; i++) {
      const given = (zone: number): number =>
        isOpen(zone) ? (rise * this.#air.softness(zone, pressure)) / steps : 0;
      const scene = {
        sensors: { quick: of(() => pressure) },
        regulator: {
          airGiven: of(given),
          fill: Uint8Array.from({ length: ZONES }, (_, zone) => (isOpen(zone) ? 1 : 0)),
          zoneHolds: Array.from({ length: ZONES }, () => ({ fill: { active: true, successfulTopUps: 0 } })),
        },
        air: this.#air,
        running: true,
      } as unknown as Scene;
      told ??= this.diagnosis.step(scene, TIME_STEP);
    }
    return told;
  }

  /** Closes all fill valves for a moment. */
  close(lasts = 0.1, pressure = 40): void {
    this.fill([], lasts, 0, pressure);
  }
}

describe('a fill in vain', () => {
  it('of one zone is the fault of that zone, of two the fault of the pump', () => {
    const boots = new Boots();
    boots.fill([1], 2, 20);
    expect(boots.diagnosis.explain(trip)).toEqual(trip);
    boots.fill([2], 2, 20);
    expect(boots.diagnosis.explain(trip)).toEqual(pump);
  });

  it('counts from 0.15 s after the valve has opened, at each opening', () => {
    for (const [lasts, explained] of [
      [0.14, trip],
      [0.3, pump],
    ] as const) {
      const boots = new Boots();
      boots.fill([1], 2, 20);
      for (let opening = 0; opening < 10; opening++) {
        boots.close();
        boots.fill([2], lasts, 1);
      }
      expect(boots.diagnosis.explain(trip), `${lasts} s`).toEqual(explained);
    }
  });

  it('does not count in a zone below 5 mmHg, whose bag is slack', () => {
    const boots = new Boots();
    boots.fill([1], 2, 20);
    boots.fill([2], 2, 20, 4);
    expect(boots.diagnosis.explain(trip)).toEqual(trip);
  });

  it('does not count in a zone that stands higher once its valve has closed, though ripple hid the rise', () => {
    for (const [after, explained] of [
      [41, pump],
      [42, trip],
    ] as const) {
      const boots = new Boots();
      boots.close(1);
      boots.fill([2], 0.5, 2, 44);
      boots.fill([2], 2, 20, 43);
      boots.close(0.3, after);
      boots.fill([1], 2, 20, after);
      expect(boots.diagnosis.explain(trip), `${after} mmHg`).toEqual(explained);
    }
  });
});

describe('air in vain of two valves (FAULT-11)', () => {
  it('is the fault of the pump by itself once it should have raised the zones of each by 40 mmHg', () => {
    const boots = new Boots();
    expect(boots.fill([1], 2, 200)).toBeNull();
    expect(boots.fill([2], 2, 42)).toBeNull();
    expect(boots.fill([2], 2, 5)).toEqual(pump);
  });

  it('counts from 0 when a zone rises', () => {
    const boots = new Boots();
    boots.fill([1], 2, 200);
    boots.fill([0], 0.5, 2, 42);
    expect(boots.fill([2], 2, 200)).toBeNull();
  });
});
