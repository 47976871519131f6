/**
 * Boots whose gauges tap the hose at the valves, where the flow of air distorts the reading. Checks the true
 * pressures in the bags (READ-1 to READ-4).
 */

import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { Bench, type BenchOptions } from './bench.ts';

const wave = [0, 25].flatMap((from) => [
  { at: from, to: 20, gate: 57.5, cycle: true },
  { at: from + 1, to: [55, 20, 20] as const, gate: 57.5 },
  { at: from + 6, to: [40, 55, 20] as const, gate: 57.5 },
  { at: from + 11, to: ['seal', 40, 55] as const, gate: 57.5 },
  { at: from + 16, to: 'vent' as const },
]);
const whole = [...wave, { at: 50, to: 'vent' as const, end: true }];

const tapped = (sensorTap: number, more: BenchOptions = {}): BenchOptions => ({
  zones: 3,
  legs: 1,
  ...more,
  plant: { parameters: { sensorTap }, ...more.plant },
});

function begun(options: BenchOptions, words: Parameters<ReturnType<Bench['central']>['deliver']>[0] = whole) {
  const bench = new Bench(options);
  const central = bench.central();
  central.makeReady();
  central.deliver(words);
  central.start();
  return { bench, central };
}

describe('a gauge at the valves', () => {
  it.each([0.5, 0.9, 1])('at %d of the hose: bags reach their targets, and there is no fault', (tap) => {
    for (const seed of [1, 2]) {
      const { bench, central } = begun(tapped(tap, { seed }));
      let furthest = 0;
      let waiting = false;
      let above = 0;
      bench.runUntil(() => {
        const pressures = bench.pressures();
        const { targets } = bench.firmware;
        const { operation } = central.status;
        targets.forEach((target, zone) => {
          if (typeof target !== 'number') return;
          const off = (pressures[zone] ?? 0) - target;
          above = Math.max(above, (pressures[zone] ?? 0) - 55);
          // Checks at the moment when the boots have waited for a pressure and go on.
          if (waiting && operation === 'playing') furthest = Math.max(furthest, Math.abs(off));
        });
        waiting = operation === 'waiting';
        return central.status.therapy === 'stopped';
      }, 400);
      expect(central.status, `seed ${seed}`).toMatchObject({
        endReason: 'finished',
        fault: 'none',
        warning: 'none',
      });
      // Zones at their targets sag a little while others fill.
      expect(furthest, `seed ${seed}`).toBeLessThan(5);
      expect(above, `seed ${seed}`).toBeLessThan(4);
    }
  });

  it('misleads boots that do not correct it: they read too low', () => {
    const { bench, central } = begun(tapped(0.9, { firmware: { gaugeTap: 0 } }), [
      { at: 0, to: 50, gate: 57.5 },
    ]);
    bench.runUntil(() => Math.max(...bench.pressures()) > 40, 60);
    central.send({ op: 'stop' });
    bench.run(0.3);
    expect(Math.max(...bench.pressures())).toBeGreaterThan(20);
    expect(central.telemetry.at(-1)?.samples.at(-1)?.pressures[0]).toBeLessThan(15);
  });

  it('never shows less than the pressure of the bag after a stop, and the bag empties in time', () => {
    const { bench, central } = begun(tapped(0.9), [
      { at: 0, to: 50, gate: 57.5 },
      { at: 40, to: 50 },
    ]);
    bench.runUntil(() => central.status.playhead > 3000, 60);
    central.send({ op: 'stop' });
    let least = Number.POSITIVE_INFINITY;
    const empty = bench.runUntil(() => {
      const measured = central.telemetry.at(-1)?.samples.at(-1)?.pressures ?? [];
      const highest = Math.max(...measured.map((pressure) => pressure ?? mmhg(0)));
      least = Math.min(least, highest - Math.max(...bench.pressures()));
      return Math.max(...bench.pressures()) < 20;
    }, 7);
    expect(empty).toBeLessThan(6);
    // Apart from the gauge's error, the boots report at least the true pressure.
    expect(least).toBeGreaterThan(-3);
    bench.runUntil(() => central.status.operation === 'idle', 3);
  });

  it.each([
    ['a vent that stays shut', { kind: 'stuckValve', zone: 1, valve: 'vent', position: 'closed' }],
    ['a kinked hose', { kind: 'kinkedHose', zone: 1 }],
  ] as const)('hides no zone that does not empty: %s', (_, fault) => {
    const { bench, central } = begun(tapped(0.9), [
      { at: 0, to: 50, gate: 57.5 },
      { at: 40, to: 50 },
    ]);
    bench.runUntil(() => central.status.playhead > 3000, 60);
    bench.plant.inject(fault);
    central.send({ op: 'stop' });
    const late = bench.runUntil(() => central.status.fault !== 'none', 14);
    expect(central.status).toMatchObject({ fault: 'notEmptying', faultZone: 1 });
    expect(late).toBeGreaterThan(9.9);
    expect(bench.plant.pressure(1)).toBeGreaterThan(20);
  });

  it.each([0.5, 0.9, 1])(
    'at %d of the hose, does not end too early what lets a blocked zone empty (SAFE-2)',
    (tap) => {
      const { bench, central } = begun(tapped(tap), [
        { at: 0, to: 50, gate: 57.5 },
        { at: 40, to: 50 },
      ]);
      bench.runUntil(() => central.status.playhead > 3000, 60);
      bench.plant.inject({ kind: 'stuckValve', zone: 1, valve: 'vent', position: 'closed' });
      central.send({ op: 'stop' });
      bench.run(9.5);
      expect(bench.plant.pressure(1)).toBeGreaterThan(40);
      bench.run(30);
      expect(bench.plant.pressure(1)).toBeLessThan(13);
    },
  );

  it('takes no more looks once the bags are empty: at rest the vents stay open', () => {
    const { bench, central } = begun(tapped(1), [{ at: 0, to: 'vent', end: true }]);
    bench.runUntil(() => central.status.therapy === 'stopped', 5);
    bench.run(6);
    let moved = 0;
    const { setValves } = bench.plant;
    bench.plant.setValves = (zone, fill, vent) => {
      if (!vent) moved++;
      setValves.call(bench.plant, zone, fill, vent);
    };
    bench.run(20);
    expect(moved).toBe(0);
  });
});
