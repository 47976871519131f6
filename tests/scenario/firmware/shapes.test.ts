/**
 * Simpler boots: some hold only one zone of a leg at a time, in others two zones share valves. And sessions above
 * 80 mmHg.
 */

import { describe, expect, it } from 'vitest';
import { Bench, type BenchOptions } from './bench.ts';
import type { BenchKeyframe, TestCentral } from './test-central.ts';

type Word = number | 'vent' | 'seal';

/** Sends keyframes in batches that each fit into one write. */
function deliver(central: TestCentral, words: readonly BenchKeyframe[]): void {
  for (let i = 0; i < words.length; i += 6) central.deliver(words.slice(i, i + 6));
}

function ready(options: BenchOptions): { bench: Bench; central: TestCentral } {
  const bench = new Bench(options);
  const central = bench.central();
  central.makeReady();
  return { bench, central };
}

const oneAtATime = { holdsTogether: false };
const inPairs = { sharedValves: true };

describe('boots that hold one zone of a leg at a time', () => {
  const only = (zone: number, pressure: number): Word[] =>
    Array.from({ length: 5 }, (_, i) => (i === zone ? pressure : 'vent'));

  it.each([
    ['two zones of a leg', [40, 30, 'vent', 'vent', 'vent']],
    ['a sealed zone beside a held one', ['seal', 40, 'vent', 'vent', 'vent']],
    ['a prefill of all', [15, 15, 15, 15, 15]],
  ] as [string, Word[]][])('refuse %s', (_, to) => {
    const { central } = ready({ abilities: oneAtATime });
    central.deliver([
      { at: 0, to: only(0, 40) },
      { at: 5, to },
    ]);
    expect(central.status).toMatchObject({ refusal: 'outOfLimits', refusedBatch: 1, held: 0 });
  });

  it.each([1, 2] as const)(
    'squeeze one zone after another on %i legs: a gate waits for one to fill and the other to empty',
    (legs) => {
      const { bench, central } = ready({ abilities: oneAtATime, legs, seed: 3 });
      const words: BenchKeyframe[] = [];
      for (let zone = 0; zone < 5; zone++)
        words.push({ at: 3 * zone, to: only(zone, 50 - 2 * zone), gate: 60, ramp: 14 });
      deliver(central, [...words, { at: 15, to: 'vent', end: true }]);
      central.start();
      const peaks = Array.from({ length: 5 * legs }, () => 0);
      let held: readonly unknown[] = [];
      bench.runUntil(() => {
        bench.pressures().forEach((pressure, zone) => {
          peaks[zone] = Math.max(peaks[zone] ?? 0, pressure);
        });
        if (central.status.operation === 'playing') held = bench.firmware.targets;
        for (let zone = 0; zone < held.length; zone++) {
          if (central.status.operation === 'playing' && held[zone] === 'vent') {
            expect(bench.plant.pressure(zone)).toBeLessThan(12);
          }
        }
        return central.ended;
      }, 300);
      expect(central.status).toMatchObject({ endReason: 'finished', fault: 'none', gates: 5 });
      peaks.forEach((peak, zone) => {
        expect(Math.abs(peak - (50 - 2 * (zone % 5)))).toBeLessThan(4);
      });
    },
  );
});

describe('boots whose zones share valves in pairs', () => {
  it('refuse different targets within a pair, but not for the last zone of an odd number', () => {
    const { central } = ready({ abilities: inPairs });
    central.deliver([{ at: 0, to: [40, 40, 30, 'vent', 20] }]);
    expect(central.status).toMatchObject({ refusal: 'outOfLimits', held: 0 });
    central.deliver([{ at: 0, to: [40, 40, 30, 30, 'vent'] }], { number: 1 });
    expect(central.status).toMatchObject({ refusal: 'none', held: 1 });
  });

  it.each([
    [4, 2, 12],
    [5, 1, 20],
    [8, 2, 20],
    [7, 1, 6],
  ] as const)(
    'bring both zones of a pair to their target, and neither above it: %i × %i, %i L/min',
    (zones, legs, flow) => {
      for (const seed of [1, 2]) {
        const { bench, central } = ready({
          zones,
          legs,
          seed,
          abilities: inPairs,
          plant: { parameters: { pumpFlow: flow as never } },
        });
        const words: BenchKeyframe[] = [{ at: 0, to: 16, gate: 600, ramp: 14 }];
        const to: Word[] = Array.from({ length: zones }, () => 16);
        for (let pair = 0; pair < zones; pair += 2) {
          for (const zone of [pair, pair + 1]) if (zone < zones) to[zone] = 60 - 2 * pair;
          words.push({ at: 1 + 3 * pair, to: [...to], gate: 60, ramp: 14 });
        }
        deliver(central, [...words, { at: 4 + 3 * zones, to: 'vent', end: true }]);
        central.start();
        let above = 0;
        let below = 0;
        let asked = '';
        let since = 0;
        bench.runUntil(() => {
          const { targets } = bench.firmware;
          if (targets.join() !== asked) {
            asked = targets.join();
            since = bench.plant.time;
          }
          const settled = central.status.operation === 'playing' && bench.plant.time - since > 3;
          targets.forEach((target, zone) => {
            if (typeof target !== 'number') return;
            const off = bench.plant.pressure(zone) - target;
            above = Math.max(above, off);
            if (settled) below = Math.max(below, -off);
          });
          return central.ended;
        }, 300);
        expect(central.status, `seed ${seed}`).toMatchObject({ endReason: 'finished', fault: 'none' });
        expect(above, `seed ${seed}`).toBeLessThan(5);
        expect(below, `seed ${seed}`).toBeLessThan(4);
      }
    },
  );

  it('wait hardly longer if one sensor of a pair has drifted, although its reading never reaches the target', () => {
    const { bench, central } = ready({
      abilities: inPairs,
      zones: 4,
      legs: 1,
      seed: 2,
      // Forty times the usual drift of a sensor, so that it drifts in minutes as usually in hours.
      plant: { parameters: { sensorDrift: 20 as never } },
    });
    const words = Array.from({ length: 8 }, (_, cycle): BenchKeyframe[] => [
      { at: 40 * cycle, to: 40, gate: 60, ramp: 14, cycle: true },
      { at: 40 * cycle + 5, to: 4 },
    ]).flat();
    deliver(central, [...words, { at: 320, to: 'vent', end: true }]);
    central.start();
    const waits: number[] = [];
    let before = 0;
    let apart = 0;
    bench.runUntil(() => {
      const { gates, waited } = central.status;
      if (gates > waits.length) {
        waits.push(waited - before);
        before = waited;
      }
      const [one, other] = central.telemetry.at(-1)?.samples.at(-1)?.pressures ?? [];
      if (bench.firmware.targets[0] === 40) apart = Math.abs((one ?? 0) - (other ?? 0));
      return central.ended;
    }, 1200);
    expect(central.status).toMatchObject({ endReason: 'finished', fault: 'none', gates: 8 });
    expect(apart).toBeGreaterThan(4);
    // The first fill takes longest, because the bags are still slack.
    const [, second = 0, ...later] = waits;
    expect(Math.max(...later)).toBeLessThan(second + 3000);
  });

  it('show the same valves for both zones of a pair', () => {
    const { bench, central } = ready({ abilities: inPairs, zones: 4, legs: 1 });
    deliver(central, [
      { at: 0, to: [40, 40, 20, 20], gate: 60 },
      { at: 5, to: 'vent', end: true },
    ]);
    central.start();
    bench.runUntil(() => central.ended, 60);
    const valves = central.telemetry.flatMap(({ samples }) => samples.map((sample) => sample.valves));
    for (const [first, second, third, fourth] of valves) expect([second, fourth]).toEqual([first, third]);
    expect(valves.some(([first, , third]) => first?.fill !== third?.fill)).toBe(true);
  });

  it('name one zone of the pair if its hose comes off', () => {
    const { bench, central } = ready({ abilities: inPairs, zones: 4, legs: 2 });
    deliver(central, [
      { at: 0, to: 20, gate: 600 },
      { at: 1, to: [50, 50, 20, 20], gate: 60 },
      ...[10, 20, 30, 40].map((at) => ({ at, to: [50, 50, 20, 20] })),
    ]);
    central.start();
    bench.runUntil(() => central.status.playhead > 3000, 200);
    bench.plant.inject({ kind: 'unpluggedZone', zone: 1 });
    bench.runUntil(() => central.ended, 60);
    expect(['notFilling', 'leak']).toContain(central.status.fault);
    expect([0, 1]).toContain(central.status.faultZone);
  });
});

describe('a session above 80 mmHg', () => {
  it('that a person confirmed reaches 100 mmHg, and ends after 20 min even if keyframes are left', () => {
    const bench = new Bench({ zones: 3, legs: 1, seed: 2 });
    const central = bench.central();
    central.makeReady({ highest: 100, above80: true, wall: 1200 });
    const words: BenchKeyframe[] = [];
    for (let at = 0; at < 1400; at += 40) {
      words.push(
        { at, to: [100, 20, 20], gate: 60 },
        { at: at + 10, to: 'vent' },
        { at: at + 30, to: 'vent' },
      );
    }
    deliver(central, words);
    central.start();
    let highest = 0;
    const took = bench.runUntil(() => {
      highest = Math.max(highest, bench.plant.pressure(0));
      return central.ended;
    }, 1300);
    expect(central.status).toMatchObject({ endReason: 'wallTime', fault: 'none', wall: 1200 });
    expect(took).toBeCloseTo(1200, 0);
    expect(highest).toBeGreaterThan(97);
    expect(highest).toBeLessThan(105);
  });

  it('must be prepared as such: one that was prepared for 80 mmHg refuses a higher target', () => {
    const { central } = ready({ zones: 3, legs: 1 });
    central.deliver([{ at: 0, to: 80.5 }]);
    expect(central.status).toMatchObject({ refusal: 'outOfLimits', held: 0 });
  });
});
