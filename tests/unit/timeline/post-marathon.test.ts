/** The pattern "pulse with distal release" on boots with 3 to 8 zones, step by step. */

import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { startingSettings } from '../../../src/program/program.ts';
import { composeCycle } from '../../../src/timeline/cycle/compose.ts';
import { bootsOf } from '../program/boots.ts';

const legOf = (zones: number, intensity: number): readonly Keyframe[] => {
  const boots = bootsOf(zones);
  const settings = { ...startingSettings(postMarathon), intensity: mmhg(intensity), minutes: 30 };
  return composeCycle(settings, boots, defaultFillModel(boots), { index: 1 }).keyframes.map((keyframe) => ({
    ...keyframe,
    targets: keyframe.targets.slice(0, zones),
  }));
};

/** The targets of a leg, such as `35 60 18`, in their order. Leaves out targets that came before, such as a second squeeze of a step. */
const stepsOf = (keyframes: readonly Keyframe[]) => {
  const seen = new Set<string>();
  return keyframes.flatMap(({ targets }) => {
    const text = targets.join(' ');
    if (seen.has(text)) return [];
    seen.add(text);
    return [text];
  });
};

describe('pulse with distal release', () => {
  it('climbs five zones step by step as in its table', () => {
    expect(stepsOf(legOf(5, 60))).toEqual([
      '18 18 18 18 18',
      '48 18 18 18 18',
      '36 18 18 18 18',
      '35 60 18 18 18',
      '35 45 18 18 18',
      '35 35 60 18 18',
      '35 35 45 18 18',
      '4 35 35 60 18',
      '4 35 35 45 18',
      '4 4 35 35 60',
      '4 4 35 35 45',
      '4 4 4 4 25',
      '4 4 4 4 4',
    ]);
  });

  it('holds one zone behind the wave where there are three', () => {
    expect(stepsOf(legOf(3, 60))).toEqual([
      '18 18 18',
      '48 18 18',
      '36 18 18',
      '35 60 18',
      '35 45 18',
      // A single held zone would stand over an empty foot, so the foot is released once the thigh has its
      // pressure.
      '35 35 60',
      '4 35 45',
      '4 35 60',
      // Zones this large empty slowly, so the calf is released in two stages too.
      '4 25 25',
      '4 4 4',
    ]);
  });

  it('fills the distal zone of a pair before the proximal one, and pulses both', () => {
    const steps = stepsOf(legOf(6, 60));
    const alone = steps.indexOf('4 4 35 35 60 18');
    expect(alone).toBeGreaterThan(0);
    expect(steps.slice(alone + 1, alone + 3)).toEqual(['4 4 35 35 60 60', '4 4 35 35 45 45']);
  });

  it('releases a light squeeze in one stage', () => {
    expect(stepsOf(legOf(5, 45)).slice(-2)).toEqual(['4 4 26 26 34', '4 4 4 4 4']);
  });

  it('has a gate wherever pressure rises, and at the final release', () => {
    const keyframes = legOf(8, 55);
    keyframes.forEach(({ targets, gate }, index) => {
      const before = keyframes[index - 1]?.targets;
      const rises = targets.some((target, zone) => Number(target) > Number(before?.[zone] ?? 0));
      const last = index === keyframes.length - 1;
      expect(gate > 0, `keyframe ${index}`).toBe(rises || last);
    });
  });

  it('does not pulse where the pulse would not be felt', () => {
    expect(stepsOf(legOf(5, 15))).toEqual(['15 15 15 15 15', '4 15 15 15 15', '4 4 15 15 15', '4 4 4 4 4']);
  });

  it.each([3, 4, 5, 6, 7, 8])('keeps to 28 keyframes a cycle and 50 to 75 s with %i zones', (zones) => {
    const boots = bootsOf(zones);
    const settings = { ...startingSettings(postMarathon), intensity: postMarathon.peak, minutes: 30 };
    const cycle = composeCycle(settings, boots, defaultFillModel(boots), { index: 1 });
    expect(cycle.keyframes.length).toBeLessThanOrEqual(28);
    const wall = cycle.length / 1000 + cycle.expectedWaits;
    expect(wall).toBeGreaterThan(50);
    expect(wall).toBeLessThan(75);
  });

  it('has fewer keyframes on a weak pump, where it pulses less and holds fewer zones', () => {
    const strong = bootsOf(5, ['left', 'right'], 20);
    const weak = bootsOf(5, ['left', 'right'], 4);
    const settings = { ...startingSettings(postMarathon), intensity: mmhg(80), minutes: 30 };
    const count = (boots: typeof weak): number =>
      composeCycle(settings, boots, defaultFillModel(boots), { index: 1 }).keyframes.length;
    expect(count(weak)).toBeLessThan(count(strong));
  });
});
