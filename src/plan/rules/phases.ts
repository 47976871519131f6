/** The phases of a plan, each of one day or more. Day 0 is the day of the event. */

import type { EventKind, RecoveryEvent } from '../plan-request.ts';

export type Phase = 'first' | 'sore' | 'easy' | 'return';

export interface PhaseDays {
  readonly phase: Phase;
  /** First and last day, both included. */
  readonly from: number;
  readonly to: number;
}

const first: PhaseDays = { phase: 'first', from: 0, to: 0 };
const sore = (to: number): PhaseDays => ({ phase: 'sore', from: 1, to });

const long: readonly PhaseDays[] = [
  first,
  sore(3),
  { phase: 'easy', from: 4, to: 7 },
  { phase: 'return', from: 8, to: 14 },
];
const longest: readonly PhaseDays[] = [
  first,
  sore(3),
  { phase: 'easy', from: 4, to: 11 },
  { phase: 'return', from: 12, to: 18 },
];

const phases: Readonly<Record<EventKind, readonly PhaseDays[]>> = {
  '10k': [first, sore(2)],
  half: long,
  marathon: long,
  ultra: longest,
  trail: long,
  'hard-training': [first, sore(2)],
  'cold-cramps': [first, sore(2)],
  flight: [first, sore(1)],
  desk: [first],
};

/** Length of a marathon, rounded up to 0.1 km. */
const MARATHON_DISTANCE = 42.2;

/** A trail race can be as long as an ultramarathon. */
export const isUltra = ({ kind, distanceKm }: RecoveryEvent): boolean =>
  kind === 'ultra' || (kind === 'trail' && distanceKm !== null && distanceKm > MARATHON_DISTANCE);

export const phasesOf = (event: RecoveryEvent): readonly PhaseDays[] =>
  isUltra(event) ? longest : phases[event.kind];

export const lastDayOf = (event: RecoveryEvent): number => phasesOf(event).at(-1)?.to ?? 0;
