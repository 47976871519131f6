/** A few cells of the fault matrix; `npm run fault-matrix` runs the whole matrix. */

import { describe, expect, it } from 'vitest';
import { begin, benchOf, type Cell, play, type Shape } from './cell.ts';
import { Counts } from './count.ts';
import { playHealthy } from './healthy.ts';
import { matrix, pairsWithoutSecondGauges, shapes } from './matrix.ts';
import type { PatternName } from './patterns.ts';
import { singleFaults } from './single-faults.ts';

const boot: Shape = { name: 'boot of 3', zones: 3, legs: 1 };
const withoutSecondGauge: Shape = { ...boot, secondGauge: false };

const cell = (shape: Shape, pattern: PatternName, name: string, zone: number): Cell => {
  const fault = singleFaults.find((one) => one.name === name);
  if (!fault) throw new Error(`no fault is called ${name}`);
  return { shape, pattern, fault, zone, seed: 7 + zone };
};

describe('a fault in one zone', () => {
  it.each(singleFaults.map(({ name }, index) => [name, (index + 1) % 3] as const))(
    '%s in zone %i is reported of that zone',
    (name, zone) => {
      expect(play(cell(boot, 'wave', name, zone))).toMatchObject({ right: true });
    },
  );

  it.each(['gauge -15', 'gauge +15', 'gauge -25', 'gauge frozen'])(
    '%s is reported without a second gauge too (GAUGE-1 to GAUGE-3)',
    (name) => {
      expect(play(cell(withoutSecondGauge, 'hold', name, 1))).toMatchObject({ right: true, fault: 'sensor' });
    },
  );

  it.each([
    ['gauge +15', 2, 'sensor'],
    ['gauge -15', 9, 'sensor'],
    ['kinked hose', 7, 'notFilling'],
  ] as const)(
    '%s in zone %i of a pair without second gauges is reported as %s (PAIR-4)',
    (name, zone, fault) => {
      const outcome = play(cell(pairsWithoutSecondGauges, 'hold', name, zone));
      expect(outcome).toMatchObject({ fault, zone });
    },
  );

  it('a fill valve that sticks open is reported as that, also if zones vent meanwhile (STRAY-1, STRAY-2)', () => {
    for (const pattern of ['wave', 'pulses'] as const) {
      expect(play(cell(boot, pattern, 'fill stuck open', 1))).toMatchObject({
        right: true,
        fault: 'fillValve',
      });
    }
  });

  it.each([1, 4])(
    'a fill valve that sticks open in zone %i is found even if all zones always have the same target (STRAY-5)',
    (zone) => {
      const hub: Shape = { name: 'hub of 3', zones: 3, legs: 2 };
      expect(play({ ...cell(hub, 'hold', 'fill stuck open', zone), seed: 157 + zone })).toMatchObject({
        ...{ kind: 'reported', fault: 'fillValve', zone },
      });
    },
  );

  it.each([
    ['boot of 5', 'hold', 'fill stuck open', 4, 1383, 'fillValve'],
    ['hub of 6 in pairs', 'hold', 'fill stuck open', 5, 2086, 'fillValve'],
    ['hub of 8', 'pulses', 'fill stuck open', 6, 839, 'fillValve'],
    ['hub of 6 in pairs', 'hold', 'leak of 8 mmHg/s', 2, 2155, 'leak'],
    ['hub of 3', 'pulses', 'leak of 12 mmHg/s', 4, 125, 'leak'],
    ['hub of 3', 'hold', 'vent stuck open', 4, 173, 'gate'],
    ['boot of 8', 'hold', 'hose off', 1, 1693, 'notFilling'],
    ['boot of 8', 'wave', 'vent stuck open', 7, 1467, 'notFilling'],
    ['boot of 5 without second gauges', 'wave', 'gauge +15', 4, 1940, 'sensor'],
    ['hub of 6 in pairs', 'hold', 'kinked hose', 7, 2296, 'notFilling'],
    ['hub of 3', 'pulses', 'hose off', 0, 115, 'notFilling'],
    ['hub of 3', 'hold', 'leak of 5 mmHg/s', 2, 237, 'leak'],
    ['hub of 5', 'wave', 'leak of 5 mmHg/s', 4, 363, 'leak'],
  ] as const)(
    '%s, %s, %s in zone %i is reported of that zone, seed %i',
    (name, pattern, fault, zone, seed, told) => {
      const shape = shapes.find((one) => one.name === name);
      if (!shape) throw new Error(`no boots are a ${name}`);
      expect(play({ ...cell(shape, pattern, fault, zone), seed })).toMatchObject({
        right: true,
        fault: told,
      });
    },
  );

  it.each(['leak of 3.5 mmHg/s', 'leak of 5 mmHg/s', 'leak of 12 mmHg/s'])(
    '%s is found even if holds are short (L16-7)',
    (name) => {
      expect(play(cell(boot, 'pulses', name, 1))).toMatchObject({ right: true });
    },
  );
});

describe('boots without a fault', () => {
  it('report no open fill valve while a large thigh still empties (STRAY-1)', () => {
    const bench = benchOf({ name: 'hub of 3', zones: 3, legs: 2 }, 104);
    const central = begin(bench, 'pulses', 60);
    bench.runUntil(() => central.ended, 1800);
    expect(central.status).toMatchObject({ fault: 'none', endReason: 'finished' });
  });

  it.each([
    [1, false],
    [8, true],
    [3, true],
    [17, true],
  ])('report nothing, seed %i, moving legs: %s', (seed, moves) => {
    expect(playHealthy(seed, moves).alarm).toBeNull();
  });
});

it('the matrix has every fault in every zone, and counts right zones, other zones and silence', () => {
  expect(matrix.length).toBeGreaterThan(1500);
  const counts = new Counts();
  const one = cell(boot, 'wave', 'hose off', 0);
  const reported = {
    kind: 'reported',
    fault: 'notFilling',
    zone: 0,
    after: 10,
    right: true,
    warned: false,
  } as const;
  counts.add(one, reported);
  counts.add(one, { ...reported, zone: 1, right: false });
  counts.add(one, { kind: 'warned', zone: 0, right: true });
  counts.add(one, { kind: 'silent' });
  expect(counts.rightShare).toBe(0.5);
  expect(counts.lowestShare).toBe(0.5);
  expect(counts.silent).toBe(1);
  expect(counts.lines).toEqual([
    'hose off               2 of 4 right       1 silent   10 s    notFilling 1, notFilling! 1, warned 1, silent 1',
  ]);
});
