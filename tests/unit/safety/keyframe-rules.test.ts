import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../../../src/program/boots-shape.ts';
import { keyframeProblems, zoneOf } from '../../../src/safety/keyframe-rules.ts';
import { zoneName as nameOf } from '../../../src/words/en/problems/places.ts';
import { inWords } from '../in-words.ts';
import { bootsOf } from '../program/boots.ts';
import { keyframe } from './keyframes.ts';

/** Zones: foot, ankle, calf, knee, thigh. */
const boots = bootsOf(5);
const rest = [4, 4, 4, 4, 4] as const;
const vented = ['vent', 'vent', 'vent', 'vent', 'vent'] as const;

const against = (one: Keyframe, on: BootsShape = boots, highest = 80) =>
  inWords(keyframeProblems(one, 3, on, mmhg(highest)));
/** A keyframe with these targets for the left leg, while the right leg rests. */
const left = (...targets: readonly (number | 'vent' | 'seal')[]): Keyframe => keyframe([...targets, ...rest]);

describe('a single keyframe', () => {
  it('is accepted if nothing is unusual', () => {
    expect(against(left(40, 40, 40, 40, 40))).toEqual([]);
    expect(against(left('vent', 'seal', 'vent', 'seal', 0))).toEqual([]);
  });

  it.each([
    { requested: -0.5, taken: false },
    { requested: 0, taken: true },
    { requested: 79.5, taken: true },
    { requested: 80, taken: true },
    { requested: 80.5, taken: false },
    { requested: Number.NaN, taken: false },
    { requested: Number.POSITIVE_INFINITY, taken: false },
  ])('may have targets from 0 mmHg to the highest of the session: $requested', ({ requested, taken }) => {
    expect(against(left(requested, 4, 4, 4, 4)).length === 0).toBe(taken);
    expect(against(left(4, 4, 4, requested, 4)).length === 0).toBe(taken);
  });

  it.each([
    { part: 'the zone below the knee', targets: [4, 4, 100, 4, 4], taken: true },
    { part: 'the knee', targets: [4, 4, 4, 80, 4], taken: true },
    { part: 'the knee, more', targets: [4, 4, 4, 80.5, 4], taken: false },
    { part: 'the zone above the knee', targets: [4, 4, 4, 4, 100], taken: true },
    { part: 'any zone, more', targets: [4, 4, 4, 4, 100.5], taken: false },
  ])('may exceed 80 mmHg only in a session that goes higher, and never on the knee: $part', (case_) => {
    const both = keyframe([...rest, ...case_.targets]);
    expect(against(both, boots, 100).length === 0).toBe(case_.taken);
  });

  it('must keep to the highest target of the session on the knee too', () => {
    expect(against(left(4, 4, 4, 50, 4), boots, 50)).toEqual([]);
    expect(against(left(4, 4, 4, 50.5, 4), boots, 50)).toHaveLength(1);
  });

  it('is refused with leg, zone, keyframe, the most that is allowed, and what to do', () => {
    expect(against(keyframe([...rest, 4, 81, 4, 4, 4]))).toEqual([
      {
        place: 'keyframe 3, right ankle',
        reason: '81 mmHg is outside 0 to 80.',
        suggestion: 'Lower it.',
      },
    ]);
    expect(against(keyframe([...rest, 4, 4, 4, 95, 4]), boots, 100)).toEqual([
      {
        place: 'keyframe 3, right knee',
        reason: '95 mmHg is outside 0 to 80.',
        suggestion: 'Lower it.',
      },
    ]);
  });

  it('has no knee on boots of three zones', () => {
    const three = bootsOf(3, ['left']);
    expect(three.parts).not.toContain('knee');
    for (const targets of [
      [90, 4, 4],
      [4, 90, 4],
      [4, 4, 90],
    ])
      expect(against(keyframe(targets), three, 100)).toEqual([]);
  });

  it('must have a target for every zone', () => {
    expect(against(keyframe(rest))).toEqual([
      {
        place: 'keyframe 3',
        reason: 'It names 5 of 10 zones.',
        suggestion: 'Name every zone: a keyframe is never a change.',
      },
    ]);
    expect(against(keyframe([...rest, ...rest, 4]))).toHaveLength(1);
    expect(against(keyframe(rest), bootsOf(5, ['right']))).toEqual([]);
  });

  it.each([
    { ramp: 0, taken: false },
    { ramp: 0.25, taken: true },
    { ramp: 45, taken: true },
    { ramp: 45.25, taken: false },
    { ramp: -1, taken: false },
    { ramp: Number.NaN, taken: false },
  ])('may fill at up to 45 mmHg/s: $ramp', ({ ramp, taken }) => {
    expect(against(keyframe([...rest, ...rest], { ramp })).length === 0).toBe(taken);
    expect(against(keyframe([...vented, ...vented.slice(1), 4], { ramp })).length === 0).toBe(taken);
  });

  it('needs no ramp if it fills nothing, but may not have an absurd one', () => {
    expect(against(keyframe([...vented, ...vented], { ramp: 0 }))).toEqual([]);
    expect(against(keyframe([...vented, 'seal', 'seal', 'seal', 'seal', 'seal'], { ramp: 0 }))).toEqual([]);
    expect(against(keyframe([...vented, ...vented], { ramp: 46 }))).toHaveLength(1);
  });

  it('is refused for a missing ramp or for one that is too steep', () => {
    const reason = (ramp: number) => against(keyframe([...rest, ...rest], { ramp }))[0]?.reason;
    expect(against(keyframe([...rest, ...rest], { ramp: 50 }))[0]?.suggestion).toBe('Choose a slower ramp.');
    expect(reason(0)).toBe('It fills as fast as the boots can; 45 mmHg/s is the most.');
    expect(reason(50)).toBe('Its ramp is 50 mmHg/s; 45 is the most.');
  });

  it.each([
    { targets: [30.5, 4, 4, 4, 4], gate: 60, taken: true },
    { targets: [30.5, 4, 4, 4, 4], gate: 62.5, taken: false },
    { targets: [4, 4, 4, 4, 31], gate: 62.5, taken: false },
    { targets: [30, 30, 30, 30, 30], gate: 62.5, taken: true },
    { targets: [30, 30, 30, 30, 30], gate: 600, taken: true },
    { targets: [30, 30, 30, 30, 30], gate: 602.5, taken: false },
    { targets: ['vent', 'seal', 'seal', 'vent', 4] as const, gate: 600, taken: true },
    { targets: [4, 4, 4, 4, 4], gate: 0, taken: true },
    { targets: [4, 4, 4, 4, 4], gate: -2.5, taken: false },
    { targets: [4, 4, 4, 4, 4], gate: Number.NaN, taken: false },
  ])(
    'may wait 60 s at a gate while anything is above 30 mmHg, otherwise 600 s: $targets, $gate s',
    (case_) => {
      const found = against(keyframe([...case_.targets, ...rest], { gate: case_.gate }));
      expect(found.length === 0).toBe(case_.taken);
      expect(against(keyframe([...rest, ...case_.targets], { gate: case_.gate })).length === 0).toBe(
        case_.taken,
      );
    },
  );

  it('is refused with how long its gate may wait', () => {
    const reason = (requested: number, gate: number) =>
      against(keyframe([requested, 4, 4, 4, 4, ...rest], { gate }))[0]?.reason;
    expect(against(keyframe([...rest, ...rest], { gate: 605 }))[0]?.suggestion).toBe('Shorten the gate.');
    expect(reason(40, 65)).toBe('Its gate may wait 65 s; 60 s is the longest here.');
    expect(reason(20, 605)).toBe('Its gate may wait 605 s; 600 s is the longest here.');
  });
});

describe('boots that hold one zone at a time', () => {
  const flat: BootsShape = { ...boots, holdsTogether: false };

  it('allow one target for each leg at most', () => {
    expect(against(keyframe([...vented, ...vented]), flat)).toEqual([]);
    const one = ['vent', 'vent', 40, 'vent', 'vent'] as const;
    expect(against(keyframe([...one, ...one]), flat)).toEqual([]);
    expect(against(keyframe([...one, 'vent', 'vent', 40, 4, 'vent']), flat)).toEqual([
      {
        place: 'keyframe 3, right',
        reason: 'It asks several zones for pressure; these boots hold one at a time.',
        suggestion: 'Vent all but one zone of each leg.',
      },
    ]);
    expect(against(keyframe(['vent', 'seal', 40, 'vent', 'vent', ...one]), flat)).toHaveLength(1);
  });
});

describe('boots whose zones share valves in pairs', () => {
  const paired: BootsShape = { ...boots, sharedValves: true };
  const even = [40, 40, 30, 30, 20] as const;

  it('need equal targets for both zones of a pair; the last zone has a valve of its own', () => {
    expect(against(keyframe([...even, ...even]), paired)).toEqual([]);
    expect(against(keyframe([...even, 40, 30, 30, 30, 20]), paired)).toEqual([
      {
        place: 'keyframe 3, right ankle',
        reason: 'It shares a valve with the zone below it and is asked for something else.',
        suggestion: 'Ask both zones for the same.',
      },
    ]);
    expect(against(keyframe([40, 40, 30, 20, 20, ...even]), paired)[0]?.place).toBe('keyframe 3, left knee');
    expect(against(keyframe(['vent', 'seal', 30, 30, 20, ...even]), paired)).toHaveLength(1);
  });
});

describe('the zone of a target', () => {
  it('is named by leg and body part', () => {
    const zoneName = (on: typeof boots, target: number): string => nameOf(zoneOf(on, target));
    expect([0, 3, 4, 5, 9].map((zone) => zoneName(boots, zone))).toEqual([
      'left foot',
      'left knee',
      expect.stringMatching(/^left .*thigh$/),
      'right foot',
      expect.stringMatching(/^right .*thigh$/),
    ]);
    expect(zoneName(boots, 10)).toMatch(/^unknown /);
  });
});
