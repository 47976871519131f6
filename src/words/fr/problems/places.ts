/** Names of the places where a problem can be. */

import type { Path } from '../../../program/document/problem.ts';
import type { Field, ProblemPlace, ZoneFigure } from '../../../program/problem.ts';
import type { LegPart } from '../../../program/program.ts';
import type { ZoneOfLeg } from '../../../safety/problem.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { partOn, parts, sides } from '../body.ts';

export const fields: Readonly<Record<Field, string>> = {
  intensity: 'intensité',
  minutes: 'durée',
  name: 'nom',
  purpose: 'but',
  peak: 'pic',
  setIntensity: 'réglage, intensité',
  setMinutes: 'réglage, durée',
  patternName: 'motif, nom',
  prefill: 'premier remplissage',
  onsetDelay: 'délai entre les débuts',
  steps: 'pas',
  ramp: 'rampe',
  hold: 'maintien',
  pulseOn: 'pulsation, temps plein',
  pulseOff: 'pulsation, temps de repos',
  pulseCount: 'pulsation, nombre',
  pulseFloor: 'pulsation, plancher',
  trailingHolds: 'maintiens derrière la vague',
  rest: 'repos',
  warmUpCycles: 'cycles d’échauffement',
};

const figures: Readonly<Record<ZoneFigure, string>> = {
  fraction: 'part du pic',
  holdFraction: 'part maintenue',
  trim: 'ajustement',
  boost: 'renfort',
  boostHold: 'maintien plus long',
};

export const sectionName = (section: number): string => `section ${section}`;

export function zoneName({ side, part }: ZoneOfLeg): string {
  if (side && part) return partOn(part, side);
  if (part) return parts[part];
  return side ? `zone, jambe ${sides[side]}` : 'zone inconnue';
}

const named: ReadonlySet<string> = new Set(Object.keys(parts));
const isPart = (part: string): part is LegPart => named.has(part);

/** A text that is not the name of a part stays as it is. */
export const partName = (part: string): string => (isPart(part) ? parts[part] : part);

export const partList = (n: Numbers, list: readonly string[]): string => n.list(list.map(partName));

export const partFigure = (part: string, figure: ZoneFigure): string =>
  `${partName(part)}, ${figures[figure]}`;

export function placeName(place: ProblemPlace): string {
  switch (place.at) {
    case 'field':
      return fields[place.field];
    case 'part':
      return partFigure(place.part, place.figure);
    case 'zone':
      return `${place.kept ? 'réglage, ' : ''}${zoneName(place)}, ${figures[place.figure]}`;
    case 'sweeps':
      return `${sectionName(place.section)}, passages`;
  }
}

const entryOf = (list: string | number | undefined): string =>
  list === 'sections' ? 'section' : list === 'left' || list === 'right' ? 'zone' : 'numéro';

/** Counts from 1: "pattern, section 2, sweeps". */
export const pathName = (path: Path): string =>
  path
    .flatMap((key, index) => {
      if (typeof key === 'number') return `${entryOf(path[index - 1])} ${key + 1}`;
      return key === 'sections' && index < path.length - 1 ? [] : key;
    })
    .join(', ') || 'programme';
