/**
 * Cycles of the plant (the simulated pump, valves, bags and legs) without firmware: zones fill to 80, 75, 70, 65 and 60 mmHg in turn,
 * hold for 5 s and rest for 15 s.
 */

import { describe, expect, it } from 'vitest';
import type { PlantParameters } from '../../../../src/simulator/plant/parameters.ts';
import { expectCheckpoint, PRESSURE_FLOOR, Rig, TIME_FLOOR } from './rig.ts';

const targets = [80, 75, 70, 65, 60];
const hold = 5;
const rest = 15;
const cyclesToSteady = 5;
/** Added to the conditions of `Rig`: no heat or blood, 15 % residual air, a pump of 12 L/min at full drive. */
const conditions = { leak: 0.0004 };

interface Cycle {
  /** When each zone reached its target, on both legs if there are two: seconds since the cycle began. */
  readonly reached: readonly number[];
  readonly length: number;
  /** How far the four lower zones of the first leg are above their targets, mmHg, when the fifth zone reaches its own. */
  readonly excess: readonly number[];
}

function cycle(rig: Rig, legs: 1 | 2): Cycle {
  for (let zone = 0; zone < rig.plant.zones; zone++) rig.plant.setValves(zone, false, false);
  const start = rig.plant.time;
  const reached = targets.map((target, zone) => {
    rig.fill(legs === 1 ? [zone] : [zone, zone + targets.length], target);
    return rig.plant.time - start;
  });
  const excess = targets.slice(0, -1).map((target, zone) => rig.pressure(zone) - target);
  rig.plant.setPump(0);
  rig.wait(hold);
  for (let zone = 0; zone < rig.plant.zones; zone++) rig.plant.setValves(zone, false, true);
  rig.wait(rest);
  return { reached, length: rig.plant.time - start, excess };
}

function firstAndSteady(legs: 1 | 2, parameters: Partial<PlantParameters>): [Cycle, Cycle] {
  const rig = new Rig(parameters, legs);
  const first = cycle(rig, legs);
  let steady = first;
  for (let count = 0; count < cyclesToSteady; count++) steady = cycle(rig, legs);
  return [first, steady];
}

function expectAll(actual: readonly number[], figures: readonly number[], floor: number): void {
  expect(actual).toHaveLength(figures.length);
  for (const [index, value] of actual.entries()) expectCheckpoint(value, figures[index] ?? Number.NaN, floor);
}

describe('zones filled in turn', () => {
  it('on one leg take 44 s the first time and then 49.6 s per cycle', () => {
    const [first, steady] = firstAndSteady(1, conditions);
    expectCheckpoint(first.reached.at(-1) ?? Number.NaN, 44, TIME_FLOOR);
    expectAll(steady.reached, [5.1, 10.4, 16.5, 22.8, 29.6], TIME_FLOOR);
    expectCheckpoint(steady.length, 49.6, TIME_FLOOR);
  });

  // Each zone is filled on both legs at once, then the next zone. This takes 1.8 times as long as filling one leg;
  // filling one leg after the other would take twice as long.
  it('on both legs of one pump take 78.6 s the first time and then 72.8 s per cycle', () => {
    const [first, steady] = firstAndSteady(2, conditions);
    expectCheckpoint(first.reached.at(-1) ?? Number.NaN, 78.6, TIME_FLOOR);
    expectAll(steady.reached, [9.1, 18.5, 29.3, 40.6, 52.7], TIME_FLOOR);
    expectCheckpoint(steady.length, 72.8, TIME_FLOOR);
  });

  it.each([
    { name: 'above target without a leak', parameters: { leak: 0 }, figures: [3.7, 4.6, 3.5, 3.6] },
    { name: 'near target with a good bag', parameters: { leak: 0.0004 }, figures: [-0.3, 1.7, 2.1, 3.1] },
    {
      name: 'below target with heat on',
      parameters: { leak: 0.0004, heat: true },
      figures: [-7.8, -5.2, -3.2, -1.1],
    },
  ])('leaves sealed distal zones $name', ({ parameters, figures }) => {
    expectAll(firstAndSteady(1, parameters)[1].excess, figures, PRESSURE_FLOOR);
  });
});

describe('both legs in parallel', () => {
  it.each([0, 2, 4])('take 1.8 times as long to fill zone %i', (zone) => {
    const ratio = new Rig({}, 2).fill([zone, zone + 5], 80) / new Rig().fill([zone], 80);
    expectCheckpoint(ratio, 1.8, 0);
  });

  it('vent as quickly as one leg', () => {
    const [one, both] = [new Rig(), new Rig({}, 2)];
    one.fill([2], 80);
    both.fill([2, 7], 80);
    both.plant.setValves(7, false, true);
    for (const rig of [one, both]) rig.wait(0.1);
    const alone = one.ventTimes(2, [40, 20, 10, 5]);
    for (const [index, time] of both.ventTimes(2, [40, 20, 10, 5]).entries())
      expectCheckpoint(time, alone[index] ?? Number.NaN, 0.02);
  });
});
