/** Words of the settings of single zones, and of the control they are set with. */

import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import { capital, count } from './numbers.ts';

/** +5, −10, 0. */
const signed = (value: number): string =>
  value > 0 ? `+${count(value)}` : value < 0 ? `−${count(-value)}` : count(0);

export const stepper = {
  less: (name: string): string => `Less: ${name}`,
  more: (name: string): string => `More: ${name}`,
} as const;

export const zoneSettings = {
  title: 'Zones',
  changed: 'changed',
  intro:
    'More or less for one part of the leg. A wave stays firmer below than above, whatever is set here; the knee gets no more than the part below it.',
  alike: 'Both legs alike',
  reset: 'All as the program has it',
  trim: 'Pressure, mmHg',
  boost: 'Boost, mmHg',
  longer: 'Hold longer, s',
  /** What a stepper shows; its label has the unit. */
  signed,
  /** Heading of one zone; both legs, or one of them. */
  zone: (part: BodyPart, side: Side | null): string => capital(side === null ? part : `${side} ${part}`),
  on: (zone: string): string => `${zone}: squeezed`,
} as const;
