/** What holds for the plant (the simulated pump, valves, bags and legs) whatever it is commanded and whichever faults it has. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { PlantFault } from '../../../../src/simulator/faults/plant-faults.ts';
import { defaultParameters } from '../../../../src/simulator/plant/parameters.ts';
import { Plant } from '../../../../src/simulator/plant/plant.ts';
import { expectCheckpoint, PRESSURE_FLOOR, Rig } from './rig.ts';

const zones = (plant: Plant): number[] => Array.from({ length: plant.zones }, (_, zone) => zone);
const airHeld = (plant: Plant): number => zones(plant).reduce((sum, zone) => sum + plant.air(zone), 0);

/** A command to the plant: valves of one zone and drive of the pump, for `lasting` s. */
interface Order {
  readonly zone: number;
  readonly fill: boolean;
  readonly vent: boolean;
  readonly drive: number;
  readonly lasting: number;
}
const orders = fc.array(
  fc.record<Order>({
    zone: fc.nat(15),
    fill: fc.boolean(),
    vent: fc.boolean(),
    drive: fc.double({ min: 0, max: 1, noNaN: true }),
    lasting: fc.double({ min: 0.001, max: 4, noNaN: true }),
  }),
  { maxLength: 40 },
);
const boots = fc.record({
  zonesPerLeg: fc.integer({ min: 3, max: 8 }),
  legs: fc.constantFrom<1 | 2>(1, 2),
  seed: fc.nat(),
});
const troubles = fc.constantFrom<readonly PlantFault[]>(
  [],
  [{ kind: 'unpluggedZone', zone: 1 }],
  [{ kind: 'movement', zone: 0, height: mmhg(25), lasting: seconds(0.8), every: seconds(2) }],
  [
    { kind: 'stuckValve', zone: 0, valve: 'fill', position: 'open' },
    { kind: 'movement', zone: 0, height: mmhg(25), lasting: seconds(0.8), every: seconds(1) },
  ],
  [{ kind: 'leak', zone: 2, coefficient: 0.05 }],
);

function obey(plant: Plant, order: Order): void {
  plant.setPump(order.drive);
  plant.setValves(order.zone % plant.zones, order.fill, order.vent);
  plant.step(seconds(order.lasting));
}

describe('the plant', () => {
  it('neither creates nor destroys air', () => {
    fc.assert(
      fc.property(boots, orders, troubles, (options, sequence, faults) => {
        const plant = new Plant({ ...options, faults });
        const before = airHeld(plant);
        for (const order of sequence) obey(plant, order);
        const balance = before + plant.airDelivered - plant.airVented - plant.airLeaked;
        expect(airHeld(plant)).toBeCloseTo(balance, 9);
      }),
      { numRuns: 60 },
    );
  });

  it("never goes below ambient, above the pump's pressure, or to a non-finite value", () => {
    fc.assert(
      fc.property(boots, orders, troubles, (options, sequence, faults) => {
        const plant = new Plant({ ...options, faults });
        let delivered = 0;
        for (const order of sequence) {
          obey(plant, order);
          for (const zone of zones(plant)) {
            expect(plant.pressure(zone)).toBeGreaterThanOrEqual(0);
            // Moving legs, neighbouring zones and heat may raise a zone above the pressure that the pump reaches.
            expect(plant.pressure(zone)).toBeLessThan(330);
            expect(plant.air(zone)).toBeGreaterThanOrEqual(0);
          }
          // The pump never draws air out. The tolerance is for rounding.
          expect(plant.airDelivered).toBeGreaterThanOrEqual(delivered - 1e-6);
          delivered = plant.airDelivered;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps air, volume, temperature and pressure consistent with the gas law', () => {
    const plant = new Plant({ zonesPerLeg: 5, legs: 2, seed: 4 });
    for (const zone of zones(plant)) plant.setValves(zone, true, false);
    plant.setPump(1);
    plant.step(seconds(40));
    for (const zone of zones(plant)) {
      const absolute = 760 + plant.pressure(zone);
      const air = ((plant.volume(zone) * absolute) / 760) * (297 / plant.temperature(zone));
      expect(plant.air(zone)).toBeCloseTo(air, 2);
    }
  });

  it('repeats exactly with the same seed, and differs with another', () => {
    const run = (seed: number): (number | null)[] => {
      const plant = new Plant({ zonesPerLeg: 5, legs: 2, seed });
      plant.setPump(0.8);
      plant.setValves(0, true, false);
      plant.setValves(6, true, false);
      plant.step(seconds(8));
      return zones(plant).flatMap((zone) => [plant.pressure(zone), plant.sense(zone)]);
    };
    expect(run(11)).toEqual(run(11));
    expect(run(11)).not.toEqual(run(12));
  });

  it('starts with vents open and the pump off', () => {
    const plant = new Plant({
      zonesPerLeg: 3,
      legs: 2,
      seed: 1,
      parameters: { residualAir: [1.5, 1.5], blood: false },
    });
    plant.step(seconds(0.02));
    expect(plant.pressure(0)).toBeGreaterThan(20);
    plant.step(seconds(20));
    for (const zone of zones(plant)) expect(plant.pressure(zone)).toBeLessThan(2);
    expect(plant.airDelivered).toBe(0);
  });

  it('gives nearly the same result in steps of 20 ms and of 1 ms', () => {
    const run = (step: number): number[] => {
      const rig = new Rig({ heat: true, blood: true, leak: 0.002 }, 2);
      const advance = (duration: number): void => {
        for (let count = Math.round(duration / step); count > 0; count--) rig.wait(step);
      };
      rig.plant.setPump(1);
      for (const zone of [0, 5]) rig.plant.setValves(zone, true, false);
      advance(8);
      for (const zone of [1, 6]) rig.plant.setValves(zone, true, false);
      advance(4);
      rig.plant.setValves(0, false, true);
      advance(0.5);
      return zones(rig.plant).map((zone) => rig.pressure(zone));
    };
    const fine = run(0.001);
    for (const [zone, pressure] of run(0.02).entries())
      expect(Math.abs(pressure - (fine[zone] ?? Number.NaN))).toBeLessThan(0.2);
  });

  it('splits a long step into steps of 20 ms', () => {
    const [long, short] = [new Rig(), new Rig()];
    for (const rig of [long, short]) {
      rig.plant.setPump(1);
      rig.plant.setValves(0, true, false);
    }
    long.wait(6);
    for (let count = 0; count < 300; count++) short.wait(0.02);
    expect(long.pressure(0)).toBeCloseTo(short.pressure(0), 6);
  });

  it('lets a calf at 80 mmHg lose 7 mmHg in half a second if it opens together with a thigh at 3 mmHg, at full drive', () => {
    const rig = new Rig();
    rig.fill([4], 3);
    rig.fill([2], 80);
    rig.wait(0.1);
    const full = rig.pressure(2);
    for (const zone of [2, 4]) rig.plant.setValves(zone, true, false);
    rig.wait(0.5);
    expectCheckpoint(full - rig.pressure(2), 7, PRESSURE_FLOOR);
  });

  it('equalises open zones through the manifold while the pump is off', () => {
    const rig = new Rig();
    rig.fill([2], 80);
    rig.plant.setPump(0);
    rig.wait(0.1);
    const [held, delivered] = [airHeld(rig.plant), rig.plant.airDelivered];
    for (const zone of [2, 4]) rig.plant.setValves(zone, true, false);
    rig.wait(120);
    expect(rig.pressure(2)).toBeCloseTo(rig.pressure(4), 1);
    expect(rig.plant.manifoldPressure).toBeCloseTo(rig.pressure(4), 1);
    expect(airHeld(rig.plant)).toBeCloseTo(held, 6);
    expect(rig.plant.airDelivered).toBeCloseTo(delivered, 6);
  });

  it('takes no more air from a bag than it holds, even if the leg moves', () => {
    const rig = new Rig({ residualAir: [0.001, 0.001] });
    rig.wait(0.1);
    rig.plant.inject({
      kind: 'movement',
      zone: 0,
      height: mmhg(25),
      lasting: seconds(0.9),
      every: seconds(1),
    });
    const held = airHeld(rig.plant);
    for (const zone of [0, 1]) rig.plant.setValves(zone, true, false);
    for (let step = 0; step < 200; step++) {
      rig.wait(0.02);
      expect(rig.plant.air(0)).toBeGreaterThanOrEqual(0);
    }
    expect(airHeld(rig.plant)).toBeCloseTo(held, 6);
  });

  it('couples neighbouring zones of a leg, but not of two legs', () => {
    const rig = new Rig({}, 2);
    rig.fill([4], 40);
    rig.fill([6], 40);
    rig.wait(0.1);
    const [hip, rightFoot] = [rig.pressure(4), rig.pressure(5)];
    rig.fill([3], 80);
    expect(rig.pressure(4) - hip).toBeGreaterThan(1);
    expect(rig.pressure(5)).toBeCloseTo(rightFoot, 9);
  });

  it('refuses zones it does not have', () => {
    const plant = new Plant({ zonesPerLeg: 3, legs: 1, seed: 1 });
    expect(() => plant.pressure(3)).toThrow(RangeError);
    expect(() => plant.setValves(-1, false, false)).toThrow(RangeError);
    expect(() => new Plant({ zonesPerLeg: 9, legs: 1, seed: 1 })).toThrow(RangeError);
  });

  it('returns blood to a released leg, fast at first, and empties the leg under pressure', () => {
    const rig = new Rig({ blood: true });
    rig.fill([2], 7);
    const sealed = rig.pressure(2);
    rig.wait(5);
    const soon = rig.pressure(2);
    rig.wait(60);
    const late = rig.pressure(2);
    rig.wait(30);
    expect(soon - sealed).toBeGreaterThan(0.3);
    expect(late - soon).toBeGreaterThan(0);
    expect(rig.pressure(2) - late).toBeLessThan(soon - sealed);
    expect(rig.pressure(2)).toBeLessThanOrEqual(defaultParameters.venousPressure + 0.5);
  });
});
