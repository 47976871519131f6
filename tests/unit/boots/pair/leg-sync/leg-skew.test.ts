import { describe, expect, it } from 'vitest';
import { cycleDelay, type LegApproach } from '../../../../../src/boots/pair/leg-sync/leg-skew.ts';

const way = (over: Partial<LegApproach> = {}): LegApproach => ({
  timeLeft: 8000,
  leastTimeLeft: over.timeLeft ?? 8000,
  gateAhead: false,
  waiting: false,
  past: false,
  silent: false,
  fedPast: true,
  roundTrip: 70,
  ...over,
});

describe('a leg at the end of its cycle', () => {
  it('is left alone when both legs arrive together', () => {
    expect(cycleDelay(way(), way({ timeLeft: 8040 })).by).toBe(0);
  });

  it('rests longer by as much as the other needs', () => {
    expect(cycleDelay(way({ timeLeft: 5000 }), way({ timeLeft: 7300 })).by).toBe(2300);
  });

  it('never rests less than its program says', () => {
    expect(cycleDelay(way({ timeLeft: 7300 }), way({ timeLeft: 5000 })).by).toBe(0);
    expect(cycleDelay(way({ timeLeft: 7300 }), way({ past: true, timeLeft: 0 })).by).toBe(0);
  });

  it('is left alone while a gate lies ahead of it', () => {
    expect(
      cycleDelay(way({ timeLeft: 500, gateAhead: true }), way({ timeLeft: 9000, gateAhead: true })).by,
    ).toBe(0);
  });

  it("is delayed only once time is short while the other leg's wait is unknown", () => {
    expect(cycleDelay(way({ timeLeft: 6000 }), way({ timeLeft: 9000, waiting: true })).by).toBe(0);
    expect(cycleDelay(way({ timeLeft: 2000 }), way({ timeLeft: 9000, waiting: true })).by).toBe(7000);
  });

  it('is given a reserve when both legs are still waiting and time is short', () => {
    expect(cycleDelay(way({ timeLeft: 100, waiting: true }), way({ timeLeft: 100, waiting: true })).by).toBe(
      3900,
    );
  });

  it('takes back a delay that was too long, except for what is too near to change', () => {
    expect(cycleDelay(way({ timeLeft: 4000, leastTimeLeft: 0 }), way({ timeLeft: 1000 })).by).toBe(-3000);
    expect(cycleDelay(way({ timeLeft: 4000, leastTimeLeft: 0 }), way({ timeLeft: 100 })).by).toBe(-3750);
    expect(cycleDelay(way({ timeLeft: 4000, leastTimeLeft: 0 }), way({ timeLeft: 0, past: true })).by).toBe(
      -3750,
    );
    expect(cycleDelay(way({ timeLeft: 200, leastTimeLeft: 0 }), way({ timeLeft: 100 })).by).toBe(0);
  });

  it('does not wait for a leg whose cycle was itself delayed', () => {
    expect(cycleDelay(way({ timeLeft: 1000 }), way({ timeLeft: 5000, leastTimeLeft: 0 })).by).toBe(0);
  });

  it('is left alone when it is too late to change', () => {
    expect(cycleDelay(way({ timeLeft: 100 }), way({ timeLeft: 3000 })).by).toBe(0);
    expect(cycleDelay(way({ timeLeft: 400 }), way({ timeLeft: 3000 })).by).toBe(2600);
    expect(cycleDelay(way({ timeLeft: 400, roundTrip: 350 }), way({ timeLeft: 3000 })).by).toBe(0);
  });

  it('continues beside a leg that is silent but has its keyframes', () => {
    expect(cycleDelay(way({ timeLeft: 1000 }), way({ timeLeft: 1000, silent: true }))).toEqual({
      by: 0,
      outOfReach: false,
    });
  });

  it('rests while the other leg is out of reach and has run out of keyframes', () => {
    const lost = way({ timeLeft: 0, silent: true, fedPast: false });
    expect(cycleDelay(way({ timeLeft: 6000 }), lost)).toEqual({ by: 0, outOfReach: false });
    expect(cycleDelay(way({ timeLeft: 1000 }), lost)).toEqual({ by: 5000, outOfReach: true });
  });
});
