/** Which stretch of the leg each zone covers, from the ankle (0) to the hip (1). The foot is below the ankle. */

import type { BodyPart } from '../../../firmware-protocol/zones.ts';

export interface Span {
  readonly from: number;
  readonly to: number;
}

const anatomy: Readonly<Record<Exclude<BodyPart, 'foot'>, Span>> = {
  ankle: { from: 0, to: 0.19 },
  calf: { from: 0.19, to: 0.45 },
  'lower calf': { from: 0.19, to: 0.32 },
  'upper calf': { from: 0.32, to: 0.45 },
  knee: { from: 0.45, to: 0.59 },
  thigh: { from: 0.59, to: 1 },
  'lower thigh': { from: 0.59, to: 0.8 },
  'mid thigh': { from: 0.66, to: 0.94 },
  'upper thigh': { from: 0.8, to: 1 },
};

/**
 * A span for each part except the foot, in the order of the parts, which is from the ankle up. The spans cover the leg from 0 to 1: two
 * neighbours share equally what lies between them or what they overlap.
 */
export function spansOf(parts: readonly BodyPart[]): readonly Span[] {
  const above = parts.filter((part) => part !== 'foot');
  return above.map((part, i) => {
    const before = above[i - 1];
    const after = above[i + 1];
    const from = before ? (anatomy[before].to + anatomy[part].from) / 2 : 0;
    const to = after ? (anatomy[part].to + anatomy[after].from) / 2 : 1;
    return { from, to: Math.max(from, to) };
  });
}
