/** Names of the places where a problem can be. */

import type { BodyPart, Side } from '../../../../firmware-protocol/zones.ts';
import type { Path } from '../../../program/document/problem.ts';
import type { Field, ProblemPlace, ZoneFigure } from '../../../program/problem.ts';
import type { ZoneOfLeg } from '../../../safety/problem.ts';

export const fields: Readonly<Record<Field, string>> = {
  intensity: 'intensity',
  minutes: 'minutes',
  name: 'name',
  purpose: 'purpose',
  peak: 'peak',
  setIntensity: 'set, intensity',
  setMinutes: 'set, minutes',
  patternName: 'pattern, name',
  prefill: 'first filling',
  onsetDelay: 'delay between onsets',
  steps: 'steps',
  ramp: 'ramp',
  hold: 'hold',
  pulseOn: 'pulse, time on',
  pulseOff: 'pulse, time off',
  pulseCount: 'pulse, count',
  pulseFloor: 'pulse, floor',
  trailingHolds: 'trailing holds',
  rest: 'rest',
  warmUpCycles: 'warm-up cycles',
};

const figures: Readonly<Record<ZoneFigure, string>> = {
  fraction: 'share of the peak',
  holdFraction: 'share held',
  trim: 'trim',
  boost: 'boost',
  boostHold: 'longer hold',
};

export const sectionName = (section: number): string => `section ${section}`;

export const zoneName = ({ side, part }: ZoneOfLeg): string => `${side ?? 'unknown'} ${part ?? 'zone'}`;

export const zoneOnSide = (side: Side, part: BodyPart): string => `${side} ${part}`;

export const partFigure = (part: string, figure: ZoneFigure): string => `${part}, ${figures[figure]}`;

export function placeName(place: ProblemPlace): string {
  switch (place.at) {
    case 'field':
      return fields[place.field];
    case 'part':
      return partFigure(place.part, place.figure);
    case 'zone':
      return `${place.kept ? 'set, ' : ''}${partFigure(zoneName(place), place.figure)}`;
    case 'sweeps':
      return `${sectionName(place.section)}, sweeps`;
  }
}

const entryOf = (list: string | number | undefined): string =>
  list === 'sections' ? 'section' : list === 'left' || list === 'right' ? 'zone' : 'number';

/** Counts from 1: "pattern, section 2, sweeps". */
export const pathName = (path: Path): string =>
  path
    .flatMap((key, index) => {
      if (typeof key === 'number') return `${entryOf(path[index - 1])} ${key + 1}`;
      return key === 'sections' && index < path.length - 1 ? [] : key;
    })
    .join(', ') || 'program';
