/** Names of events, tools and days. */

import type { EventKind, Tool } from '../../../plan/plan-request.ts';
import type { CalendarDay } from '../../../plan/time/wall-clock.ts';
import type { Numbers } from '../../numbers-and-units.ts';

export const events: Readonly<Record<EventKind, string>> = {
  '10k': '10 km',
  half: 'Half-marathon',
  marathon: 'Marathon',
  ultra: 'Ultra',
  trail: 'Trail race',
  'hard-training': 'Hard training day',
  'cold-cramps': 'Cramps in the cold',
  flight: 'Long flight',
  desk: 'Day at the desk',
};

export const tools: Readonly<Record<Tool, string>> = {
  boots: 'compression boots',
  roller: 'a foam roller or massage stick',
  plate: 'a vibration plate',
  massager: 'a massage gun or ball',
};

export const dayTitle =
  (n: Numbers) =>
  (number: number, day: CalendarDay): string =>
    `Day ${n.count(number)}, ${n.dates.day(day)}`;
