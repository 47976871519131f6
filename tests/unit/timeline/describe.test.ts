import { expect, describe as group, it } from 'vitest';
import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { asMeant } from '../../../src/program/program.ts';
import { composeCycle } from '../../../src/timeline/cycle/compose.ts';
import { describe } from '../../../src/timeline/describe.ts';
import { bootsOf } from '../program/boots.ts';

const boots = bootsOf(5, ['left']);
const told = (targets: readonly (number | 'vent' | 'seal' | null)[], pressures: readonly (number | null)[]) =>
  describe(
    targets as readonly (Target | null)[],
    pressures.map((p) => (p === null ? null : mmhg(p))),
    boots,
  );

group('what the wave is doing', () => {
  it('is nothing while nothing is known, venting while all vents', () => {
    expect(told([null, null, null, null, null], []).kind).toBe('nothing');
    expect(told(['vent', 'vent', 'vent', 'vent', 'vent'], [30, 0, 0, 0, 0]).kind).toBe('venting');
  });

  it('is the mould while all are brought to the same low pressure', () => {
    expect(told([18, 18, 18, 18, 18], [3, 4, 4, 9, 2])).toEqual({ kind: 'mould', parts: [], holding: [] });
  });

  it('names the crest and what is held behind it', () => {
    expect(told([32, 32, 55, 18, 18], [33, 31, 22, 18, 18])).toEqual({
      kind: 'filling',
      parts: ['calf'],
      holding: ['foot', 'ankle'],
    });
    expect(told([4, 32, 32, 55, 18], [5, 31, 33, 54, 18])).toEqual({
      kind: 'squeezing',
      parts: ['knee'],
      holding: ['ankle', 'calf'],
    });
    expect(told([4, 4, 32, 32, 55], [4, 4, 32, 32, 55]).parts).toEqual(['thigh']);
  });

  it('goes on squeezing while a pulse is let down and comes back', () => {
    expect(told([32, 32, 41, 18, 18], [32, 32, 55, 18, 18]).kind).toBe('squeezing');
    expect(told([32, 32, 55, 18, 18], [32, 32, 41, 18, 18]).kind).toBe('squeezing');
  });

  it('tells letting go from rest by what is measured', () => {
    expect(told([4, 4, 4, 4, 4], [4, 4, 20, 30, 50]).kind).toBe('releasing');
    expect(told([4, 4, 4, 4, 4], [4, 5, 4, 6, 9]).kind).toBe('resting');
  });

  it('takes the higher of two legs, and a leg that measures nothing for none', () => {
    const hub = bootsOf(3);
    const targets = [44, 18, 18, 44, 18, 18].map(mmhg);
    const none = [null, null, null];
    expect(describe(targets, [mmhg(20), null, null, ...none], hub).kind).toBe('filling');
    expect(describe(targets, [mmhg(20), null, null, mmhg(43), null, null], hub).kind).toBe('squeezing');
    expect(describe(targets, [...none, ...none], hub).kind).toBe('squeezing');
  });

  it('tells a light squeeze from waiting when it knows the mould', () => {
    const light = [16, 16, 20, 15, 15].map(mmhg);
    expect(describe(light, light, boots, mmhg(15)).parts).toEqual(['calf']);
  });

  it('names every part of the leg in turn over a cycle', () => {
    for (const zones of [3, 5, 8]) {
      for (const intensity of [26, 30, 55, 80]) {
        const shape = bootsOf(zones);
        const settings = { ...asMeant(postMarathon), intensity: mmhg(intensity), minutes: 30 };
        const cycle = composeCycle(settings, shape, defaultFillModel(shape), { index: 1 });
        const crests = cycle.keyframes.flatMap(
          ({ targets }) => describe(targets, [], shape, cycle.mould).parts,
        );
        expect([...new Set(crests)]).toEqual(shape.parts);
      }
    }
  });
});
