/**
 * Regulation works on many plants: with different pumps, legs and leaks, hubs and single boots, and several kinds
 * of keyframes.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../seed.ts';
import { Bench } from './bench.ts';
import type { BenchKeyframe } from './test-central.ts';

interface Plan {
  readonly zones: number;
  readonly legs: 1 | 2;
  readonly seed: number;
  /** The pump's free flow, L/min. */
  readonly flow: number;
  /** Pressure at which the pump stalls, mmHg. */
  readonly stall: number;
  readonly size: number;
  readonly slackness: number;
  readonly leak: number;
  readonly peak: number;
  readonly ramp: number;
  readonly pattern: 'hold' | 'wave' | 'together' | 'steps';
}

const HIGHEST_KNEE_TARGET = 90;

function cycleOf({ zones, peak, ramp, pattern }: Plan): BenchKeyframe[] {
  const prefill = Math.min(18, peak);
  const all = (to: number) => Array.from({ length: zones }, () => Math.min(to, HIGHEST_KNEE_TARGET));
  const gate = peak > 30 ? 60 : 600;
  const words: BenchKeyframe[] = [{ at: 0, to: prefill, gate: 600, ramp }];
  const add = (after: number, to: BenchKeyframe['to']): void => {
    words.push({ at: (words.at(-1)?.at ?? 0) + after, to, gate, ramp });
  };
  if (pattern === 'together') add(1, all(peak));
  if (pattern === 'steps')
    for (const part of [0.6, 1, 0.5, 0.8]) add(4, all(Math.round(2 * peak * part) / 2));
  const to: (number | 'vent')[] = all(prefill);
  for (let zone = 0; zone < zones && (pattern === 'hold' || pattern === 'wave'); zone++) {
    to[zone] = Math.min(peak, HIGHEST_KNEE_TARGET);
    if (pattern === 'wave' && zone > 1) to[zone - 2] = 'vent';
    add(2, [...to]);
  }
  add(4, 'vent');
  add(8, 'vent');
  return words;
}

interface Deviations {
  above: number;
  settled: number;
  rise: number;
  ended: string;
}

/**
 * Plays a plan. @returns the largest excess over a target and the largest deviation at rest, mmHg; and the fastest rise over 0.5 s,
 * mmHg/s
 */
function play(plan: Plan): Deviations {
  const { zones, legs, seed, flow, stall, size, slackness, leak, peak } = plan;
  const parameters = {
    pumpFlow: flow,
    pumpPressure: stall,
    legSize: size,
    legSizeVariation: 0,
    slackness,
    leak,
  };
  const bench = new Bench({ zones, legs, seed, plant: { parameters: parameters as never } });
  const central = bench.central();
  central.makeReady({ highest: Math.max(80, peak), above80: peak > 80, wall: 1200 });
  const words = cycleOf(plan);
  const length = (words.at(-1)?.at ?? 0) + 1;
  const twice = [...words, ...words.map((word) => ({ ...word, at: word.at + length }))];
  const whole = [...twice, { at: 2 * length, to: 'vent' as const, end: true }];
  for (let i = 0; i < whole.length; i += 5) central.deliver(whole.slice(i, i + 5));
  central.start();
  const seen: Deviations = { above: 0, settled: 0, rise: 0, ended: '' };
  const history: number[][] = [];
  let asked = bench.firmware.targets;
  let since = 0;
  bench.runUntil(() => {
    const now = bench.plant.time;
    const { targets } = bench.firmware;
    if (targets.some((target, zone) => target !== asked[zone])) {
      asked = targets;
      since = now;
    }
    const pressures = bench.pressures();
    const before = history[history.length - 25];
    history.push(pressures);
    const atRest = central.statuses.at(-1)?.operation === 'playing' && now - since > 3.5;
    asked.forEach((target, zone) => {
      const pressure = pressures[zone] ?? 0;
      if (before) seen.rise = Math.max(seen.rise, (pressure - (before[zone] ?? 0)) / 0.5);
      if (typeof target !== 'number') return;
      // In `steps` a target may fall, and then the zone needs time to follow.
      if (now - since > 3.5 || plan.pattern !== 'steps') seen.above = Math.max(seen.above, pressure - target);
      if (atRest) seen.settled = Math.max(seen.settled, Math.abs(pressure - target));
    });
    return central.ended;
  }, 1000);
  seen.ended = `${central.status.endReason} ${central.status.fault}`;
  return seen;
}

const median: Omit<Plan, 'zones' | 'legs' | 'pattern'> = {
  seed: 7,
  flow: 12,
  stall: 250,
  size: 1,
  slackness: 1,
  leak: 0.0004,
  peak: 60,
  ramp: 14,
};

describe('regulation on every plant', () => {
  const patterns = ['hold', 'wave', 'together', 'steps'] as const;
  const plants: readonly (readonly [string, Partial<Plan>])[] = [
    ['a strong pump on one small leg', { legs: 1, flow: 20, size: 0.7, peak: 80 }],
    [
      'a strong and stiff pump on one small leg of eight zones',
      { zones: 8, legs: 1, flow: 20, stall: 350, size: 0.7 },
    ],
    ['a strong pump without a ramp', { zones: 8, legs: 1, flow: 20, size: 0.7, ramp: 0, peak: 80 }],
    ['a strong pump that stalls early', { zones: 6, legs: 1, flow: 20, stall: 150, size: 1.2, peak: 100 }],
    [
      'a loose boot on a large leg',
      { legs: 1, flow: 20, stall: 200, size: 1.2, slackness: 1.3, peak: 80, ramp: 17 },
    ],
    ['a weak pump on one leg', { zones: 4, legs: 1, flow: 4, peak: 45 }],
    ['worn bags', { legs: 2, leak: 0.002 }],
    ['sixteen zones on one pump', { zones: 8, legs: 2 }],
    ['a gentle squeeze', { zones: 5, legs: 2, peak: 15, ramp: 5 }],
    ['the most that can be confirmed', { zones: 5, legs: 1, peak: 100 }],
  ];
  /** `npm test` plays half of the patterns on each plant, in turn. PROOF=1 plays all. */
  it.each(plants.map(([name, changes], row) => [name, changes, row] as const))('%s', (_, changes, row) => {
    for (const pattern of patterns.filter((_, index) => (index + row) % runs(2, 1) === 0)) {
      // Not for eight zones on both legs with one pump: there, a zone of this wave fills too slowly to support the
      // next zone.
      if (pattern === 'wave' && changes.zones === 8 && changes.legs === 2) continue;
      const seen = play({ ...median, zones: 5, legs: 1, pattern, ...changes });
      expect(seen.ended, pattern).toBe('finished none');
      expect(seen.above, pattern).toBeLessThan(5);
      expect(seen.settled, pattern).toBeLessThan(4);
      expect(seen.rise, pattern).toBeLessThan(45);
    }
  });

  it('works for any plant and any keyframes', () => {
    const plan: fc.Arbitrary<Plan> = fc.record({
      zones: fc.integer({ min: 3, max: 8 }),
      legs: fc.constantFrom(1 as const, 2 as const),
      seed: fc.integer({ min: 1, max: 1e6 }),
      // No weaker pumps: they are too slow for some keyframes, and they cannot fill too fast.
      flow: fc.constantFrom(8, 12, 16, 20),
      stall: fc.constantFrom(200, 250, 350),
      size: fc.constantFrom(0.7, 0.85, 1, 1.2),
      slackness: fc.constantFrom(1, 1.3),
      leak: fc.constantFrom(0.0004, 0.001),
      peak: fc.constantFrom(15, 25, 40, 55, 70),
      ramp: fc.constantFrom(5, 8, 12, 17),
      pattern: fc.constantFrom('hold' as const, 'together' as const, 'steps' as const),
    });
    fc.assert(
      fc.property(plan, (made) => {
        const { above, settled, rise } = play(made);
        expect(above).toBeLessThan(5);
        expect(settled).toBeLessThan(5);
        expect(rise).toBeLessThan(45);
      }),
      { numRuns: runs(12, 25), seed: 20 },
    );
  }, 240_000);
});
