import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { type CycleAir, cycleTime } from '../../../src/air/cycle-time.ts';
import { muscleFlush } from '../../../src/program/presets/muscle-flush.ts';
import { airCycleOf, forecast, remainingTime } from '../../../src/scheduler/forecast.ts';
import { bootsOf } from '../program/boots.ts';
import { plan } from './playing.ts';

const { script, boots, air } = plan();
const [first, second] = script.cycles;
if (!first || !second) throw new Error('a session of two cycles');
const usual: CycleAir = { fills: air.fills, rise: 0, refilled: false };

describe('a cycle of the script, for the air', () => {
  it('begins from empty at the start of a session and after the release that follows a pause', () => {
    expect(airCycleOf(script, first).fromEmpty).toBe(true);
    expect(airCycleOf(script, second).fromEmpty).toBe(false);
    const [prefill] = second.keyframes;
    if (!prefill) throw new Error('a cycle without keyframes');
    const release = { ...prefill, targets: prefill.targets.map(() => 'vent' as const) };
    const afterPause = { ...second, keyframes: [release, ...second.keyframes] };
    expect(airCycleOf(script, afterPause).fromEmpty).toBe(true);
  });

  it('has rested where the cycle before it squeezed another part of the leg', () => {
    const flush = plan({}, bootsOf(5), muscleFlush).script;
    const rested = flush.cycles.filter((cycle) => airCycleOf(flush, cycle).rested);
    expect(rested.slice(0, 2).map(({ index }) => index)).toEqual([10, 20]);
  });

  it('squeezes every zone whose peak is at least the prefill', () => {
    const zone = second.peaks.length - 1;
    const peaks = second.peaks.map((peak, own) => mmhg(own === zone ? second.prefill - 1 : peak));
    const { squeezed } = airCycleOf(script, { ...second, peaks });
    expect(squeezed.slice(0, zone).every((each) => each)).toBe(true);
    expect(squeezed[zone]).toBe(false);
  });
});

describe('a forecast', () => {
  it('is computed again when any figure that it depends on changes', () => {
    const cycle = airCycleOf(script, second);
    const known = forecast(cycle, boots, usual);
    expect(forecast(cycle, boots, usual)).toBe(known);
    for (const changed of [
      { ...cycle, length: milliseconds(cycle.length - 5000) },
      { ...cycle, squeezed: cycle.squeezed.map((each, zone) => each && zone > 0) },
    ]) {
      const air = { ...usual, rise: 2, refilled: true };
      forecast(cycle, boots, air);
      expect(forecast(changed, boots, air)).toEqual(cycleTime(changed, boots, air));
    }
    expect(forecast(cycle, boots, { ...usual, rise: 2 }).waited).toBeLessThan(known.waited);
    expect(forecast(cycle, boots, { ...usual, refilled: true }).waited).toBeGreaterThan(known.waited + 0.5);
  });
});

describe('the rest of a cycle', () => {
  const cycle = {
    keyframes: second.keyframes.slice(0, 3),
    length: milliseconds((second.keyframes[2]?.at ?? 0) + 10_000),
  };
  const waits = [3, 2, 1].map(seconds);
  const [, wave, crest] = cycle.keyframes;
  const rest = (playhead: number, reported: number, waited: number): number =>
    remainingTime(cycle, waits, { playhead, reported, waited: seconds(waited) });

  it('is the whole cycle before its beginning is reported', () => {
    expect(rest(0, -200, 0)).toBeCloseTo(cycle.length / 1000 + 6, 6);
  });

  it('contains what is left of the wait at the gate where the boots stand, and the waits after it', () => {
    expect(rest(0, 0, 1)).toBeCloseTo(cycle.length / 1000 + 2 + 3, 6);
    const at = wave?.at ?? 0;
    expect(rest(at, at, 3.5)).toBeCloseTo((cycle.length - at) / 1000 + 1.5 + 1, 6);
    expect(rest(at, at - 50, 3.5)).toBeCloseTo((cycle.length - at) / 1000 + 1.5 + 1, 6);
  });

  it('counts a gate that has waited for longer than forecast as about to open', () => {
    const at = crest?.at ?? 0;
    expect(rest(at, at, 60)).toBeCloseTo(10, 6);
    expect(rest(at + 51, at + 51, 60)).toBeCloseTo(10 - 0.051, 6);
    expect(rest(cycle.length + 5000, cycle.length, 60)).toBe(0);
  });
});
