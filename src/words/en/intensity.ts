/** The named stops of the intensity slider, 1 to 7, and how each feels. */

import { type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';
import { count, pressure } from './numbers.ts';

export interface Stop {
  readonly level: number;
  readonly pressure: Mmhg;
  readonly feels: string;
}

export const stops: readonly Stop[] = [
  { level: 1, pressure: mmhg(30), feels: 'very gentle' },
  { level: 2, pressure: mmhg(38), feels: 'gentle' },
  { level: 3, pressure: mmhg(46), feels: 'mild' },
  { level: 4, pressure: mmhg(54), feels: 'medium' },
  { level: 5, pressure: mmhg(62), feels: 'firm' },
  { level: 6, pressure: mmhg(70), feels: 'strong' },
  { level: 7, pressure: mmhg(80), feels: 'very strong' },
];

/** The stop nearest to a pressure; the lower of two as near. */
export function nearestStop(intensity: Mmhg): Stop {
  let nearest: Stop = { level: 1, pressure: mmhg(30), feels: 'very gentle' };
  for (const stop of stops) {
    if (Math.abs(stop.pressure - intensity) < Math.abs(nearest.pressure - intensity)) nearest = stop;
  }
  return nearest;
}

export const intensityAloud = (intensity: Mmhg): string =>
  `${pressure(intensity)} mmHg, ${nearestStop(intensity).feels}`;
export const minutesAloud = (minutes: number): string => `${count(minutes)} minutes`;
