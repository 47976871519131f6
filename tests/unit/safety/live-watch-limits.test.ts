/**
 * The live watch, which compares measured pressures with the limits, is exact: just inside a limit it reports nothing, just outside it
 * names the limit.
 */

import { describe, expect, it } from 'vitest';
import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { limits, rules } from '../../../firmware-protocol/limits.ts';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { LiveWatch } from '../../../src/safety/live-watch.ts';

const allOn = (): boolean => true;

interface Moment {
  readonly pressures: readonly (number | null)[];
  readonly targets: readonly Target[];
}

/**
 * @param lasts how long the watch is fed, s @param every time between two samples, s @param longestAbove30 limit of these boots, s;
 * default: the usual one @returns which limit was broken, and when; null if none was
 */
function watched(lasts: number, moment: (at: number) => Moment, every = 0.1, longestAbove30?: number) {
  const zones = moment(0).pressures.length;
  const watch = new LiveWatch(
    zones,
    mmhg(80),
    ...(longestAbove30 === undefined ? [] : [seconds(longestAbove30)]),
  );
  for (let tick = 0; tick * every <= lasts; tick++) {
    const at = tick * every;
    const { pressures, targets } = moment(at);
    const found = watch.feed(at, pressures, targets, allOn);
    if (found) return { ...found, at };
  }
  return null;
}

/** The same pressures from beginning to end, with equal targets. */
const held =
  (...pressures: readonly number[]) =>
  (): Moment => ({ pressures, targets: pressures.map((pressure) => mmhg(pressure)) });

describe('the watch over a reverse gradient', () => {
  const reversedFor = limits.reverseGradient.byDefault + 2;

  it('finds one that lasts 2 s longer than the limit: so long the boots may take to act', () => {
    const found = watched(60, held(10, 60, 60));
    expect(found).toMatchObject({ limit: 'reverseGradient', zone: 1 });
    expect(found?.at).toBeGreaterThan(reversedFor);
    expect(found?.at).toBeLessThan(reversedFor + 0.3);
  });

  it('begins again when the gradient was right for a moment', () => {
    const right = (at: number) => at > 15 && at < 15.3;
    const found = watched(60, (at) => (right(at) ? held(60, 60, 60)() : held(10, 60, 60)()));
    expect(found?.at).toBeGreaterThan(15 + reversedFor);
    expect(found?.at).toBeLessThan(15.4 + reversedFor + 0.3);
  });

  it('does not expect support from a zone that is switched off, but from one that had a target before', () => {
    const middle = (target: (at: number) => Target) =>
      watched(50, (at) => ({ pressures: [40, 0, 60], targets: [mmhg(40), target(at), mmhg(60)] }));
    expect(middle(() => 'vent')).toBeNull();
    expect(middle(() => mmhg(0))).toBeNull();
    const reversed = { limit: 'reverseGradient', zone: 2 };
    expect(middle((at) => (at < 1 ? mmhg(20) : 'vent'))).toMatchObject(reversed);
    expect(middle((at) => (at < 1 ? 'seal' : 'vent'))).toMatchObject(reversed);
  });

  it('allows for what gauges deviate', () => {
    // Gauges may deviate by 3 mmHg. This tolerance is added to the step between two zones, and to the pressure from which
    // a zone counts as squeezed.
    expect(watched(40, held(20, rules.reverseStep + 20 + 3))).toBeNull();
    expect(watched(40, held(11, rules.squeezed + 3))).toBeNull();
    expect(watched(40, held(11, rules.squeezed + 3.5))).toMatchObject({ limit: 'reverseGradient', zone: 1 });
  });
});

describe('the watch over time above 30 mmHg', () => {
  it('finds a share of 64 % of ten minutes, after six minutes at the earliest, and none of 60 %', () => {
    const share = (percent: number) => (at: number) => {
      const pressure = at % 50 < percent / 2 ? 40 : 0;
      return { pressures: [pressure, 0], targets: [pressure > 0 ? mmhg(40) : 'vent', 'vent'] as const };
    };
    expect(watched(1500, share(limits.shareAbove30.byDefault))).toBeNull();
    const found = watched(1500, share(limits.shareAbove30.byDefault + 4));
    expect(found).toMatchObject({ limit: 'shareAbove30', zone: 0 });
    expect(found?.at).toBeGreaterThan(360);
  });

  it('uses the limit of boots that allow less at a time', () => {
    const found = watched(80, held(40, 0), 0.1, 20);
    expect(found).toMatchObject({ limit: 'timeAbove30', zone: 0 });
    expect(found?.at).toBeGreaterThan(25);
    expect(found?.at).toBeLessThan(25.5);
  });

  it('counts across samples that are two seconds apart, and not across a longer gap', () => {
    expect(watched(100, held(40, 0), 2)).toMatchObject({ limit: 'timeAbove30' });
    expect(watched(200, held(40, 0), 2.1)).toBeNull();
  });

  it('begins again with a clock that goes back', () => {
    const watch = new LiveWatch(1, mmhg(80));
    const from = (start: number) => {
      for (let tick = 0; tick < 400; tick++)
        expect(watch.feed(start + tick / 10, [40], [mmhg(40)], allOn)).toBeNull();
    };
    from(1000);
    from(0);
  });
});

describe('the watch over a vented zone', () => {
  const vented = (pressure: number) => (at: number) => ({
    pressures: [at < 1 ? 60 : pressure],
    targets: [at < 1 ? mmhg(60) : ('vent' as const)],
  });

  it('calls it empty below 23 mmHg: 20, and what gauges deviate', () => {
    expect(watched(60, vented(rules.empty + 2.9))).toBeNull();
    const found = watched(60, vented(rules.empty + 3));
    expect(found).toMatchObject({ limit: 'emptying', zone: 0 });
    expect(found?.at).toBeGreaterThanOrEqual(1 + limits.emptying.hard + 2);
    expect(found?.at).toBeLessThan(1 + limits.emptying.hard + 2.4);
  });
});

describe('the watch over the independent channel', () => {
  const watch = (most?: number) => {
    const own = new LiveWatch(1, mmhg(80), undefined, ...(most === undefined ? [] : [mmhg(most)]));
    for (let tick = 0; tick < 10; tick++) {
      const found = own.feed(tick / 10, [95], [mmhg(80)], allOn);
      if (found) return found;
    }
    return null;
  };

  it('uses the limit of boots that state a lower one', () => {
    expect(watch()).toBeNull();
    expect(watch(96)).toBeNull();
    expect(watch(90)).toEqual({ limit: 'independent', zone: 0 });
  });
});

describe('the watch over targets', () => {
  it('allows the highest target of the session itself', () => {
    expect(watched(1, held(80, 0))).toBeNull();
    expect(watched(1, held(80.5, 0))).toMatchObject({ limit: 'target', zone: 0, at: 0 });
  });
});

describe('the watch over the independent limit', () => {
  /** A zone at 40 mmHg. From second 1 on, it reads 200 mmHg in `readings` samples, which are `every` s apart. */
  const extreme = (readings: number, every: number) => (at: number) => ({
    pressures: [at > 0.99 && at < 0.99 + readings * every ? 200 : 40],
    targets: [mmhg(40)],
  });

  it('takes one wrong reading for no breach, however far apart samples are, and two for one', () => {
    for (const every of [0.05, 0.1, 0.25]) expect(watched(5, extreme(1, every), every)).toBeNull();
    expect(watched(5, extreme(2, 0.25), 0.25)).toMatchObject({ limit: 'independent', zone: 0, at: 1.25 });
  });

  it('counts readings only: samples without one neither add to them nor end them', () => {
    const found = (readings: readonly (number | null)[]) =>
      watched(
        5,
        (at) => {
          const reading = at < 1 ? 40 : readings[Math.round(at * 4) - 4];
          return { pressures: [reading === undefined ? 40 : reading], targets: [mmhg(40)] };
        },
        0.25,
      );
    expect(found([200, null])).toBeNull();
    expect(found([200, 40, 200])).toBeNull();
    expect(found([200, null, 200])).toMatchObject({ limit: 'independent', at: 1.5 });
  });
});
