/** Turns a trace into the columns that uPlot draws: times, then measured pressures, then targets. */

import type { Trace } from '../../../../journal/trace/trace.ts';

export type Column = readonly (number | null)[];

/** In mmHg: 0 for a vented zone; null for a sealed zone, which has no target, and if the target is not known. */
const targetPressure = (target: Trace['zones'][number]['targets'][number]): number | null => {
  if (target === 'vent') return 0;
  return typeof target === 'number' ? target : null;
};

/** Times are in s, pressures in mmHg. */
export function columnsOfTrace({ period, zones }: Trace): readonly Column[] {
  const count = zones[0]?.measured.length ?? 0;
  return [
    Array.from({ length: count }, (_, at) => (at * period) / 1000),
    ...zones.map(({ measured }) => measured),
    ...zones.map((zone) => zone.targets.map(targetPressure)),
  ];
}
