/** English for the parts of the body and for places on the boots. */

import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import type { Numbers } from '../numbers-and-units.ts';
import { capital } from './text.ts';

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

export const parts: Readonly<Record<BodyPart, string>> = {
  foot: 'foot',
  ankle: 'ankle',
  calf: 'calf',
  'lower calf': 'lower calf',
  'upper calf': 'upper calf',
  knee: 'knee',
  thigh: 'thigh',
  'lower thigh': 'lower thigh',
  'mid thigh': 'mid thigh',
  'upper thigh': 'upper thigh',
};

export const sides: Readonly<Record<Side, string>> = { left: 'left', right: 'right' };

export const partName = (part: BodyPart): string => part;

export function stretch(list: readonly BodyPart[]): string {
  const [first] = list;
  const last = list.at(-1);
  if (first === undefined || last === undefined) return 'nothing';
  return first === last ? partName(first) : `${partName(first)} to ${partName(last)}`;
}

export function yours(n: Numbers, parts: readonly BodyPart[], sides: readonly Side[]): string {
  const only = sides.length === 1 ? sides[0] : undefined;
  return `your ${n.list(parts.map((part) => (only ? `${only} ${part}` : many[part])))}`;
}

export function place(side: Side | null, part: BodyPart | null): string {
  if (side && part) return `${capital(side)} boot, ${part}`;
  if (side) return `${capital(side)} boot`;
  if (part) return `${capital(part)}, one of the boots`;
  return 'The boots';
}
