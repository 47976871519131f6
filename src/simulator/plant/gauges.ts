/** The two gauges of a zone: the one that regulates, and the second one that only watches over-pressure. */

import { seededRandom } from '../random.ts';
import type { PlantParameters } from './parameters.ts';
import { Sensor } from './sensor.ts';

export interface Gauges {
  readonly sensor: Sensor;
  readonly guard: Sensor;
}

/**
 * Makes the gauges of one zone after the other. Each kind draws from a stream of its own, so that reading one
 * more often changes nothing else. The second gauge has no noise: it would cost time, and at 130 mmHg it says nothing.
 */
export function gaugeMaker(parameters: PlantParameters, seed: number): () => Gauges {
  const random = seededRandom(seed);
  const guardRandom = seededRandom(seed ^ 0x9a5e);
  const guard = { ...parameters, sensorNoise: 0 } as PlantParameters;
  return () => ({ sensor: new Sensor(parameters, random), guard: new Sensor(guard, guardRandom) });
}
