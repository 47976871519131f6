/** Writes a session's trace as CSV: one row per sample (about one a second), with each zone's measured pressure and target, mmHg. */

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
 * The first column is the time since the first row, s, by the boots' clock. A cell is empty if the zone had no reading; a target may also
 * be `vent` or `seal`.
 * @param parts the body parts of a leg, from the foot up
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
