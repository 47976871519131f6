import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { onLegs } from '../../../src/timeline/legs.ts';

const beats = [{ targets: [mmhg(50), 'vent' as const], gated: true, lasts: 1 }];
const targets = (...[legs, sides]: [Parameters<typeof onLegs>[1], Parameters<typeof onLegs>[2]]) =>
  onLegs(beats, legs, sides).map((beat) => beat.targets);

describe('a cycle on the legs', () => {
  it('squeezes both alike', () => {
    expect(targets('together', ['left', 'right'])).toEqual([[50, 'vent', 50, 'vent']]);
  });

  it('squeezes one after the other, the other kept at rest', () => {
    expect(targets('alternate', ['left', 'right'])).toEqual([
      [50, 'vent', 4, 'vent'],
      [4, 'vent', 50, 'vent'],
    ]);
    expect(targets('alternate', ['left'])).toEqual([[50, 'vent']]);
  });

  it('leaves the other leg vented when one is chosen', () => {
    expect(targets('right', ['left', 'right'])).toEqual([['vent', 'vent', 50, 'vent']]);
  });
});
