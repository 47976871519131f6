import { describe, expect, it } from 'vitest';
import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { ZoneRecord } from '../../../src/safety/zone-record.ts';
import { target } from './keyframes.ts';

const SAMPLE_PERIOD = 0.25;

/** A zone that is sampled four times a second. `stand` holds a pressure for so many seconds, by default with an equal target. */
class Zone {
  readonly record: ZoneRecord;
  #at = 0;

  constructor(squeezed = 30) {
    this.record = new ZoneRecord(squeezed);
    this.record.take(0, 0, 0, target(0));
  }
  stand(
    pressure: number | null,
    lasts: number,
    asked: Target | null = target(Math.max(0, pressure ?? 0)),
  ): this {
    for (let left = lasts; left > 1e-9; left -= SAMPLE_PERIOD) {
      this.#at += SAMPLE_PERIOD;
      this.record.take(this.#at, SAMPLE_PERIOD, pressure, asked);
    }
    return this;
  }
}

describe('time above 30 mmHg since the last full release', () => {
  it('counts above 30 mmHg, not at it', () => {
    expect(new Zone().stand(30, 10).record.timeAbove).toBe(0);
    expect(new Zone().stand(30.5, 10).record.timeAbove).toBe(10);
    expect(new Zone(28).stand(28.5, 10).record.timeAbove).toBe(10);
  });

  it.each([
    { below: 9.5, lasts: 5, above: 0 },
    { below: 9.5, lasts: 4.75, above: 20 },
    { below: 10, lasts: 30, above: 20 },
  ])('starts again from 0 after 5 s below 10 mmHg: $lasts s at $below', ({ below, lasts, above }) => {
    expect(new Zone().stand(50, 20).stand(below, lasts).record.timeAbove).toBe(above);
  });

  it.each([
    { peak: 70, lasts: 5, above: 0 },
    { peak: 70.5, lasts: 9.75, above: 20 },
    { peak: 70.5, lasts: 10, above: 0 },
  ])('needs 10 s below 10 mmHg after more than 70 mmHg: $lasts s after $peak', ({ peak, lasts, above }) => {
    expect(new Zone().stand(peak, 20).stand(4, lasts).record.timeAbove).toBe(above);
  });

  it('needs 5 s again once a strong squeeze was released', () => {
    const zone = new Zone().stand(75, 20).stand(4, 10).stand(50, 20).stand(4, 5);
    expect(zone.record.timeAbove).toBe(0);
  });

  it.each([
    { push: 35, lasts: 0.75, released: true },
    { push: 35, lasts: 1, released: false },
    { push: 35.5, lasts: 0.25, released: false },
  ])(
    'counts a release despite a leg that moves by 25 mmHg for less than 1 s: $push mmHg for $lasts s',
    (case_) => {
      const zone = new Zone().stand(50, 20).stand(4, 3).stand(case_.push, case_.lasts, target(4)).stand(4, 2);
      expect(zone.record.timeAbove === 0).toBe(case_.released);
    },
  );

  it('does not count the push as part of the release, nor two pushes as one', () => {
    const twice = new Zone().stand(50, 20).stand(4, 2).stand(20, 0.75, target(4)).stand(4, 1);
    twice.stand(20, 0.75, target(4)).stand(4, 1.75);
    expect(twice.record.timeAbove).toBe(20);
    expect(twice.stand(4, 0.25).record.timeAbove).toBe(0);
  });

  it('continues with the last known pressure while none is known', () => {
    expect(new Zone().stand(50, 10).stand(null, 10, null).record.timeAbove).toBe(20);
    expect(new Zone().stand(50, 10).stand(4, 0.25).stand(null, 5, null).record.timeAbove).toBe(0);
  });
});

describe('time above 30 mmHg of the last ten minutes', () => {
  it('is the whole time at first, releases included', () => {
    const zone = new Zone().stand(50, 30).stand(4, 10).stand(50, 20);
    expect(zone.record.timeAboveInWindow).toBeCloseTo(50, 6);
    expect(zone.stand(50, 0.5).record.timeAboveInWindow).toBeCloseTo(50.5, 6);
    expect(zone.stand(30, 5).record.timeAboveInWindow).toBeCloseTo(50.5, 6);
  });

  it('loses what is older than ten minutes, to the second', () => {
    const zone = new Zone().stand(4, 10).stand(50, 30).stand(4, 570);
    expect(zone.record.timeAboveInWindow).toBeCloseTo(30, 6);
    zone.stand(4, 15);
    expect(zone.record.timeAboveInWindow).toBeGreaterThan(13);
    expect(zone.record.timeAboveInWindow).toBeLessThan(17);
    expect(zone.stand(4, 20).record.timeAboveInWindow).toBeCloseTo(0, 6);
  });
});

describe('rise', () => {
  const rising = (by: number, lasts: number, from = 10): ZoneRecord => {
    const record = new ZoneRecord(30);
    for (let at = 0; at <= lasts + 1e-9; at += 0.1) record.take(at, at === 0 ? 0 : 0.1, from + by * at, null);
    return record;
  };

  it('is the mean over half a second, and 0 until half a second is known', () => {
    expect(rising(40, 0.4).rise).toBe(0);
    expect(rising(40, 0.5).rise).toBeCloseTo(40, 6);
    expect(rising(40, 3).rise).toBeCloseTo(40, 6);
    expect(rising(-20, 3, 90).rise).toBeCloseTo(-20, 6);
  });

  it('forgets what is older', () => {
    const record = rising(40, 1);
    for (let at = 1.1; at < 1.65; at += 0.1) record.take(at, 0.1, 50, null);
    expect(record.rise).toBeCloseTo(0, 6);
    const jumped = rising(0, 1);
    for (let at = 1.1; at < 1.45; at += 0.1) jumped.take(at, 0.1, 30, null);
    // The rise was 20 mmHg within half a second.
    expect(jumped.rise).toBeCloseTo(40, 6);
  });

  it('is assumed to be even across a gap, and starts again after it', () => {
    const record = new ZoneRecord(30);
    record.take(0, 0, 10, null);
    record.take(2, 2, 50, null);
    expect(record.rise).toBeCloseTo(20, 6);
    record.take(2.1, 0.1, 50, null);
    expect(record.rise).toBe(0);
    // Samples half a second apart have no gap between them.
    const half = new ZoneRecord(30);
    half.take(0, 0, 10, null);
    half.take(0.5, 0.5, 20, null);
    expect(half.rise).toBeCloseTo(20, 6);
  });
});

describe('over-pressure', () => {
  it('is a pressure 15 mmHg above the highest target of the last 5 s, with its duration', () => {
    expect(new Zone().stand(55, 3, target(40)).record).toMatchObject({ over: 0, overFor: 0 });
    expect(new Zone().stand(55.5, 3, target(40)).record).toMatchObject({ over: 0.5, overFor: 3 });
  });

  it.each([
    { later: 5, over: 0 },
    { later: 5.25, over: 31 },
  ])('does not exist for 5 s after a higher target: $later s', ({ later, over }) => {
    const zone = new Zone().stand(50, 3, target(50)).stand(50, later, target(4));
    expect(zone.record.over).toBe(over);
  });

  it('starts again from 0 after it was gone', () => {
    const zone = new Zone().stand(60, 3, target(40)).stand(50, 0.25, target(40)).stand(60, 1, target(40));
    expect(zone.record.overFor).toBe(1);
  });

  it('is measured from 0 if a zone is vented, and from what it holds if it is sealed', () => {
    expect(new Zone().stand(16, 3, 'vent').record.over).toBe(1);
    expect(new Zone().stand(14, 3, 'vent').record.over).toBe(0);
    expect(new Zone().stand(50, 9, 'seal').record.over).toBe(0);
  });

  it('is none if no target is known', () => {
    const record = new ZoneRecord(30);
    for (let at = 0; at < 3; at += SAMPLE_PERIOD) record.take(at, SAMPLE_PERIOD, 60, null);
    expect(record.over).toBe(0);
  });

  it('counts time above 130 mmHg, not at it, without interruption', () => {
    expect(new Zone().stand(130, 3, target(130)).record.extremeFor).toBe(0);
    expect(new Zone().stand(130.5, 3, target(130)).record.extremeFor).toBe(3);
    const twice = new Zone()
      .stand(131, 3, target(130))
      .stand(130, 0.25, target(130))
      .stand(131, 0.5, target(130));
    expect(twice.record.extremeFor).toBe(0.5);
  });
});

describe('the highest target since a zone was last released', () => {
  it('stays while the target falls, and starts again once the target was 7 mmHg or less', () => {
    const zone = new Zone().stand(4, 1, target(50)).stand(4, 1, target(20));
    expect(zone.record.peakTarget).toBe(50);
    expect(zone.stand(4, 1, target(7.5)).stand(4, 1, target(30)).record.peakTarget).toBe(50);
    // While the target is low, the last peak still counts: a knee above this zone may not have been released yet.
    expect(zone.stand(4, 1, target(7)).record.peakTarget).toBe(50);
    expect(zone.stand(4, 1, target(30)).record.peakTarget).toBe(30);
    expect(zone.stand(4, 1, 'vent').stand(4, 1, target(20)).record.peakTarget).toBe(20);
    // An unknown target changes nothing.
    expect(zone.stand(4, 1, null).stand(4, 1, target(15)).record.peakTarget).toBe(20);
  });

  it('of a sealed zone is what it holds', () => {
    expect(new Zone().stand(33, 1, 'seal').record.peakTarget).toBe(33);
  });
});
