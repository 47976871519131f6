import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { zoneLayouts } from '../../../firmware-protocol/zones.ts';
import { PressureMonitor } from '../../../src/safety/monitor.ts';
import { asPredicted, reverseGradientZone } from '../../../src/safety/reverse-gradient.ts';
import { runs } from '../../seed.ts';

const parts = zoneLayouts[5] ?? [];
const RATE = 20;

/**
 * Feeds the monitor the pressures of a leg, one stretch of time after another. The targets are by default equal to the pressures, but at
 * most 80 mmHg.
 */
function watch(
  stretches: readonly {
    readonly lasts: number;
    readonly pressures: readonly (number | null)[];
    readonly targets?: readonly Target[];
  }[],
): PressureMonitor {
  const monitor = new PressureMonitor(parts);
  let tick = 0;
  for (const { lasts, pressures, targets } of stretches) {
    const requested = targets ?? pressures.map((pressure) => mmhg(Math.min(80, Math.max(0, pressure ?? 0))));
    for (let end = tick + Math.round(lasts * RATE); tick < end; tick++)
      monitor.feed(tick / RATE, pressures, requested);
  }
  return monitor;
}

const limitsOf = (monitor: PressureMonitor): readonly string[] => monitor.breaches.map(({ limit }) => limit);
const calf = (pressure: number): readonly number[] => [pressure, pressure, pressure, 4, 4];
/** Goes evenly from `from` to `to` in 4 s, slowly enough for the limit on rise. */
const ramp = (from: number, to: number) =>
  Array.from({ length: 40 }, (_, step) => ({
    lasts: 0.1,
    pressures: calf(from + ((to - from) * (step + 1)) / 40),
  }));
const squeeze = (to: number, lasts: number, rest: number, restAt = 4) => [
  ...ramp(restAt, to),
  { lasts, pressures: calf(to) },
  ...ramp(to, restAt),
  { lasts: rest, pressures: calf(restAt) },
];

describe('time above 30 mmHg', () => {
  it('is reported once it passes 60 s, with the zone and the time', () => {
    const monitor = watch(squeeze(50, 58, 5));
    expect(limitsOf(monitor)).toEqual(['timeAbove30', 'timeAbove30', 'timeAbove30']);
    expect(monitor.breaches.map(({ zone }) => zone)).toEqual([0, 1, 2]);
    expect(monitor.breaches[0]?.value).toBeGreaterThan(60);
  });

  it('starts again from 0 after a full release', () => {
    expect(limitsOf(watch([...squeeze(50, 50, 6), ...squeeze(50, 50, 6)]))).toEqual([]);
  });

  it('continues after a release that is too short or not low enough', () => {
    expect(limitsOf(watch([...squeeze(50, 40, 3), ...squeeze(50, 40, 3)]))).toContain('timeAbove30');
    expect(limitsOf(watch([...squeeze(50, 40, 20, 12), ...squeeze(50, 40, 20, 12)]))).toContain(
      'timeAbove30',
    );
  });

  it.each([
    ['goes on through a push of the leg', { low: 2.6, lasts: 0.8, height: 33 }, true],
    ['starts again after a longer one', { low: 2.6, lasts: 1.2, height: 33 }, false],
    ['starts again after a stronger one', { low: 2.6, lasts: 0.8, height: 40 }, false],
    ['does not count the push', { low: 1.8, lasts: 0.8, height: 33 }, false],
  ] as const)('a release %s', (_, { low, lasts, height }, released) => {
    const release = [
      { lasts: low, pressures: calf(4) },
      { lasts, pressures: calf(height), targets: calf(4).map(mmhg) },
      { lasts: low, pressures: calf(4) },
    ];
    const found = limitsOf(watch([...squeeze(50, 40, 0), ...release, ...squeeze(50, 40, 0)]));
    expect(found.includes('timeAbove30')).toBe(!released);
  });

  it('needs 10 s of release from above 70 mmHg', () => {
    expect(limitsOf(watch([...squeeze(78, 40, 7), ...squeeze(78, 40, 7)]))).toContain('timeAbove30');
    expect(limitsOf(watch([...squeeze(78, 40, 11), ...squeeze(78, 40, 11)]))).toEqual([]);
  });
});

describe('share of ten minutes above 30 mmHg', () => {
  const cycles = (on: number, rest: number, count: number) =>
    Array.from({ length: count }, () => squeeze(40, on, rest)).flat();

  it('is reported once it passes 60 %', () => {
    // A cycle lasts 65 s: 45 s on, 12 s off, and two ramps of 4 s, each of which is above 30 mmHg for 1.1 s. That makes
    // 73 % of the time.
    expect(new Set(limitsOf(watch(cycles(45, 12, 10))))).toEqual(new Set(['shareAbove30']));
  });

  it('is not reported below that, however long it lasts', () => {
    expect(limitsOf(watch(cycles(30, 25, 40)))).toEqual([]);
  });
});

describe('rise', () => {
  it('is the mean over half a second', () => {
    const fast = (perStep: number) => [
      { lasts: 1, pressures: calf(4) },
      ...Array.from({ length: 30 }, (_, step) => ({
        lasts: 1 / RATE,
        pressures: calf(4 + perStep * (step + 1)),
      })),
    ];
    expect(new Set(limitsOf(watch(fast(2.4))))).toEqual(new Set(['rise']));
    expect(limitsOf(watch(fast(2.1)))).toEqual([]);
  });
});

describe('targets', () => {
  it('are checked against the highest of the session', () => {
    const leg = [mmhg(80.5), mmhg(4), mmhg(4), mmhg(4), mmhg(4)];
    expect(limitsOf(watch([{ lasts: 1, pressures: [4, 4, 4, 4, 4], targets: leg }]))).toEqual(['target']);
    const lower = new PressureMonitor(parts, { highest: mmhg(50) });
    expect(lower.feed(0, [4, 4, 4, 4, 4], [mmhg(55), mmhg(4), mmhg(4), mmhg(4), mmhg(4)])).toHaveLength(1);
  });

  it('of the knee stay at or below the last peak of the zone under it, even after that zone was lowered', () => {
    const still = [18, 18, 18, 18, 18];
    const requested = (...leg: number[]) => ({ lasts: 1, pressures: still, targets: leg.map(mmhg) });
    expect(limitsOf(watch([requested(18, 18, 50, 18, 18), requested(18, 18, 30, 50, 18)]))).toEqual([]);
    expect(limitsOf(watch([requested(18, 18, 50, 18, 18), requested(18, 18, 30, 51, 18)]))).toEqual(['knee']);
    const nextCycle = [
      requested(18, 18, 60, 18, 18),
      requested(4, 4, 4, 4, 4),
      requested(18, 18, 40, 50, 18),
    ];
    expect(limitsOf(watch(nextCycle))).toEqual(['knee']);
  });
});

describe('over-pressure', () => {
  const held = (pressure: number, lasts: number) => ({
    lasts,
    pressures: [pressure, 4, 4, 4, 4],
    targets: [mmhg(40), mmhg(4), mmhg(4), mmhg(4), mmhg(4)],
  });

  it('is reported if it lasts, and not if a leg moves', () => {
    expect(limitsOf(watch([held(40, 8), held(58, 0.9), held(40, 2)]))).not.toContain('overPressure');
    expect(limitsOf(watch([held(40, 8), held(58, 2.5)]))).toContain('overPressure');
    expect(limitsOf(watch([held(40, 8), held(54, 20)]))).not.toContain('overPressure');
  });

  it('is measured from the highest target of the last five seconds', () => {
    const requested = (target: number) => ({
      ...held(40, 1),
      targets: [mmhg(target), ...[4, 4, 4, 4].map(mmhg)],
    });
    const steps = (seconds: number) => Array.from({ length: seconds }, () => requested(4));
    expect(limitsOf(watch([requested(40), ...steps(6)]))).toEqual([]);
    expect(limitsOf(watch([requested(40), ...steps(8)]))).toEqual(['overPressure']);
  });

  it('is reported at once above 130 mmHg', () => {
    expect(limitsOf(watch([held(40, 1), held(131, 0.2)]))).toContain('independent');
  });
});

describe('reverse gradient', () => {
  it('counts sooner for predicted pressures, since regulation may raise them further', () => {
    const predicted = (pressures: readonly number[]) =>
      reverseGradientZone(pressures, () => true, asPredicted);
    // A zone at exactly 30 mmHg while the zones below it rest; and a zone 8 mmHg above the one below it.
    expect(predicted([4, 4, 4, 4, 30])).toBe(4);
    expect(reverseGradientZone([4, 4, 4, 4, 30])).toBeNull();
    expect(predicted([85, 71, 79, 70, 70])).toBe(2);
    expect(reverseGradientZone([85, 71, 79, 70, 70])).toBeNull();
    // Neither 28 mmHg above zones at rest nor a step of 5 mmHg, as presets have them, is a reverse gradient.
    expect(predicted([4, 4, 4, 4, 28])).toBeNull();
    expect(predicted([60, 65, 60, 60, 65])).toBeNull();
  });

  it('is none in a wave whose next distal zone holds half of the pressure', () => {
    expect(reverseGradientZone([4, 4, 32, 32, 55])).toBeNull();
    expect(reverseGradientZone([44, 55, 55, 18, 18])).toBeNull();
    expect(reverseGradientZone([4, 4, 20, 20, 29])).toBeNull();
  });

  it('is reported if nothing holds below the highest zone', () => {
    expect(reverseGradientZone([4, 4, 4, 4, 55])).toBe(4);
    expect(reverseGradientZone([4, 4, 27, 4, 55])).toBe(4);
    expect(reverseGradientZone([4, 45, 30, 20, 18])).toBe(1);
  });

  it('ignores zones whose pressure is not known', () => {
    expect(reverseGradientZone([4, 4, 32, null, 55])).toBeNull();
    expect(reverseGradientZone([null, null, null, null, null])).toBeNull();
  });

  it('is reported after 20 s without interruption', () => {
    const reversed = (lasts: number) => ({ lasts, pressures: [4, 4, 4, 4, 50] });
    const even = { lasts: 2, pressures: [50, 50, 50, 50, 50] };
    const found = (...stretches: { lasts: number; pressures: number[] }[]) =>
      limitsOf(watch(stretches)).filter((limit) => limit === 'reverseGradient');
    expect(found(reversed(19), even, reversed(19))).toEqual([]);
    expect(found(reversed(21))).toEqual(['reverseGradient']);
  });
});

describe('a monitor', () => {
  it('reports a breach when it begins, and again only after it has ended', () => {
    const requested = (target: number) => ({
      lasts: 1,
      pressures: [4, 4, 4, 4, 4],
      targets: [mmhg(target), mmhg(4), mmhg(4), mmhg(4), mmhg(4)],
    });
    expect(limitsOf(watch([requested(90), requested(95), requested(4), requested(90)]))).toEqual([
      'target',
      'target',
    ]);
  });

  it('counts a zone that is not measured at its last known pressure', () => {
    const monitor = watch([...ramp(4, 50), { lasts: 62, pressures: [null, null, null, null, null] }]);
    expect(limitsOf(monitor)).toContain('timeAbove30');
  });

  it('finds the same whether it is fed 10 or 50 times a second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 75 }), fc.integer({ min: 5, max: 90 }), (to, lasts) => {
        const found = (rate: number): readonly string[] => {
          const monitor = new PressureMonitor(parts);
          for (let tick = 0; tick < (lasts + 10) * rate; tick++) {
            const at = tick / rate;
            const leg = new Array<number>(5).fill(Math.min(to, 4 + 10 * at));
            monitor.feed(at, leg, leg.map(mmhg));
          }
          return limitsOf(monitor);
        };
        // Within about one sample of the limit, the sampling rate may decide whether there is a breach. Such cases are skipped.
        const above = lasts + 10 - Math.max(0, (30 - 4) / 10);
        fc.pre(Math.abs(above - 60) > 1);
        expect(found(10)).toEqual(found(50));
      }),
      { numRuns: runs(8, 60) },
    );
  });
});
