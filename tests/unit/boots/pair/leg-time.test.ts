import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import {
  alignedAt,
  delayed,
  earliestAt,
  type LegTime,
  playheadAt,
  scriptAt,
  spanOf,
  unshifted,
  waitsBefore,
  withoutDelays,
} from '../../../../src/boots/pair/leg-time.ts';

const ms = milliseconds;
const late: LegTime = delayed(unshifted, ms(20_000), ms(3000));

describe("a leg's own time", () => {
  it('equals script time until a cycle is delayed, and is later from there on', () => {
    expect(playheadAt(late, ms(19_990))).toBe(19_990);
    expect(playheadAt(late, ms(20_000))).toBe(23_000);
    expect(playheadAt(late, ms(50_000))).toBe(53_000);
  });

  it('stands just before the boundary while the leg waits there', () => {
    expect(scriptAt(late, ms(19_000))).toBe(19_000);
    expect(scriptAt(late, ms(21_000))).toBe(19_990);
    expect(scriptAt(late, ms(23_000))).toBe(20_000);
    expect(waitsBefore(late, ms(19_000))).toBe(null);
    expect(waitsBefore(late, ms(21_000))).toBe(20_000);
    expect(waitsBefore(late, ms(23_000))).toBe(null);
  });

  it('says where in the script the leg may be: by each time that it may have, from its last status on', () => {
    expect(spanOf([late], ms(19_000), ms(500))).toEqual({ from: 19_000, to: 19_500 });
    expect(spanOf([late], ms(19_000), ms(5000))).toEqual({ from: 19_000, to: 21_000 });
    expect(spanOf([late, unshifted], ms(21_000), ms(500))).toEqual({ from: 19_990, to: 21_500 });
  });

  it('can be delayed again, and a delay can be taken back', () => {
    const later = delayed(late, ms(20_000), ms(500));
    expect(playheadAt(later, ms(20_000))).toBe(23_500);
    expect(playheadAt(delayed(later, ms(20_000), ms(-2500)), ms(20_000))).toBe(21_000);
    expect(earliestAt(later, ms(20_000))).toBe(20_000);
    expect(earliestAt(delayed(later, ms(40_000), ms(100)), ms(40_000))).toBe(43_500);
  });

  it('maps the place where a leg paused to the place where the session resumes', () => {
    const on = alignedAt(late, ms(26_000), ms(24_180));
    expect(playheadAt(on, ms(26_000))).toBe(24_180);
    expect(scriptAt(on, ms(25_180))).toBe(27_000);
  });

  it('drops delays at boundaries that no longer exist', () => {
    expect(withoutDelays(late, ms(10_000), () => false)).toEqual(unshifted);
    expect(withoutDelays(late, ms(10_000), (at) => at === 20_000)).toEqual(late);
    expect(withoutDelays(late, ms(20_000), () => false)).toEqual(late);
  });

  const delays = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 20_000 })), {
    maxLength: 12,
  });
  const timeOf = (offs: readonly (readonly [number, number])[]): LegTime => {
    let at = 0;
    return offs.reduce<LegTime>((time, [cycle, off]) => {
      at += cycle * 100;
      return delayed(time, ms(at), ms(off));
    }, unshifted);
  };

  it("keeps the order of keyframes, on the wire's time steps", () => {
    fc.assert(
      fc.property(delays, fc.nat(100_000), fc.nat(5000), (offs, at, more) => {
        const time = timeOf(offs);
        const [one, other] = [playheadAt(time, ms(at)), playheadAt(time, ms(at + more))];
        expect(other).toBeGreaterThanOrEqual(one);
        expect(one % 10).toBe(0);
      }),
    );
  });

  it('converts back to script time', () => {
    fc.assert(
      fc.property(delays, fc.nat(10_000), (offs, tens) => {
        const time = timeOf(offs);
        const script = scriptAt(time, playheadAt(time, ms(tens * 10)));
        expect(Math.abs(script - tens * 10)).toBeLessThanOrEqual(10);
      }),
    );
  });
});
