/** French names of events, tools, muscles and days. */

import type { EventKind, Tool } from '../../../plan/plan-request.ts';
import type { Muscle } from '../../../plan/step.ts';
import type { CalendarDay } from '../../../plan/time/wall-clock.ts';
import type { Numbers } from '../../numbers-and-units.ts';

export const events: Readonly<Record<EventKind, string>> = {
  '10k': '10 km',
  half: 'Semi-marathon',
  marathon: 'Marathon',
  ultra: 'Ultra',
  trail: 'Trail',
  'hard-training': 'Entraînement dur',
  'cold-cramps': 'Crampes au froid',
  flight: 'Long vol',
  desk: 'Journée au bureau',
};

export const tools: Readonly<Record<Tool, string>> = {
  boots: 'des bottes de compression',
  roller: 'un rouleau ou un bâton de massage',
  plate: 'une plateforme vibrante',
  massager: 'un pistolet de massage ou une balle',
};

export const muscles: Readonly<Record<Muscle, string>> = {
  feet: 'pieds',
  ankles: 'chevilles',
  calves: 'mollets',
  hamstrings: 'ischio-jambiers',
  quadriceps: 'quadriceps',
  hips: 'hanches',
  glutes: 'fessiers',
};

export const dayTitle =
  (n: Numbers) =>
  (number: number, day: CalendarDay): string =>
    `Jour ${n.count(number)}, ${n.dates.day(day)}`;
