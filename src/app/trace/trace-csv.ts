/** Writes the trace of a session as CSV: a row for each sample, with the measured pressure and the target of each zone in mmHg. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import type { TraceSource } from '../../ui/trace/trace-source.ts';

const column = (side: Side, part: BodyPart, kind: string): string =>
  `${side}_${part.replaceAll(' ', '_')}_${kind}`;

const tenths = (value: number | null | undefined): string =>
  typeof value === 'number' ? String(Math.round(value * 10) / 10) : '';

const targetCell = (target: Target | undefined): string =>
  typeof target === 'number' ? tenths(target) : (target ?? '');

/**
 * Times are seconds since the first row, by the boots' own clock. A cell is empty if the zone had no reading; a target may be `vent` or `seal`.
 * @param parts of a leg, foot first
 */
export function traceCsv(
  trace: Pick<TraceSource, 'whole'>,
  sides: readonly Side[],
  parts: readonly BodyPart[],
): string {
  const legs = sides.map((side) => trace.whole(side));
  const [first] = legs;
  const start = first?.[0]?.at ?? 0;
  const header = [
    'seconds',
    ...sides.flatMap((side) =>
      parts.flatMap((part) => [column(side, part, 'measured'), column(side, part, 'target')]),
    ),
  ];
  const rows = (first ?? []).map((sample, row) => [
    tenths(sample.at - start),
    ...legs.flatMap((leg) =>
      parts.flatMap((_, zone) => [tenths(leg[row]?.pressures[zone]), targetCell(leg[row]?.targets[zone])]),
    ),
  ]);
  return `${[header, ...rows].map((cells) => cells.join(',')).join('\n')}\n`;
}
