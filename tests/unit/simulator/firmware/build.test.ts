/** Which keyframes boots can play depends on how their zones are built (PROTOCOL.md 3). */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Keyframe, Target } from '../../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../../firmware-protocol/quantities.ts';
import { type Build, valvesOf, withinLimits } from '../../../../src/simulator/firmware/build.ts';

const build = (changes: Partial<Build> = {}): Build => ({
  zones: 10,
  zonesPerLeg: 5,
  hub: true,
  holdsTogether: true,
  sharedValves: false,
  secondGauge: true,
  gaugeTap: 0,
  isKnee: () => false,
  ...changes,
});

const keyframe = (targets: readonly Target[]): Keyframe => ({
  at: milliseconds(0),
  targets,
  ramp: mmhgPerSecond(0),
  gate: seconds(0),
  cycle: false,
  end: false,
});

const plays = (targets: readonly (number | 'vent' | 'seal')[], changes: Partial<Build>): boolean =>
  withinLimits(keyframe(targets as readonly Target[]), 80, build(changes));

const anyTarget = fc.oneof(
  fc.constantFrom('vent' as const, 'seal' as const),
  fc.integer({ min: 0, max: 80 }).map((pressure) => mmhg(pressure)),
);
const anyTargets = fc.array(anyTarget, { minLength: 10, maxLength: 10 });

describe('boots that hold one zone of a leg at a time', () => {
  const oneAtATime = { holdsTogether: false };
  it.each([
    [true, 'nothing', ['vent', 'vent', 'vent', 'vent', 'vent', 'vent', 'vent', 'vent', 'vent', 'vent']],
    [true, 'one zone of each leg', [40, 'vent', 'vent', 'vent', 'vent', 'vent', 40, 'vent', 'vent', 'vent']],
    [false, 'two of one leg', [40, 20, 'vent', 'vent', 'vent', 'vent', 'vent', 'vent', 'vent', 'vent']],
    [
      false,
      'one held and one sealed',
      ['vent', 'vent', 'vent', 'vent', 'vent', 'seal', 40, 'vent', 'vent', 'vent'],
    ],
    [
      false,
      'one held and one at nothing',
      [40, 0, 'vent', 'vent', 'vent', 'vent', 'vent', 'vent', 'vent', 'vent'],
    ],
  ] as const)('%s: %s', (expected, _, targets) => {
    expect(plays(targets, oneAtATime)).toBe(expected);
    expect(plays(targets, {})).toBe(true);
  });

  it('play exactly those keyframes that vent all zones of a leg but one', () => {
    fc.assert(
      fc.property(anyTargets, (targets) => {
        const legs = [targets.slice(0, 5), targets.slice(5)];
        const most = Math.max(...legs.map((leg) => leg.filter((target) => target !== 'vent').length));
        expect(plays(targets, oneAtATime)).toBe(most <= 1);
      }),
    );
  });
});

describe('boots with zones in pairs', () => {
  it('need the same target for both zones of a pair; the last of five zones is alone, and no pair spans two legs', () => {
    expect(plays([40, 40, 30, 30, 7, 20, 20, 'seal', 'seal', 'vent'], { sharedValves: true })).toBe(true);
    expect(plays([40, 30, 30, 30, 7, 20, 20, 20, 20, 9], { sharedValves: true })).toBe(false);
    expect(plays([40, 40, 30, 30, 7, 20, 20, 'vent', 'seal', 9], { sharedValves: true })).toBe(false);
    expect(plays([40, 40, 30, 30, 7, 7, 20, 20, 20, 20], { sharedValves: true })).toBe(false);
  });

  it('have one valve for each pair', () => {
    expect(valvesOf(build({ sharedValves: true }))).toEqual([[0, 1], [2, 3], [4], [5, 6], [7, 8], [9]]);
    expect(
      valvesOf(build({ sharedValves: true, zones: 8, zonesPerLeg: 4 })).map((zones) => zones.length),
    ).toEqual([2, 2, 2, 2]);
    expect(valvesOf(build())).toEqual(Array.from({ length: 10 }, (_, zone) => [zone]));
  });
});
