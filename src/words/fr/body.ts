/** French for the parts of the body and for places on the boots. */

import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import type { Numbers } from '../numbers-and-units.ts';
import { capital } from './text.ts';

export const parts: Readonly<Record<BodyPart, string>> = {
  foot: 'pied',
  ankle: 'cheville',
  calf: 'mollet',
  'lower calf': 'bas du mollet',
  'upper calf': 'haut du mollet',
  knee: 'genou',
  thigh: 'cuisse',
  'lower thigh': 'bas de la cuisse',
  'mid thigh': 'milieu de la cuisse',
  'upper thigh': 'haut de la cuisse',
};

/** On one leg, and on both: "your foot", "your feet". */
const your: Readonly<Record<BodyPart, readonly [one: string, both: string]>> = {
  foot: ['votre pied', 'vos pieds'],
  ankle: ['votre cheville', 'vos chevilles'],
  calf: ['votre mollet', 'vos mollets'],
  'lower calf': ['le bas de votre mollet', 'le bas de vos mollets'],
  'upper calf': ['le haut de votre mollet', 'le haut de vos mollets'],
  knee: ['votre genou', 'vos genoux'],
  thigh: ['votre cuisse', 'vos cuisses'],
  'lower thigh': ['le bas de votre cuisse', 'le bas de vos cuisses'],
  'mid thigh': ['le milieu de votre cuisse', 'le milieu de vos cuisses'],
  'upper thigh': ['le haut de votre cuisse', 'le haut de vos cuisses'],
};

const isFeminine = (part: BodyPart): boolean => part === 'ankle' || part === 'thigh';

/** In the feminine, because "jambe" and "botte" are feminine. */
export const sides: Readonly<Record<Side, string>> = { left: 'gauche', right: 'droite' };

/** "droit" after a masculine noun; but "bas de la cuisse droite", because "cuisse" is feminine. */
const sideOf = (part: BodyPart, side: Side): string =>
  side === 'right' && !isFeminine(part) && !part.endsWith('thigh') ? 'droit' : sides[side];

export const partOn = (part: BodyPart, side: Side): string => `${parts[part]} ${sideOf(part, side)}`;

export const the = (part: BodyPart): string => `${isFeminine(part) ? 'la' : 'le'} ${parts[part]}`;

export const ofThe = (part: BodyPart): string => `${isFeminine(part) ? 'de la' : 'du'} ${parts[part]}`;

const toThe = (part: BodyPart): string => `${isFeminine(part) ? 'à la' : 'au'} ${parts[part]}`;

export function stretch(list: readonly BodyPart[]): string {
  const [first] = list;
  const last = list.at(-1);
  if (first === undefined || last === undefined) return 'rien';
  return first === last ? parts[first] : `${ofThe(first)} ${toThe(last)}`;
}

export function yours(n: Numbers, list: readonly BodyPart[], legs: readonly Side[]): string {
  const only = legs.length === 1 ? legs[0] : undefined;
  return n.list(list.map((part) => (only ? `${your[part][0]} ${sideOf(part, only)}` : your[part][1])));
}

export function place(side: Side | null, part: BodyPart | null): string {
  if (side && part) return `Botte ${sides[side]}, ${parts[part]}`;
  if (side) return `Botte ${sides[side]}`;
  if (part) return `${capital(parts[part])}, une des bottes`;
  return 'Les bottes';
}
