import { describe, expect, it } from 'vitest';
import { Plant } from '../../../../src/simulator/plant/plant.ts';
import { Rig } from './rig.ts';

describe('a plant', () => {
  it('draws leg sizes with a variation of 12 %, the same for both legs of a person', () => {
    const sizes = Array.from({ length: 400 }, (_, seed) => {
      const plant = new Plant({
        zonesPerLeg: 5,
        legs: 2,
        seed,
        parameters: { residualAir: [1, 1], heat: false },
      });
      expect(plant.volume(0)).toBe(plant.volume(5));
      return plant.volume(0) / 0.6;
    });
    const logs = sizes.map(Math.log);
    const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    const spread = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length);
    expect(mean).toBeCloseTo(0, 1);
    expect(spread).toBeGreaterThan(0.1);
    expect(spread).toBeLessThan(0.14);
  });

  it('starts with up to 30 % of the slack volume in each bag', () => {
    const shares = Array.from({ length: 100 }, (_, seed) => {
      const plant = new Plant({ zonesPerLeg: 5, legs: 1, seed, parameters: { legSizeVariation: 0 } });
      return plant.volume(2) / 0.9;
    });
    expect(Math.min(...shares)).toBeLessThan(0.05);
    expect(Math.max(...shares)).toBeGreaterThan(0.25);
    expect(Math.max(...shares)).toBeLessThanOrEqual(0.3);
  });

  it('takes more than 1.2 times as long to fill on a leg of 1.25 times the size, and 1.1 times with a slackness of 1.3', () => {
    const median = new Rig().fill([2], 60);
    expect(new Rig({ legSize: 1.25 }).fill([2], 60) / median).toBeGreaterThan(1.2);
    expect(new Rig({ slackness: 1.3 }).fill([2], 60) / median).toBeGreaterThan(1.1);
  });
});
