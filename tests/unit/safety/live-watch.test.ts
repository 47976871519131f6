import { describe, expect, it } from 'vitest';
import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { LiveWatch } from '../../../src/safety/live-watch.ts';

const allOn = (): boolean => true;

type At = (at: number) => number;
const target = (pressure: number): Target => (pressure > 0 ? mmhg(pressure) : 'vent');

/** Feeds the watch ten samples a second. @returns which limit was broken, and when; null if none was */
function watched(seconds: number, pressures: readonly At[], targets: readonly At[] = pressures, from = 0) {
  const watch = new LiveWatch(pressures.length, mmhg(80));
  for (let tick = 0; tick <= seconds * 10; tick++) {
    const at = tick / 10;
    const found = watch.feed(
      from + at,
      pressures.map((pressure) => pressure(at)),
      targets.map((each) => target(each(at))),
      allOn,
    );
    if (found) return { ...found, at };
  }
  return null;
}

const still: At = () => 0;
/** Rises at 40 mmHg/s to `peak`, holds, and falls at 40 mmHg/s, to be empty after `lasts` s. */
const squeeze =
  (peak: number, lasts: number): At =>
  (at) =>
    Math.max(0, Math.min(peak, 40 * at, 40 * (lasts - at)));
/** Adds a movement of the leg: a half-sine of 25 mmHg and 0.8 s, every 2.5 s. */
const moving =
  (inner: At): At =>
  (at) =>
    inner(at) + (at % 2.5 < 0.8 ? 25 * Math.sin((Math.PI * (at % 2.5)) / 0.8) : 0);

describe('the watch over measured pressures', () => {
  it('is content with a wave that keeps the limits, on a leg that moves', () => {
    const wave = squeeze(70, 50);
    expect(watched(60, [wave, wave, still])).toBeNull();
    expect(watched(60, [moving(wave), moving(wave), still], [wave, wave, still])).toBeNull();
  });

  it('finds a zone that stays more than 15 mmHg above what it was asked for, after the boots had time to bleed it', () => {
    const found = watched(20, [() => 60, still], [() => 40, still]);
    expect(found).toMatchObject({ limit: 'overPressure', zone: 0 });
    expect(found?.at).toBeGreaterThan(3);
    expect(found?.at).toBeLessThan(9);
    expect(watched(20, [() => 54, still], [() => 40, still])).toBeNull();
  });

  it('finds a vented zone that does not empty, and does not say that more was asked of it', () => {
    const kinked: At = (at) => Math.max(24, 60 - 2 * at);
    const found = watched(30, [kinked, still], [(at) => (at < 1 ? 60 : 0), still]);
    expect(found).toMatchObject({ limit: 'emptying', zone: 0 });
    expect(found?.at).toBeGreaterThan(12);
    expect(found?.at).toBeLessThan(15);
    expect(
      watched(30, [(at) => Math.max(0, 60 - 5 * at), still], [(at) => (at < 1 ? 60 : 0), still]),
    ).toBeNull();
  });

  it('finds a zone squeezed for more than a minute without a release', () => {
    const found = watched(80, [() => 40, still]);
    expect(found).toMatchObject({ limit: 'timeAbove30', zone: 0 });
    expect(found?.at).toBeGreaterThan(60);
    expect(found?.at).toBeLessThan(67);
    expect(watched(80, [() => 32, still])).toBeNull();
    const rests: At = (at) => (at % 60 < 50 ? 40 : 0);
    expect(watched(80, [rests, still])).toBeNull();
  });

  it('finds pressure that stands higher toward the hip', () => {
    const found = watched(40, [() => 10, () => 60, () => 60]);
    expect(found).toMatchObject({ limit: 'reverseGradient', zone: 1 });
    expect(found?.at).toBeLessThan(24);
    expect(
      watched(
        40,
        [() => 60, () => 60, () => 60].map((each) => (at: number) => Math.min(each(), 30 * at)),
      ),
    ).toBeNull();
  });

  it('finds a rise that no limb makes, and a target above what the session allows', () => {
    expect(watched(5, [(at) => Math.min(79, 75 * at), still])).toMatchObject({ limit: 'rise', zone: 0 });
    expect(watched(5, [still, still], [() => 85, still])).toMatchObject({ limit: 'target', zone: 0, at: 0 });
    expect(watched(5, [(at) => (at > 2 ? 140 : 20), still], [() => 20, still])).toMatchObject({
      limit: 'independent',
      zone: 0,
    });
  });

  it('accuses nobody across a gap in what is measured', () => {
    const watch = new LiveWatch(1, mmhg(80));
    for (let round = 0; round < 5; round++)
      for (let tick = 0; tick <= 300; tick++)
        expect(watch.feed(round * 60 + tick / 10, [40], [mmhg(40)], allOn)).toBeNull();
  });
});

describe('a zone that is switched off while the session runs', () => {
  const held = (isSwitchedOn: (zone: number) => boolean) => {
    const watch = new LiveWatch(3, mmhg(80));
    const all = [47, 47, 67].map(mmhg);
    watch.feed(0, [47, 47, 67], all, isSwitchedOn);
    const off = [mmhg(47), 'vent', mmhg(67)] as const;
    for (let tick = 1; tick < 300; tick++) {
      const found = watch.feed(tick / 10, [47, 0, 67], off, isSwitchedOn);
      if (found) return found.limit;
    }
    return null;
  };

  it('supports no other: the next zone toward the foot does', () => {
    expect(held((zone) => zone !== 1)).toBeNull();
    expect(held(allOn)).toBe('reverseGradient');
  });
});
