/**
 * From which pressures the boots conclude that a zone's fill valve is open although only other zones should fill (PROTOCOL.md STRAY-5). The
 * pressures are written by hand.
 */

import { expect, it } from 'vitest';
import { StrayRise } from '../../../../src/simulator/firmware/watches/stray/stray-rise.ts';

const STEP = 0.02;
/** Air that raises the zone by 1 mmHg, mL. */
const SOFTNESS = 12;

/**
 * The evidence for an open valve after `lasts` s; 1 is enough. Every 3 s, the boots top up other zones for 0.2 s, at 50 mmHg in the
 * manifold.
 * @param pressureAt the zone's pressure, mmHg, from the time since the beginning, s, and the number of top-ups so far; a top-up that is
 * half over counts as a half
 * @param counts whether the top-ups can prove anything
 */
function evidenceAfter(
  lasts: number,
  pressureAt: (time: number, topUps: number) => number,
  counts = true,
): number {
  const rise = new StrayRise();
  for (let turn = 0; turn * STEP < lasts; turn++) {
    const time = turn * STEP;
    const within = time % 3;
    const topUps = Math.floor(time / 3) + Math.min(1, within / 0.2);
    rise.step(pressureAt(time, topUps), true, within < 0.2 ? 50 : null, SOFTNESS, counts, STEP);
  }
  return rise.evidence;
}

it('a zone that rises whenever others are topped up has an open fill valve', () => {
  // Between top-ups the zone sinks again, because air cools and bags leak.
  expect(evidenceAfter(30, (time, topUps) => 44 + 1.5 * topUps - 0.5 * time)).toBeGreaterThanOrEqual(1);
});

it('is read without the ripple that the pump makes in an open zone', () => {
  const ripple = (time: number): number => (time % 3 > 0 && time % 3 < 0.22 ? -2 : 0);
  expect(
    evidenceAfter(30, (time, topUps) => 44 + 1.5 * topUps - 0.5 * time + ripple(time)),
  ).toBeGreaterThanOrEqual(1);
});

it('proves nothing beside top-ups that do not count, as in a pair', () => {
  expect(evidenceAfter(60, (time, topUps) => 44 + 1.5 * topUps - 0.5 * time, false)).toBe(0);
});

it('a zone that stays where it is, sinks, or warms by 0.3 mmHg/s has none', () => {
  for (const drift of [0, -1, 0.3]) expect(evidenceAfter(60, (time) => 44 + drift * time)).toBe(0);
});

it('a zone whose leg moves proves nothing, even if it moves with every top-up', () => {
  const push = (time: number): number => 8 * Math.max(0, Math.sin((Math.PI * (time + 0.1)) / 0.8));
  expect(evidenceAfter(120, (time) => 44 + (time % 3 < 0.7 ? push(time % 3) : 0))).toBeLessThan(1);
});
