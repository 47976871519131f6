import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { highestAsked, PlanWatch } from '../../../src/safety/plan-watch.ts';
import { keyframe } from './keyframes.ts';

type At<T> = (at: number) => T;

/** Feeds the watch four samples a second of a leg with one zone. @returns what is found, and when */
function watched(
  lasts: number,
  pressure: At<number | null>,
  asked: At<number | null>,
  gap: At<boolean> = () => false,
) {
  const watch = new PlanWatch(1);
  for (let at = 0; at <= lasts; at += 0.25) {
    if (gap(at)) continue;
    const most = asked(at);
    const found = watch.feed(at, [pressure(at)], most === null ? null : [most]);
    if (found) return { ...found, at };
  }
  return null;
}

describe('the watch over what the script asks for', () => {
  it('finds a zone that stays at 80 mmHg although 30 is asked, and says both figures', () => {
    const found = watched(
      60,
      () => 80,
      (at) => (at < 20 ? 80 : 30),
    );
    expect(found).toMatchObject({ zone: 0, asked: 30, measured: 80 });
    expect(found?.at).toBeGreaterThan(29);
    expect(found?.at).toBeLessThan(31);
  });

  it('finds a zone that stays full although it is to be empty', () => {
    const found = watched(
      60,
      () => 24,
      (at) => (at < 20 ? 60 : 0),
    );
    expect(found).toMatchObject({ zone: 0, asked: 0, measured: 24 });
    expect(found?.at).toBeGreaterThan(34);
    expect(found?.at).toBeLessThan(38);
    expect(
      watched(
        60,
        () => 22,
        () => 0,
      ),
    ).toBeNull();
  });

  it('allows 15 mmHg more than is asked, and a moving leg', () => {
    expect(
      watched(
        60,
        () => 45,
        () => 30,
      ),
    ).toBeNull();
    expect(
      watched(
        60,
        (at) => (at % 3 < 1 ? 70 : 45),
        () => 30,
      ),
    ).toBeNull();
  });

  it('allows a zone the time to be bled, and to be vented', () => {
    expect(
      watched(
        60,
        (at) => (at < 27 ? 80 : 30),
        (at) => (at < 20 ? 80 : 30),
      ),
    ).toBeNull();
    expect(
      watched(
        60,
        (at) => (at < 32 ? 60 : 5),
        (at) => (at < 20 ? 60 : 0),
      ),
    ).toBeNull();
  });

  it('allows somebody to lean on a zone that has long been empty', () => {
    const leaned = (lasts: number) =>
      watched(
        100,
        (at) => (at >= 60 && at < 60 + lasts ? 30 : 5),
        () => 0,
      );
    expect(leaned(6)).toBeNull();
    expect(leaned(12)).toBeNull();
    expect(leaned(20)).toMatchObject({ zone: 0, asked: 0, measured: 30 });
  });

  it('does not count what was left from venting once a zone is filled again', () => {
    expect(
      watched(
        60,
        (at) => (at < 32 ? 50 : 20),
        (at) => (at < 20 ? 60 : at < 30 ? 0 : 20),
      ),
    ).toBeNull();
  });

  it('judges nothing while it is not known what is asked, and not at once after a gap', () => {
    expect(
      watched(
        60,
        () => 80,
        () => null,
      ),
    ).toBeNull();
    const found = watched(
      60,
      () => 80,
      () => 30,
      (at) => at > 2 && at < 30,
    );
    expect(found?.at).toBeGreaterThan(37);
    expect(found?.at).toBeLessThan(42);
  });

  it('is not led on by a reading that is missing', () => {
    expect(
      watched(
        60,
        (at) => (at > 20 && at < 22 ? null : at < 20 ? 80 : 30),
        (at) => (at < 15 ? 80 : 30),
      ),
    ).toBeNull();
  });
});

describe('the most that a script asks for', () => {
  const keyframes = [
    keyframe([50, 'vent', 20, 'vent'], { at: 0 }),
    keyframe(['seal', 40, 20, 'vent'], { at: 1000 }),
    keyframe(['vent', 40, 30, 'vent'], { at: 2000 }),
    keyframe(['vent', 'vent', 'vent', 'vent'], { at: 2000 }),
  ];
  const asked = (from: number, to: number, first = 0) =>
    highestAsked(keyframes, { from: milliseconds(from), to: milliseconds(to) }, first, 2);

  it('is that of the keyframes in force in the meantime', () => {
    expect(asked(0, 999)).toEqual([50, 0]);
    expect(asked(0, 1000)).toEqual([50, 40]);
    expect(asked(9000, 9999)).toEqual([0, 40]);
  });

  it('is that of the other leg too', () => {
    expect(asked(0, 0, 2)).toEqual([20, 0]);
    expect(asked(500, 2500, 2)).toEqual([30, 0]);
  });

  it('stays what it was for a zone that is sealed', () => {
    expect(asked(1500, 1900)).toEqual([50, 40]);
  });
});
