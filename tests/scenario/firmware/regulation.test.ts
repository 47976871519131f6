import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { runs } from '../../seed.ts';
import { Bench } from './bench.ts';
import type { BenchKeyframe, TestCentral } from './test-central.ts';

function play(bench: Bench, words: readonly BenchKeyframe[]): TestCentral {
  const central = bench.central();
  central.makeReady();
  for (let i = 0; i < words.length; i += 12) central.deliver(words.slice(i, i + 12));
  central.start();
  return central;
}

/** The fastest rise of any zone, as a mean over `window` s, mmHg/s. `trace` has the zones' pressures each 20 ms. */
function steepest(trace: readonly (readonly number[])[], window: number): number {
  const span = Math.round(window / 0.02);
  let steepest = 0;
  for (let i = span; i < trace.length; i++) {
    trace[i]?.forEach((pressure, zone) => {
      steepest = Math.max(steepest, (pressure - (trace[i - span]?.[zone] ?? 0)) / window);
    });
  }
  return steepest;
}

/** `npm test` takes half of the seeds, `npm run prove` all. */
const seeds = [11, 12, 13, 14].slice(0, runs(2, 4));

describe('regulation', () => {
  it.each([
    [3, 2, 60],
    [5, 2, 80],
    [8, 2, 80],
    [8, 1, 80],
    [4, 1, 30],
  ] as const)('brings every zone of %i × %i to %i mmHg within 3, and keeps it there', (zones, legs, peak) => {
    for (const seed of seeds) {
      const bench = new Bench({ zones, legs, seed });
      const words: BenchKeyframe[] = [{ at: 0, to: 18, gate: 600 }];
      const to = Array.from({ length: zones }, () => 18);
      for (let zone = 0; zone < zones; zone++) {
        to[zone] = peak;
        words.push({ at: 1 + 6 * zone, to: [...to], gate: 60, ramp: 30 });
      }
      words.push({ at: 1 + 6 * zones, to: 'vent' });
      const central = play(bench, words);
      const worst = { above: 0, below: 0 };
      let asked: readonly unknown[] = [];
      let since = 0;
      bench.run(260, (at) => {
        if (bench.firmware.targets.join() !== asked.join()) {
          asked = bench.firmware.targets;
          since = at;
        }
        // The boots wait for the zone that fills last. 4 s later the zones are at rest.
        const settled = central.status.operation === 'playing' && at - since > 4;
        asked.forEach((target, zone) => {
          if (typeof target !== 'number') return;
          const off = bench.plant.pressure(zone) - target;
          worst.above = Math.max(worst.above, target === 18 ? 0 : off);
          if (settled) worst.below = Math.max(worst.below, -off);
        });
      });
      expect(central.status.fault, `seed ${seed}`).toBe('none');
      expect(worst.above, `seed ${seed}`).toBeLessThan(4);
      expect(worst.below, `seed ${seed}`).toBeLessThan(3);
    }
  });

  it('opens valves rarely while it holds a pressure', () => {
    const bench = new Bench({ zones: 5, legs: 2, seed: 3 });
    const central = play(bench, [
      { at: 0, to: 25, gate: 600 },
      { at: 1, to: 40, gate: 60 },
      { at: 60, to: 40 },
      { at: 90, to: 'vent', end: true },
    ]);
    bench.runUntil(() => central.status.playhead > 5000, 100);
    central.telemetry.length = 0;
    bench.run(40);
    const openings = Array.from({ length: 10 }, () => 0);
    let before: readonly { readonly fill: boolean; readonly vent: boolean }[] = [];
    for (const { samples } of central.telemetry) {
      for (const { valves } of samples) {
        valves.forEach((valve, zone) => {
          if ((valve.fill && !before[zone]?.fill) || (valve.vent && !before[zone]?.vent)) {
            openings[zone] = (openings[zone] ?? 0) + 1;
          }
        });
        before = valves;
      }
    }
    for (const count of openings) expect(count).toBeLessThan(16);
  });

  it('rises no faster than the ramp (PLAY-7)', () => {
    for (const ramp of [5, 10, 20]) {
      const bench = new Bench({ zones: 8, legs: 1, seed: ramp });
      const central = play(bench, [
        { at: 0, to: 60, ramp, gate: 60 },
        { at: 1, to: 'vent', end: true },
      ]);
      const trace: number[][] = [];
      bench.runUntil(() => {
        trace.push(bench.pressures());
        return central.status.therapy === 'stopped';
      }, 120);
      expect(central.status.endReason).toBe('finished');
      expect(steepest(trace, 2), `ramp ${ramp}`).toBeLessThan(ramp * 1.15);
    }
  });

  it('keeps a strong pump on small zones below 60 mmHg/s over half a second', () => {
    for (const seed of [1, 2, 3]) {
      const bench = new Bench({
        zones: 8,
        legs: 1,
        seed,
        plant: { parameters: { pumpFlow: 20 as never, legSize: 0.8 } },
        firmware: { pumpFlow: 20 as never },
      });
      const one = (zone: number) => Array.from({ length: 8 }, (_, i) => (i === zone ? 80 : 10));
      const central = play(
        bench,
        [0, 1, 2].map((zone) => ({ at: zone * 5, to: one(zone), gate: 60 })),
      );
      const trace: number[][] = [];
      bench.run(70, () => trace.push(bench.pressures()));
      expect(central.status.fault).toBe('none');
      expect(steepest(trace, 0.5), `seed ${seed}`).toBeLessThan(60);
      expect(steepest(trace, 0.5), `seed ${seed}`).toBeGreaterThan(20);
    }
  });

  it('never opens a fill valve onto a manifold at a lower pressure: a held zone keeps its air while another fills', () => {
    const bench = new Bench({ zones: 5, legs: 1, seed: 5 });
    const central = play(bench, [
      { at: 0, to: [60, 'vent', 'vent', 'vent', 'vent'], gate: 60 },
      { at: 3, to: [60, 60, 'vent', 'vent', 'vent'], gate: 60 },
      { at: 6, to: [60, 60, 60, 'vent', 'vent'], gate: 60 },
      { at: 9, to: 'vent', end: true },
    ]);
    bench.runUntil(() => central.status.playhead > 2000, 40);
    let lowest = 100;
    bench.runUntil(() => {
      if (central.status.playhead < 9000) lowest = Math.min(lowest, bench.plant.pressure(0));
      return central.status.therapy === 'stopped';
    }, 60);
    expect(lowest).toBeGreaterThan(57);
  });

  it('brings a zone that rests 2.3 mmHg above its target to a gate that asks for the same (PLAY-8)', () => {
    const parameters = {
      leak: 0,
      heat: false,
      blood: false,
      sensorNoise: mmhg(0.05),
      sensorStep: mmhg(0.05),
    };
    const faults = [{ kind: 'limbAbsent', leg: 0 }] as const;
    const bench = new Bench({ zones: 3, legs: 1, plant: { parameters, faults } });
    const central = play(bench, [
      { at: 0, to: 80, gate: 57.5 },
      { at: 12, to: 80, gate: 60 },
      { at: 13, to: 'vent', end: true },
    ]);
    bench.runUntil(() => central.status.playhead > 9000, 90);
    const { waited } = central.status;
    const reads = central.telemetry.at(-1)?.samples.at(-1)?.pressures[0] ?? 0;
    bench.plant.inject({ kind: 'sensorOffset', zone: 0, offset: mmhg(82.3 - reads) });
    bench.runUntil(() => central.ended, 90);
    expect(central.status).toMatchObject({ endReason: 'finished', fault: 'none' });
    expect(central.status.waited - waited).toBeLessThan(4000);
  });

  it('zeroes each sensor, so that offsets do not matter', () => {
    const bench = new Bench({ seed: 4, plant: { parameters: { sensorOffset: 4 as never } } });
    const central = play(bench, [
      { at: 0, to: 30, gate: 60 },
      { at: 10, to: 30 },
      { at: 30, to: 'vent', end: true },
    ]);
    bench.runUntil(() => central.status.playhead > 8000, 120);
    for (const pressure of bench.pressures()) expect(Math.abs(pressure - 30)).toBeLessThan(3);
  });

  it('does not zero while zones are still emptying', () => {
    const bench = new Bench({ seed: 6 });
    const central = play(bench, [
      { at: 0, to: 25, gate: 600 },
      { at: 1, to: 60, gate: 60 },
      { at: 60, to: 60 },
    ]);
    bench.runUntil(() => central.status.playhead > 3000, 160);
    central.send({ op: 'stop' });
    central.makeReady();
    central.deliver([
      { at: 0, to: 25, gate: 600 },
      { at: 1, to: 40, gate: 60 },
      { at: 60, to: 40 },
    ]);
    central.start();
    bench.runUntil(() => central.status.playhead > 8000, 120);
    for (const pressure of bench.pressures()) expect(Math.abs(pressure - 40)).toBeLessThan(3);
  });

  it('lets a zone fall to 0 at a target of 0, which is not a vent, with its valves closed', () => {
    const bench = new Bench({ zones: 3, legs: 1, seed: 2 });
    const central = play(bench, [
      { at: 0, to: 40, gate: 60 },
      { at: 1, to: 0 },
      { at: 60, to: 0 },
    ]);
    bench.runUntil(() => central.status.playhead > 50_000, 90);
    for (const pressure of bench.pressures()) expect(pressure).toBeLessThan(2);
    expect(central.telemetry.at(-1)?.samples.at(-1)?.valves).toEqual(
      Array.from({ length: 3 }, () => ({ fill: false, vent: false })),
    );
    expect(central.telemetry.at(-1)?.targets).toEqual([0, 0, 0]);
  });
});
