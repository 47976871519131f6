import { describe, expect, it } from 'vitest';
import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { startingSettings } from '../../../src/program/program.ts';
import { composeCycle } from '../../../src/timeline/cycle/compose.ts';
import { describeWave } from '../../../src/timeline/describe-wave.ts';
import { bootsOf } from '../program/boots.ts';

const boots = bootsOf(5, ['left']);
const waveOf = (
  targets: readonly (number | 'vent' | 'seal' | null)[],
  pressures: readonly (number | null)[],
) =>
  describeWave(
    targets as readonly (Target | null)[],
    pressures.map((p) => (p === null ? null : mmhg(p))),
    boots,
  );

describe('what the wave is doing', () => {
  it('is nothing while no target is known, and venting while all zones vent', () => {
    expect(waveOf([null, null, null, null, null], []).kind).toBe('nothing');
    expect(waveOf(['vent', 'vent', 'vent', 'vent', 'vent'], [30, 0, 0, 0, 0]).kind).toBe('venting');
  });

  it('is the prefill while all zones are brought to the same low pressure', () => {
    expect(waveOf([18, 18, 18, 18, 18], [3, 4, 4, 9, 2])).toEqual({
      kind: 'prefill',
      parts: [],
      holding: [],
    });
  });

  it('names the crest and the zones held behind it', () => {
    expect(waveOf([32, 32, 55, 18, 18], [33, 31, 22, 18, 18])).toEqual({
      kind: 'filling',
      parts: ['calf'],
      holding: ['foot', 'ankle'],
    });
    expect(waveOf([4, 32, 32, 55, 18], [5, 31, 33, 54, 18])).toEqual({
      kind: 'squeezing',
      parts: ['knee'],
      holding: ['ankle', 'calf'],
    });
    expect(waveOf([4, 4, 32, 32, 55], [4, 4, 32, 32, 55]).parts).toEqual(['thigh']);
  });

  it('keeps squeezing while a pulse drops and comes back', () => {
    expect(waveOf([32, 32, 41, 18, 18], [32, 32, 55, 18, 18]).kind).toBe('squeezing');
    expect(waveOf([32, 32, 55, 18, 18], [32, 32, 41, 18, 18]).kind).toBe('squeezing');
  });

  it('tells releasing from resting by the measured pressures', () => {
    expect(waveOf([4, 4, 4, 4, 4], [4, 4, 20, 30, 50]).kind).toBe('releasing');
    expect(waveOf([4, 4, 4, 4, 4], [4, 5, 4, 6, 9]).kind).toBe('resting');
  });

  it('takes the higher of two legs, and ignores a leg that is not measured', () => {
    const hub = bootsOf(3);
    const targets = [44, 18, 18, 44, 18, 18].map(mmhg);
    const none = [null, null, null];
    expect(describeWave(targets, [mmhg(20), null, null, ...none], hub).kind).toBe('filling');
    expect(describeWave(targets, [mmhg(20), null, null, mmhg(43), null, null], hub).kind).toBe('squeezing');
    expect(describeWave(targets, [...none, ...none], hub).kind).toBe('squeezing');
  });

  it('tells a light squeeze from waiting if it knows the prefill', () => {
    const light = [16, 16, 20, 15, 15].map(mmhg);
    expect(describeWave(light, light, boots, mmhg(15)).parts).toEqual(['calf']);
  });

  it('names every part of the leg during a cycle, from foot to hip', () => {
    for (const zones of [3, 5, 8]) {
      for (const intensity of [26, 30, 55, 80]) {
        const shape = bootsOf(zones);
        const settings = { ...startingSettings(postMarathon), intensity: mmhg(intensity), minutes: 30 };
        const cycle = composeCycle(settings, shape, defaultFillModel(shape), { index: 1 });
        const crests = cycle.keyframes.flatMap(
          ({ targets }) => describeWave(targets, [], shape, cycle.prefill).parts,
        );
        expect([...new Set(crests)]).toEqual(shape.parts);
      }
    }
  });
});
