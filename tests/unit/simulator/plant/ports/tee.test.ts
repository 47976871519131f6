/** Two bags that share a fill valve and a vent valve. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../../firmware-protocol/quantities.ts';
import { Plant } from '../../../../../src/simulator/plant/plant.ts';
import { bareConditions } from '../rig.ts';

const paired = (zonesPerLeg = 4, parameters = {}) =>
  new Plant({
    zonesPerLeg,
    legs: 1,
    seed: 1,
    sharedValves: true,
    parameters: { ...bareConditions, ...parameters },
  });

const close = (plant: Plant): void => {
  for (let zone = 0; zone < plant.zones; zone++) plant.setValves(zone, false, false);
  plant.step(seconds(0.1));
};

describe('zones in pairs on one valve', () => {
  it('fill together and reach the same pressure; the other pair stays as it was', () => {
    const plant = paired();
    close(plant);
    plant.setValves(0, true, false);
    plant.setValves(1, true, false);
    plant.setPump(1);
    const before = plant.air(2) + plant.air(3);
    plant.step(seconds(15));
    plant.setValves(0, false, false);
    plant.setValves(1, false, false);
    plant.step(seconds(2));
    expect(plant.pressure(0)).toBeGreaterThan(20);
    expect(Math.abs(plant.pressure(0) - plant.pressure(1))).toBeLessThan(0.5);
    expect(plant.air(2) + plant.air(3)).toBeCloseTo(before, 6);
  });

  it('exchange air through their hoses even with both valves closed', () => {
    const plant = paired();
    close(plant);
    plant.inject({ kind: 'kinkedHose', zone: 1 });
    plant.setValves(0, true, false);
    plant.setPump(1);
    plant.step(seconds(6));
    plant.setValves(0, false, false);
    plant.step(seconds(0.1));
    const apart = plant.pressure(0) - plant.pressure(1);
    expect(apart).toBeGreaterThan(10);
    plant.repair();
    plant.step(seconds(8));
    expect(Math.abs(plant.pressure(0) - plant.pressure(1))).toBeLessThan(1);
  });

  it('empty together through one vent; the last of an odd number has its own', () => {
    const plant = paired(5);
    close(plant);
    for (let zone = 0; zone < 5; zone++) plant.setValves(zone, true, false);
    plant.setPump(1);
    plant.step(seconds(25));
    plant.setPump(0);
    close(plant);
    plant.step(seconds(5));
    plant.setValves(2, false, true);
    plant.setValves(3, false, true);
    const others = [plant.air(0) + plant.air(1), plant.air(4)];
    plant.step(seconds(8));
    expect(Math.max(plant.pressure(2), plant.pressure(3))).toBeLessThan(5);
    expect(plant.air(0) + plant.air(1)).toBeCloseTo(others[0] ?? 0, 5);
    expect(plant.air(4)).toBeCloseTo(others[1] ?? 0, 6);
  });

  it('both empty if the hose of one is unplugged', () => {
    const plant = paired();
    close(plant);
    plant.setValves(0, true, false);
    plant.setPump(1);
    plant.step(seconds(12));
    plant.setPump(0);
    close(plant);
    plant.inject({ kind: 'unpluggedZone', zone: 1 });
    plant.step(seconds(10));
    expect(Math.max(plant.pressure(0), plant.pressure(1))).toBeLessThan(3);
  });

  it('create no air, whatever the valves do', () => {
    const valves = fc.array(
      fc.record({
        fill: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        vent: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        pump: fc.double({ min: 0, max: 1, noNaN: true }),
        lasting: fc.integer({ min: 1, max: 100 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(valves, (steps) => {
        const plant = paired(5, { pumpFlow: 20, legSize: 0.7 });
        const inside = () =>
          Array.from({ length: 5 }, (_, zone) => plant.air(zone)).reduce((sum, air) => sum + air, 0);
        const start = inside();
        for (const { fill, vent, pump, lasting } of steps) {
          for (let zone = 0; zone < 5; zone++) {
            const pair = Math.floor(zone / 2);
            plant.setValves(zone, fill[pair] ?? false, vent[pair] ?? false);
          }
          plant.setPump(pump);
          plant.step(seconds(lasting * 0.02));
          const balance = start + plant.airDelivered - plant.airVented - plant.airLeaked;
          expect(inside()).toBeCloseTo(balance, 8);
          // An open vent draws in almost no air from the room.
          expect(plant.airVented).toBeGreaterThan(-1e-3);
          for (let zone = 0; zone < 5; zone++) expect(plant.pressure(zone)).toBeGreaterThanOrEqual(-0.01);
        }
      }),
      { numRuns: 60 },
    );
  });
});
