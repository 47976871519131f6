/** The two gauges of a zone: the sensor that regulates it, and a second one that only watches for over-pressure. */

import { seededRandom } from '../random.ts';
import type { PlantParameters } from './parameters.ts';
import { Sensor } from './sensor.ts';

export interface Gauges {
  readonly sensor: Sensor;
  readonly second: Sensor;
}

/**
 * Returns a function that makes the gauges of the next zone. Each kind of gauge has its own random numbers, so that
 * reading one more often changes nothing else. The second gauge has no noise: it would cost computing time, and it does
 * not matter at 130 mmHg.
 */
export function gaugeMaker(parameters: PlantParameters, seed: number): () => Gauges {
  const random = seededRandom(seed);
  const guardRandom = seededRandom(seed ^ 0x9a5e);
  const guard = { ...parameters, sensorNoise: 0 } as PlantParameters;
  return () => ({ sensor: new Sensor(parameters, random), second: new Sensor(guard, guardRandom) });
}
