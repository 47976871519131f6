/**
 * The two gauges of a zone: one by which the firmware regulates, and a second one that only watches: for over-pressure,
 * and for a difference between the two.
 */

import { seededRandom } from '../random.ts';
import type { PlantParameters } from './parameters.ts';
import { Sensor } from './sensor.ts';

export interface Gauges {
  readonly sensor: Sensor;
  readonly second: Sensor;
}

/**
 * Returns a function that makes the gauges of the next zone. Each kind of gauge has its own random numbers, so that
 * reading one kind more often does not change the other. The second gauge has no noise: noise would cost computing
 * time, and it matters neither at 130 mmHg nor for a difference of 10 mmHg.
 */
export function gaugeMaker(parameters: PlantParameters, seed: number): () => Gauges {
  const random = seededRandom(seed);
  const guardRandom = seededRandom(seed ^ 0x9a5e);
  const guard = { ...parameters, sensorNoise: 0 } as PlantParameters;
  return () => ({ sensor: new Sensor(parameters, random), second: new Sensor(guard, guardRandom) });
}
