import { describe, expect, it } from 'vitest';
import { emptyingTime } from '../../../src/air/emptying-time.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import type { BootsShape } from '../../../src/program/boots-shape.ts';
import { bootsOf } from '../program/boots.ts';
import { target } from '../safety/keyframes.ts';

const boots = bootsOf(5, ['left']);
const fills = defaultFillModel(boots);
const time = (
  from: readonly (number | 'vent' | 'seal')[],
  to: number,
  on: BootsShape = boots,
  air = fills,
): number => emptyingTime(from.map(target), to, on, air);

describe('the time until zones have emptied', () => {
  it('is 0 if none is above the pressure, and one step if one is slightly above it', () => {
    expect(time([14, 14, 14, 14, 14], 14)).toBe(0);
    expect(time([14, 14, 14.1, 14, 14], 14)).toBeCloseTo(0.1, 9);
    expect(time(['vent', 'seal', 'vent', 'vent', 'vent'], 0)).toBe(0);
  });

  // `expected`: seconds from 80 to 10 mmHg, as in the simulator's zone-checkpoints.test.ts.
  it.each([
    { zone: 0, expected: 2.4 },
    { zone: 2, expected: 3.6 },
    { zone: 4, expected: 5.2 },
  ])('is as long as the equations say (zone $zone), and that of the slowest', ({ zone, expected }) => {
    const alone = time(
      [0, 1, 2, 3, 4].map((own) => (own === zone ? 80 : 'vent')),
      10,
    );
    expect(alone).toBeGreaterThan(expected * 0.85);
    expect(alone).toBeLessThan(expected * 1.15);
    if (zone === 4) expect(time([80, 80, 80, 80, 80], 10)).toBeCloseTo(alone, 9);
  });

  it('grows with the pressure, with slower air and where two zones share a valve', () => {
    const usual = time([60, 60, 60, 60, 60], 14);
    expect(time([80, 80, 80, 80, 80], 14)).toBeGreaterThan(usual);
    expect(time([60, 60, 60, 60, 60], 14, boots, { ...fills, slowness: 2 })).toBeGreaterThan(1.8 * usual);
    const pairs = { ...boots, sharedValves: true };
    const knee = ['vent', 'vent', 'vent', 60, 'vent'] as const;
    expect(time(knee, 14, pairs)).toBeGreaterThan(1.8 * time(knee, 14));
    // Where zones share valves in pairs, the last of five zones has a valve of its own.
    const thigh = ['vent', 'vent', 'vent', 'vent', 60] as const;
    expect(time(thigh, 14, pairs)).toBe(time(thigh, 14));
  });

  it('is 30 s at most, whatever the air does', () => {
    const never = time([80, 80, 80, 80, 80], -1);
    expect(never).toBeGreaterThanOrEqual(30);
    expect(never).toBeLessThan(30.2);
  });
});
