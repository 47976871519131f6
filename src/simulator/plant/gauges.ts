/** The two gauges of a zone. The firmware regulates by the first. The second checks the first, and watches for over-pressure. */

import { seededRandom } from '../random.ts';
import type { PlantParameters } from './parameters.ts';
import { Sensor } from './sensor.ts';

export interface Gauges {
  readonly sensor: Sensor;
  readonly second: Sensor;
}

/**
 * Returns a function that makes the gauges of the next zone. First and second gauges draw from separate random
 * numbers, so reading first gauges more often does not change what second gauges read. Second gauges have no noise, to
 * save computing time: noise matters neither at their limit of 130 mmHg nor for a difference of 10 mmHg.
 */
export function gaugeMaker(parameters: PlantParameters, seed: number): () => Gauges {
  const random = seededRandom(seed);
  const guardRandom = seededRandom(seed ^ 0x9a5e);
  const guard = { ...parameters, sensorNoise: 0 } as PlantParameters;
  return () => ({ sensor: new Sensor(parameters, random), second: new Sensor(guard, guardRandom) });
}
