/** Sessions on boots without a fault, on legs that may move. Whatever the boots report here is a false alarm. */

import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { begin, benchOf } from './cell.ts';
import { shapes } from './matrix.ts';

export interface HealthyRun {
  readonly name: string;
  readonly hours: number;
  readonly alarm: string | null;
}

/** Length of a session on its timeline, s; and how long it may take with all its waits, s. */
const SESSION_TIME = 600;
const LONGEST_RUN = 1800;

/** @param moves whether legs move: each second zone gets a push of 20 mmHg for 0.8 s, every 2.5 s */
export function playHealthy(seed: number, moves: boolean): HealthyRun {
  const shape = shapes[seed % shapes.length];
  if (!shape) throw new RangeError(`no shape for ${seed}`);
  const pattern = shape.patterns[Math.floor(seed / shapes.length) % shape.patterns.length] ?? 'hold';
  const bench = benchOf(shape, 10_000 + seed);
  const central = begin(bench, pattern, SESSION_TIME);
  for (let zone = seed % 2; moves && zone < bench.plant.zones; zone += 2) {
    bench.plant.inject({
      ...{ kind: 'movement', zone, height: mmhg(20) },
      ...{ lasting: seconds(0.8), every: seconds(2.5) },
    });
  }
  const took = bench.runUntil(() => central.ended, LONGEST_RUN + 1);
  const { fault, faultZone, warning, warningZone } = central.status;
  const alarms = [
    fault === 'none' ? [] : [`${fault} ${faultZone}`],
    warning === 'none' ? [] : [`warning ${warningZone}`],
  ];
  return {
    name: `${shape.name}, ${pattern}, seed ${seed}${moves ? ', moving' : ''}`,
    hours: took / 3600,
    alarm: alarms.flat().join(', ') || null,
  };
}
