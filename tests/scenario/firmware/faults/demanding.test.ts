/** What the boots do with timelines at or beyond the limits. */

import { describe, expect, it } from 'vitest';
import type { BenchKeyframe } from '../test-central.ts';
import { expectLatched, start } from './started.ts';

describe('timelines that demand too much', () => {
  const squeeze = (pressure: number, from: number, to: number): BenchKeyframe[] => {
    const words: BenchKeyframe[] = [];
    for (let at = from; at < to; at += 5) words.push({ at, to: pressure });
    return words;
  };

  it('a zone above 30 mmHg for 120 s without a full release is squeezed too long', () => {
    const { bench, central } = start([...squeeze(35, 0, 200)], { zones: 3, legs: 1 });
    bench.runUntil(() => Math.min(...bench.pressures()) > 30, 60);
    const took = bench.runUntil(() => central.ended, 130);
    expect(took).toBeGreaterThan(110);
    expect(took).toBeLessThan(125);
    expectLatched(bench, central, 'squeezedTooLong');
  });

  it('a release that is too short does not count; a full one does', () => {
    const cycles = (rest: number): BenchKeyframe[] => {
      const words: BenchKeyframe[] = [];
      let at = 0;
      for (let cycle = 0; cycle < 4; cycle++) {
        words.push(...squeeze(35, at, at + 45), { at: at + 45, to: 'vent' });
        at += 45 + rest;
      }
      return [...words, { at, to: 'vent', end: true }];
    };
    const short = start(cycles(5), { zones: 3, legs: 1 });
    short.bench.runUntil(() => short.central.ended, 400);
    expect(short.central.status.fault).toBe('squeezedTooLong');
    const long = start(cycles(12), { zones: 3, legs: 1 });
    long.bench.runUntil(() => long.central.ended, 400);
    expect(long.central.status).toMatchObject({ fault: 'none', endReason: 'finished' });
  });

  it('more than 70 % of ten minutes above 30 mmHg is squeezed too much', () => {
    const words: BenchKeyframe[] = [];
    for (let at = 0; at < 900; at += 100) {
      words.push(...squeeze(40, at, at + 90), {
        at: at + 90,
        to: 'vent',
      });
    }
    const { bench, central } = start(words, { zones: 3, legs: 1 });
    const took = bench.runUntil(() => central.ended, 800);
    expect(took).toBeGreaterThan(430);
    expectLatched(bench, central, 'squeezedTooMuch');
  });

  it('pressure higher toward the hip for 30 s is a reverse gradient', () => {
    const to = [10, 10, 50];
    const { bench, central } = start(
      [{ at: 0, to, gate: 60 }, ...[2, 4, 6, 8, 10, 20, 30, 40, 50].map((at) => ({ at, to }))],
      { zones: 3, legs: 1 },
    );
    bench.runUntil(() => bench.plant.pressure(2) > 40, 60);
    const took = bench.runUntil(() => central.ended, 45);
    expect(took).toBeGreaterThan(27);
    expect(took).toBeLessThan(33);
    expect(central.status.faultZone).toBe(2);
    expectLatched(bench, central, 'reverseGradient');
  });

  it('pressure higher toward the hip is allowed if the next zone toward the foot holds half of it', () => {
    const to = [0, 27, 50];
    const { bench, central } = start(
      [
        { at: 0, to, gate: 60 },
        ...[10, 20, 30, 40].map((at) => ({ at, to })),
        { at: 45, to: 'vent', end: true },
      ],
      { zones: 3, legs: 1 },
    );
    bench.runUntil(() => central.ended, 120);
    expect(central.status).toMatchObject({ fault: 'none', endReason: 'finished' });
  });

  it('a gate whose targets are never reached passes when its wait is over, and is a fault after 60 s above 30 mmHg', () => {
    const stuck = { plant: { parameters: { leak: 0.06 } }, zones: 3, legs: 1 } as const;
    const passing = start(
      [
        { at: 0, to: 80, gate: 10 },
        { at: 1, to: 'vent', end: true },
      ],
      stuck,
    );
    passing.bench.runUntil(() => passing.central.ended, 30);
    expect(passing.central.status).toMatchObject({ endReason: 'finished', gates: 1 });
    const waiting = start(
      [
        { at: 0, to: 80, gate: 60 },
        { at: 1, to: 'vent', end: true },
      ],
      stuck,
    );
    const took = waiting.bench.runUntil(() => waiting.central.ended, 70);
    expect(took).toBeGreaterThan(59.9);
    expect(took).toBeLessThan(60.2);
    expectLatched(waiting.bench, waiting.central, 'gate');
  });
});
