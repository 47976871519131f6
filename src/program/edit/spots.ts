/** Finds the field of the editor beside which a problem is shown: the field that has caused it. */

import type { ProgramProblem } from '../problem.ts';
import { type LegPart, legParts, type Program } from '../program.ts';
import { type FigureField, onsetOf, type TextField } from './edit.ts';

export type PartSpot = 'on' | 'peak' | 'held' | 'longer' | 'turn';

/** A field of the editor. `program`: the place for problems that no single field has caused. */
export type Spot =
  | TextField
  | FigureField
  | 'onset'
  | 'breathing'
  | 'pulses'
  | 'release'
  | 'legs'
  | 'turns'
  | 'zones'
  | 'program'
  | `${PartSpot}-of-${LegPart}`
  | `turn-${number}`;

export const ofPart = (spot: PartSpot, part: LegPart): Spot => `${spot}-of-${part}`;
export const ofTurn = (section: number): Spot => `turn-${section}`;

export function spotOf(problem: ProgramProblem): Spot {
  switch (problem.kind) {
    case 'figure':
      return spotOfPlace(problem.place);
    case 'textEmpty':
    case 'textTooLong':
    case 'textUnseen':
    case 'tooLongForPressure':
      return spotOfField(problem.field);
    case 'breathWithoutDelay':
    case 'breathPulses':
      return 'breathing';
    case 'breathPace':
      return 'onsetDelay';
    case 'releaseTogether':
    case 'nothingHeld':
      return 'release';
    case 'releaseOneStep':
      return 'steps';
    case 'heldTooMany':
      return 'trailingHolds';
    case 'sectionsTooMany':
      return 'turns';
    case 'sectionEmpty':
    case 'sectionUnknownPart':
    case 'sectionRepeats':
    case 'sectionOff':
    case 'partRestsBelow':
      return ofTurn(problem.section);
    case 'inNoSection':
      return ofPart('turn', problem.part);
    case 'setLayout':
    case 'setTooManyZones':
      return 'zones';
    case 'partTooLow':
    case 'partTooHigh':
    case 'kneeAboveDistal':
    case 'partsTooClose':
    case 'partTooWeak':
      return ofPart('peak', problem.part);
    case 'heldTooLow':
      return ofPart('held', problem.part);
    case 'partOffBelow':
      return ofPart('on', problem.part);
    case 'prefillTooHigh':
      return 'prefill';
    case 'floorTooLow':
      return 'pulseFloor';
    default:
      // No single field has caused the remaining problems: no part is on, or the boots, the settings or a text from outside are wrong.
      return 'program';
  }
}

function spotOfField(field: Extract<ProgramProblem, { readonly field: unknown }>['field']): Spot {
  switch (field) {
    case 'setIntensity':
    case 'intensity':
      return 'peak';
    case 'setMinutes':
      return 'minutes';
    default:
      return field;
  }
}

function spotOfPlace(place: Extract<ProgramProblem, { readonly kind: 'figure' }>['place']): Spot {
  switch (place.at) {
    case 'field':
      return spotOfField(place.field);
    case 'part':
      return ofPart(figureSpots[place.figure], place.part);
    case 'zone':
      return 'zones';
    case 'sweeps':
      return ofTurn(place.section);
  }
}

const figureSpots = {
  fraction: 'peak',
  holdFraction: 'held',
  trim: 'peak',
  boost: 'peak',
  boostHold: 'longer',
} as const;

export function spotsOf({ pattern, set }: Program): readonly Spot[] {
  return [
    'name',
    'purpose',
    'patternName',
    'peak',
    'minutes',
    'prefill',
    'onset',
    ...(onsetOf(pattern) === 'delayed' ? (['onsetDelay'] as const) : []),
    'breathing',
    'steps',
    'ramp',
    'hold',
    'pulses',
    ...(pattern.pulse === null ? [] : (['pulseOn', 'pulseOff', 'pulseCount', 'pulseFloor'] as const)),
    'trailingHolds',
    'release',
    'rest',
    'warmUpCycles',
    'legs',
    'turns',
    ...(set?.zones ? (['zones'] as const) : []),
    'program',
    ...legParts.flatMap((part) =>
      (['on', 'peak', 'held', 'longer', 'turn'] as const).map((spot) => ofPart(spot, part)),
    ),
    ...pattern.sections.map((_, index) => ofTurn(index + 1)),
  ];
}

export function bySpot<P extends ProgramProblem>(problems: readonly P[]): ReadonlyMap<Spot, readonly P[]> {
  const grouped = new Map<Spot, readonly P[]>();
  for (const problem of problems) {
    const spot = spotOf(problem);
    grouped.set(spot, [...(grouped.get(spot) ?? []), problem]);
  }
  return grouped;
}
