/** What the boots do when something fails during a session, and what a second gauge in each zone adds. */

import { describe, expect, it } from 'vitest';
import type { faultCodes } from '../../../../firmware-protocol/fault-codes.ts';
import { decodeFeature } from '../../../../firmware-protocol/feature.ts';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { PlantFault } from '../../../../src/simulator/faults/plant-faults.ts';
import { runs } from '../../../seed.ts';
import { Bench } from '../bench.ts';
import { expectLatched, inject, seeds, start, wave } from './started.ts';

describe('faults during a session', () => {
  it.each<[string, keyof typeof faultCodes, readonly PlantFault[], number, number | null]>([
    ['a frozen sensor', 'sensor', [{ kind: 'sensorFreeze', zone: 2 }], 3.1, 2],
    ['a sensor that gives nothing', 'sensor', [{ kind: 'sensorDropout', zone: 7 }], 0.6, 7],
    ['a hose that comes off', 'notFilling', [{ kind: 'unpluggedZone', zone: 2 }], 90, 2],
    [
      'a vent that sticks open',
      'notFilling',
      [{ kind: 'stuckValve', zone: 2, valve: 'vent', position: 'open' }],
      90,
      2,
    ],
    [
      'a fill valve that sticks closed',
      'notFilling',
      [{ kind: 'stuckValve', zone: 3, valve: 'fill', position: 'closed' }],
      120,
      3,
    ],
    ['a hole in a bag', 'leak', [{ kind: 'leak', zone: 0, coefficient: 0.03 }], 40, 0],
  ])('%s → %s', (_, fault, faults, within, zone) => {
    for (const seed of seeds) {
      const { bench, central } = start(wave(), { seed });
      expect(inject(bench, central, faults, within), `seed ${seed}`).toBeLessThan(within);
      if (zone !== null) expect(central.status.faultZone, `seed ${seed}`).toBe(zone);
      expectLatched(bench, central, fault);
    }
  });

  it('a pump that cannot be switched off, with a fill valve stuck open, is first over-pressure of that zone, then a zone that does not empty', () => {
    for (const seed of seeds) {
      const { bench, central } = start(
        [
          { at: 0, to: 12, gate: 600 },
          { at: 60, to: 12 },
        ],
        { seed },
      );
      bench.runUntil(() => (central.statuses.at(-1)?.playhead ?? 0) > 3000, 120);
      bench.plant.inject({ kind: 'pumpShort' });
      bench.plant.inject({ kind: 'stuckValve', zone: 4, valve: 'fill', position: 'open' });
      bench.runUntil(() => central.ended, 40);
      expect(central.status).toMatchObject({ fault: 'overPressure', faultZone: 4 });
      bench.run(11);
      expect(central.status.faultZone).toBe(4);
      expectLatched(bench, central, 'notEmptying');
    }
  });

  it('a pump that never turns is a pump fault of no particular zone', () => {
    const { bench, central } = start(wave(), { plant: { faults: [{ kind: 'pumpStall' }] } });
    bench.runUntil(() => central.ended, 120);
    expect(central.status.faultZone).toBeNull();
    expectLatched(bench, central, 'pump');
  });

  it('a pump that stalls during a session is a pump fault too, at any point of the cycle', () => {
    const points = [1500, 6000, 12_000, 18_000, 26_000, 33_000, 45_000];
    for (const [index, at] of points.entries()) {
      if (index % runs(3, 1) !== 0) continue;
      const seed = index + 1;
      const { bench, central } = start(wave(), { seed });
      bench.runUntil(() => central.status.playhead > at, 200);
      bench.plant.inject({ kind: 'pumpStall' });
      bench.runUntil(() => central.ended, 120);
      expect(central.status, `at ${at} ms`).toMatchObject({ fault: 'pump', faultZone: null });
    }
  });

  it('hoses that are swapped together with their sensors look normal: only the person can notice', () => {
    const { bench, central } = start(wave(), {
      plant: { faults: [{ kind: 'swappedHoses', zones: [1, 2] }] },
    });
    let highest = 0;
    bench.runUntil(() => {
      highest = Math.max(highest, ...bench.pressures());
      return central.ended;
    }, 900);
    expect(central.status).toMatchObject({ fault: 'none', endReason: 'finished' });
    expect(highest).toBeLessThan(65);
  });

  it('a kinked hose is found at the first fill', () => {
    const { bench, central } = start(wave(), { plant: { faults: [{ kind: 'kinkedHose', zone: 2 }] } });
    bench.runUntil(() => central.ended, 150);
    expect(central.status.faultZone).toBe(2);
    expectLatched(bench, central, 'notFilling');
  });

  it('a hose kinked during a hold at a low pressure does not make its gauge one that lies while the session is paused', () => {
    for (const target of [20, 22, 24]) {
      const words = [
        { at: 0, to: target, gate: 60 },
        { at: 200, to: 'vent', end: true },
      ] as const;
      const { bench, central } = start(words, { legs: 1 });
      bench.runUntil(() => central.status.playhead > 2000, 60);
      bench.plant.inject({ kind: 'kinkedHose', zone: 4 });
      central.send({ op: 'pause' });
      bench.run(90);
      expect(central.status, `${target} mmHg`).toMatchObject({ therapy: 'paused', fault: 'none' });
    }
  });

  it('a vent stuck closed is found within 10.2 s of a stop, and its air leaves through other valves', () => {
    const { bench, central } = start(wave());
    bench.runUntil(() => central.status.playhead > 10_000, 120);
    bench.plant.inject({ kind: 'stuckValve', zone: 1, valve: 'vent', position: 'closed' });
    central.send({ op: 'stop' });
    bench.run(9.9);
    expect(central.status).toMatchObject({ fault: 'none', operation: 'venting' });
    bench.run(0.3);
    expect(central.status).toMatchObject({
      fault: 'notEmptying',
      faultZone: 1,
      endReason: 'stoppedByController',
    });
    // The air leaves zone 1 through its fill valve, and then through the vents of other zones.
    bench.run(8);
    expect(bench.plant.pressure(1)).toBeLessThan(20);
  });

  it('130 mmHg trips the independent channel within 0.2 s', () => {
    const { bench, central } = start(
      [
        { at: 0, to: 20, gate: 600 },
        { at: 60, to: 20 },
      ],
      { zones: 3, legs: 1 },
    );
    bench.runUntil(() => central.status.playhead > 1000, 60);
    bench.plant.inject({ kind: 'sensorOffset', zone: 1, offset: 130 as never });
    const took = bench.runUntil(() => central.ended, 1);
    expect(took).toBeGreaterThan(0.09);
    expect(took).toBeLessThan(0.2);
    expect(central.status).toMatchObject({ fault: 'independentOverPressure', faultZone: 1 });
  });

  it('a small leak is a warning that names the zone, and the session goes on', () => {
    const { bench, central } = start(
      [
        { at: 0, to: 25, gate: 600 },
        { at: 1, to: 45, gate: 60 },
        { at: 57, to: 'vent', end: true },
      ],
      { plant: { faults: [{ kind: 'leak', zone: 3, coefficient: 0.015 }] } },
    );
    bench.runUntil(() => central.statuses.at(-1)?.warning !== 'none' || central.ended, 150);
    expect(central.status).toMatchObject({
      therapy: 'running',
      warning: 'leak',
      warningZone: 3,
      fault: 'none',
    });
    expect(central.status.flags.warning).toBe(true);
  });
});

describe('the second gauge of a zone (SAFE-8, L14-1)', () => {
  it.each([
    [true, 'independentOverPressure'],
    [false, 'none'],
  ] as const)(
    'present: %s; over-pressure that the first gauge does not see is reported as %s',
    (secondGauge, fault) => {
      const { bench, central } = start(
        [
          { at: 0, to: 70, gate: 60 },
          { at: 40, to: 70 },
        ],
        {
          ...{ zones: 3, legs: 1, firmware: { secondGauge } },
        },
      );
      bench.runUntil(() => Math.min(...bench.pressures()) > 68, 60);
      // With this gauge error, the pressure rises so fast that no other check reports a fault first.
      bench.plant.inject({ kind: 'sensorOffset', zone: 0, offset: mmhg(-75) });
      bench.runUntil(() => central.ended || bench.plant.pressure(0) > 140, 30);
      expect(central.status).toMatchObject({ fault, faultZone: fault === 'none' ? null : 0 });
    },
  );

  it('is declared in the Feature, and without it 80 mmHg is the maximum (FEA-7)', () => {
    const feature = (secondGauge: boolean) =>
      decodeFeature(new Bench({ firmware: { secondGauge } }).central().link.read(uuids.feature));
    expect(feature(true)).toMatchObject({
      value: { highestConfirmed: 100, abilities: { secondGauge: true } },
    });
    expect(feature(false)).toMatchObject({
      value: { highestConfirmed: 80, abilities: { secondGauge: false } },
    });
  });
});
