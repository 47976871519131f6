/**
 * The limits that the monitor watches: at a limit it reports nothing; just past the limit it reports zone, time
 * and value.
 */

import { describe, expect, it } from 'vitest';
import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { zoneLayouts } from '../../../firmware-protocol/zones.ts';
import { type Breach, PressureMonitor } from '../../../src/safety/monitor.ts';
import { target } from './keyframes.ts';

/** Zones: foot, ankle, calf, knee, thigh. */
const parts = zoneLayouts[5] ?? [];
const SAMPLE_PERIOD = 0.25;
type Leg = readonly (number | null)[];

class Watched {
  readonly monitor: PressureMonitor;
  #at = -SAMPLE_PERIOD;

  constructor(options: ConstructorParameters<typeof PressureMonitor>[1] = {}) {
    this.monitor = new PressureMonitor(parts, options);
  }
  /**
   * Holds these pressures for `lasts` s. The targets are by default equal to the pressures, but at most 80 mmHg. @returns the breaches
   * reported meanwhile, except breaches of the limit on rise
   */
  stand(lasts: number, pressures: Leg, requested?: readonly (number | 'vent' | 'seal')[]): readonly Breach[] {
    const targets: readonly Target[] = (requested ?? pressures.map((each) => Math.min(80, each ?? 0))).map(
      target,
    );
    const found: Breach[] = [];
    for (let left = lasts; left > 1e-9; left -= SAMPLE_PERIOD) {
      this.#at += SAMPLE_PERIOD;
      found.push(...this.monitor.feed(this.#at, pressures, targets));
    }
    return found.filter(({ limit }) => limit !== 'rise');
  }
}
const rest: Leg = [4, 4, 4, 4, 4];
const even = (pressure: number): Leg => parts.map(() => pressure);
const limitsOf = (breaches: readonly Breach[]) => breaches.map(({ limit }) => limit);

describe('the monitor', () => {
  it('reports a target above the highest of the session, with its zone', () => {
    const requests = (requested: number, options = {}) =>
      new Watched(options).stand(SAMPLE_PERIOD, rest, [4, 4, 4, 4, requested]);
    expect(requests(80)).toEqual([]);
    expect(requests(80.5)).toEqual([{ limit: 'target', zone: 4, at: 0, value: 80.5 }]);
    expect(requests(100, { highest: mmhg(100) })).toEqual([]);
    expect(requests(50.5, { highest: mmhg(50) })).toHaveLength(1);
  });

  it('reports more than 60 s above 30 mmHg', () => {
    const watched = new Watched();
    watched.stand(SAMPLE_PERIOD, rest);
    expect(watched.stand(60, even(50))).toEqual([]);
    const found = watched.stand(SAMPLE_PERIOD, even(50));
    expect(limitsOf(found)).toEqual(parts.map(() => 'timeAbove30'));
    expect(found[0]).toEqual({ limit: 'timeAbove30', zone: 0, at: 60.25, value: 60.25 });
  });

  it('reports more than 60 % of ten minutes above 30 mmHg', () => {
    const watched = new Watched();
    watched.stand(SAMPLE_PERIOD, rest);
    for (let cycle = 0; cycle < 7; cycle++) {
      expect(watched.stand(50, even(50))).toEqual([]);
      expect(watched.stand(10, rest)).toEqual([]);
    }
    // By now the zones have been above 30 mmHg for 350 s of 420.
    expect(watched.stand(10, even(50))).toEqual([]);
    const found = watched.stand(1, even(50));
    expect(limitsOf(found)).toEqual(parts.map(() => 'shareAbove30'));
    expect(found[0]?.value).toBeCloseTo(100 * (360.25 / 600), 6);
  });

  it('reports a rise of more than 45 mmHg/s over half a second', () => {
    const rise = (by: number) => {
      const monitor = new PressureMonitor(parts);
      for (let at = 0; at <= 1; at += 0.25)
        monitor.feed(
          at,
          even(4 + by * at),
          even(4).map(() => mmhg(60)),
        );
      return monitor.breaches.filter(({ limit }) => limit === 'rise').map(({ zone }) => zone);
    };
    expect(rise(45)).toEqual([]);
    expect(rise(45.5)).toEqual([0, 1, 2, 3, 4]);
  });

  it('reports over-pressure that lasts more than 2 s', () => {
    const over = (lasts: number) => {
      const watched = new Watched();
      watched.stand(6, [40, 4, 4, 4, 4]);
      return watched.stand(lasts, [55.5, 4, 4, 4, 4], [40, 4, 4, 4, 4]);
    };
    expect(over(2)).toEqual([]);
    expect(over(2.25)).toEqual([{ limit: 'overPressure', zone: 0, at: 8, value: 0.5 }]);
  });

  it('reports more than 130 mmHg for a tenth of a second', () => {
    const extreme = (lasts: number, pressure: number) => {
      const monitor = new PressureMonitor(parts);
      monitor.feed(
        0,
        [80, 4, 4, 4, 4],
        rest.map(() => mmhg(80)),
      );
      monitor.feed(
        lasts,
        [pressure, 4, 4, 4, 4],
        rest.map(() => mmhg(80)),
      );
      return monitor.breaches.filter(({ limit }) => limit === 'independent');
    };
    expect(extreme(0.09, 131)).toEqual([]);
    expect(extreme(0.1, 130)).toEqual([]);
    expect(extreme(0.1, 131)).toEqual([{ limit: 'independent', zone: 0, at: 0.1, value: 131 }]);
  });

  it('reports a knee with a higher target than the peak of the zone below it, or with one above 80 mmHg', () => {
    const knee = (distal: number, requested: number) => {
      const watched = new Watched({ highest: mmhg(100) });
      return watched.stand(SAMPLE_PERIOD, rest, [4, 4, distal, requested, 4]);
    };
    expect(knee(40, 40)).toEqual([]);
    expect(knee(40, 40.5)).toEqual([{ limit: 'knee', zone: 3, at: 0, value: 40.5 }]);
    expect(knee(100, 80)).toEqual([]);
    expect(limitsOf(knee(100, 80.5))).toEqual(['knee']);
    // A knee with a target up to 7 mmHg is kept ready and does not count as squeezed.
    expect(knee(4, 7)).toEqual([]);
    expect(limitsOf(knee(4, 7.5))).toEqual(['knee']);
    const lowered = new Watched();
    lowered.stand(1, rest, [4, 4, 50, 50, 4]);
    expect(lowered.stand(1, rest, [4, 4, 4, 50, 4])).toEqual([]);
  });

  it('has no knee to judge on boots of three zones', () => {
    const monitor = new PressureMonitor(zoneLayouts[3] ?? []);
    expect(monitor.feed(0, [4, 4, 4], [4, 50, 60].map(mmhg))).toEqual([]);
  });
});

describe('a reverse gradient', () => {
  const reversed: Leg = [4, 4, 4, 4, 50];

  it('is reported once it has lasted for more than 20 s, with the higher zone', () => {
    const watched = new Watched();
    watched.stand(SAMPLE_PERIOD, rest);
    expect(watched.stand(20, reversed)).toEqual([]);
    expect(watched.stand(SAMPLE_PERIOD, reversed)).toEqual([
      { limit: 'reverseGradient', zone: 4, at: 20.25, value: 20.25 },
    ]);
    // A gradient is reported once, however long it lasts.
    expect(watched.stand(10, reversed)).toEqual([]);
  });

  it.each([
    { gone: 0.75, reported: true },
    { gone: 1, reported: false },
  ])('continues if it was gone for less than 1 s: $gone s', ({ gone, reported }) => {
    const watched = new Watched();
    watched.stand(SAMPLE_PERIOD, rest);
    watched.stand(15, reversed);
    watched.stand(gone, even(20));
    expect(watched.stand(5.5, reversed).length > 0).toBe(reported);
  });

  it('continues even if it was gone for a moment twice', () => {
    const watched = new Watched();
    watched.stand(SAMPLE_PERIOD, rest);
    for (let part = 0; part < 3; part++) {
      watched.stand(6.5, reversed);
      watched.stand(0.75, even(20));
    }
    expect(limitsOf(watched.stand(1, reversed))).toEqual(['reverseGradient']);
  });

  it('is not supported by zones that never had a target', () => {
    const reports = (requested: readonly (number | 'vent' | 'seal')[]): boolean => {
      const watched = new Watched();
      return watched
        .stand(22, [4, 4, 30, 12, 50], requested)
        .some(({ limit }) => limit === 'reverseGradient');
    };
    // The thigh needs support from the next zone below it that is on. The knee, at 12 mmHg, gives too little; the calf gives enough.
    expect(reports([4, 4, 30, 12, 50])).toBe(true);
    expect(reports([4, 4, 30, 'vent', 50])).toBe(false);
    expect(reports([4, 4, 30, 0, 50])).toBe(false);
    expect(reports([4, 4, 30, 'seal', 50])).toBe(true);
  });

  it('is reported sooner if pressures are only predicted', () => {
    const predicted = new Watched({ predicted: true });
    expect(limitsOf(predicted.stand(21, [4, 4, 4, 4, 29]))).toEqual(['reverseGradient']);
    expect(new Watched().stand(21, [4, 4, 4, 4, 29])).toEqual([]);
    expect(limitsOf(new Watched({ predicted: true }).stand(61, even(29)))).toContain('timeAbove30');
    expect(new Watched().stand(61, even(29))).toEqual([]);
  });
});

describe('samples', () => {
  it('that come at the same time, or after a gap, count for the time that passed', () => {
    const monitor = new PressureMonitor(parts);
    const feed = (at: number) =>
      monitor.feed(
        at,
        even(50),
        even(50).map(() => mmhg(50)),
      );
    feed(0);
    feed(30);
    expect(limitsOf(feed(20))).toEqual([]);
    expect(limitsOf(feed(50))).toEqual([]);
    expect(limitsOf(feed(50.5))).toContain('timeAbove30');
  });

  it('lead to another report if a breach ends and begins again', () => {
    const watched = new Watched();
    const ask = (requested: number) => watched.stand(SAMPLE_PERIOD, rest, [requested, 4, 4, 4, 4]);
    expect([ask(81), ask(82), ask(80), ask(81)].map(limitsOf)).toEqual([['target'], [], [], ['target']]);
    expect(limitsOf(watched.monitor.breaches)).toEqual(['target', 'target']);
  });
});
