/** Words for the parts of the body and for where on the boots something is. */

import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import { capital, list } from './numbers.ts';

const many: Readonly<Record<BodyPart, string>> = {
  foot: 'feet',
  ankle: 'ankles',
  calf: 'calves',
  'lower calf': 'lower calves',
  'upper calf': 'upper calves',
  knee: 'knees',
  thigh: 'thighs',
  'lower thigh': 'lower thighs',
  'mid thigh': 'mid thighs',
  'upper thigh': 'upper thighs',
};

export const partName = (part: BodyPart): string => part;

/** "your calves", "your left calf": on two legs or on one. */
export function yours(parts: readonly BodyPart[], sides: readonly Side[]): string {
  const only = sides.length === 1 ? sides[0] : undefined;
  return `your ${list(parts.map((part) => (only ? `${only} ${part}` : many[part])))}`;
}

export const partsTogether = (parts: readonly BodyPart[]): string => list(parts);

/** "Left boot, calf", "Left boot", "Calf, one of the boots", "The boots": as much as is known. */
export function place(side: Side | null, part: BodyPart | null): string {
  if (side && part) return `${capital(side)} boot, ${part}`;
  if (side) return `${capital(side)} boot`;
  if (part) return `${capital(part)}, one of the boots`;
  return 'The boots';
}
