/** Turns a trace into the columns that uPlot draws: time, what was measured in each zone, what each was set to. Pure. */

import type { Trace } from '../../../../journal/trace/trace.ts';

export type Column = readonly (number | null)[];

/** A sealed zone has no target of its own, and an open one nothing to reach. */
const asked = (target: Trace['zones'][number]['asked'][number]): number | null => {
  if (target === 'vent') return 0;
  return typeof target === 'number' ? target : null;
};

/** Times in s. */
export function columnsOfTrace({ period, zones }: Trace): readonly Column[] {
  const count = zones[0]?.measured.length ?? 0;
  return [
    Array.from({ length: count }, (_, at) => (at * period) / 1000),
    ...zones.map(({ measured }) => measured),
    ...zones.map((zone) => zone.asked.map(asked)),
  ];
}
