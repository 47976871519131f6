import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import { Plant } from '../../../../src/simulator/plant/plant.ts';

describe('a bag that was emptied completely', () => {
  it('fills again, even though the leg presses on it', () => {
    const plant = new Plant({ zonesPerLeg: 5, legs: 2, seed: 1 });
    // The vents are open from the start. Blood returns into the legs, which press the bags completely empty.
    plant.step(seconds(300));
    expect(plant.air(0)).toBeLessThan(0.001);
    for (let zone = 0; zone < plant.zones; zone++) plant.setValves(zone, true, false);
    plant.setPump(1);
    plant.step(seconds(100));
    for (let zone = 0; zone < plant.zones; zone++) expect(plant.pressure(zone)).toBeGreaterThan(10);
  });
});
