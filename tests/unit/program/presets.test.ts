import { describe, expect, it } from 'vitest';
import { type BodyPart, bodyPartCodes } from '../../../firmware-protocol/zones.ts';
import { plainPrograms } from '../../../src/program/patterns.ts';
import { findProgram, programs } from '../../../src/program/presets.ts';
import { shapeOfZone } from '../../../src/program/zones.ts';

describe('presets', () => {
  it('are found by their ids, and by nothing else', () => {
    expect(programs).toHaveLength(12);
    expect(plainPrograms).toHaveLength(10);
    const all = [...programs, ...plainPrograms];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const program of all) expect(findProgram(program.id)).toBe(program);
    expect(findProgram('toString')).toBeUndefined();
  });

  it('promise nothing that boots cannot do', () => {
    for (const { purpose, name } of programs) {
      expect(`${name} ${purpose}`).not.toMatch(/faster|treat|drain|lymph|dvt|cure|heal|medical/i);
    }
  });

  it('give every zone of every layout a share of the intensity', () => {
    const zones = Object.keys(bodyPartCodes) as BodyPart[];
    for (const program of programs) {
      for (const zone of zones) {
        const { fraction, enabled } = shapeOfZone(program, zone);
        expect(enabled).toBe(true);
        expect(fraction).toBeGreaterThanOrEqual(0.6);
        expect(fraction).toBeLessThanOrEqual(1);
      }
    }
  });

  it('switch a zone off only when all of the leg under it is off', () => {
    const [program] = programs;
    if (program === undefined) throw new Error('no programs');
    const off = { ...program.shape['lower thigh'], enabled: false };
    const half = { ...program, shape: { ...program.shape, 'lower thigh': off } };
    expect(shapeOfZone(half, 'thigh').enabled).toBe(true);
    expect(shapeOfZone(half, 'lower thigh').enabled).toBe(false);
    const none = { ...half, shape: { ...half.shape, 'upper thigh': off } };
    expect(shapeOfZone(none, 'thigh').enabled).toBe(false);
  });
});
