import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import { bagsOf, defaultFillModel } from '../../../src/air/fill-model.ts';
import { predict } from '../../../src/air/predict.ts';
import { bootsOf } from '../program/boots.ts';

const boots = bootsOf(5, ['left']);

/**
 * How long a gate (a wait for the targets) waits, s, until one of five zones gets from `from` to `to` mmHg. A gate opens within 2 mmHg
 * of its target.
 */
function waited(zone: number, from: number, to: number, shape = boots, slowness = 1): number {
  const targets = shape.sides.flatMap(() => shape.parts.map((_, own) => mmhg(own === zone ? to : from)));
  const keyframe: Keyframe = {
    at: milliseconds(0),
    targets,
    ramp: mmhgPerSecond(60),
    gate: seconds(60),
    cycle: true,
    end: false,
  };
  return predict([keyframe], shape, { ...defaultFillModel(shape), slowness }, from).waits[0] ?? 0;
}

describe('predicted fills', () => {
  it('share the leg among the zones without losing any of it', () => {
    for (let zones = 3; zones <= 8; zones++) {
      const bags = bagsOf(zones);
      expect(bags.reduce((sum, { slack }) => sum + slack, 0)).toBeCloseTo(4.7, 9);
      expect(bags.reduce((sum, { stretch }) => sum + stretch, 0)).toBeCloseTo(1.22, 9);
    }
    const eighths = [0.375, 0.4, 0.438, 0.537, 0.588, 0.688, 0.8, 0.875];
    bagsOf(8).forEach(({ slack }, zone) => {
      expect(slack).toBeCloseTo(eighths[zone] ?? 0, 2);
    });
  });

  // `expected`: seconds from 3 to 80 mmHg for one leg on a pump of 12 L/min, as in the simulator's zone-checkpoints.test.ts.
  it.each([
    [0, 3.0],
    [2, 4.6],
    [4, 6.5],
  ])('take as long as the equations say (zone %i)', (zone, expected) => {
    expect(waited(zone, 3, 80)).toBeGreaterThan(expected * 0.85);
    expect(waited(zone, 3, 80)).toBeLessThan(expected * 1.1);
  });

  it('take longer for two legs on one pump', () => {
    const both = waited(2, 3, 80, bootsOf(5));
    expect(both / waited(2, 3, 80)).toBeGreaterThan(1.6);
    expect(both / waited(2, 3, 80)).toBeLessThan(2);
  });

  // `expected`: seconds from 80 to 10 mmHg, as in zone-checkpoints.test.ts. The target is 8, because its gate opens at 10.
  it.each([
    [0, 2.4],
    [2, 3.6],
    [4, 5.2],
  ])('empty for as long as the equations say (zone %i)', (zone, expected) => {
    const vents = waited(zone, 80, 8);
    expect(vents).toBeGreaterThan(expected * 0.85);
    expect(vents).toBeLessThan(expected * 1.15);
  });

  it('rise no faster than the ramp', () => {
    const keyframe: Keyframe = {
      at: milliseconds(0),
      targets: [mmhg(40), mmhg(4), mmhg(4), mmhg(4), mmhg(4)],
      ramp: mmhgPerSecond(4),
      gate: seconds(60),
      cycle: true,
      end: false,
    };
    const { waits } = predict([keyframe], boots, defaultFillModel(boots), 4);
    expect(waits[0]).toBeGreaterThan((38 - 4) / 4 - 0.2);
  });
});
