/** The air in a bag on a usual leg: what a measured fill is compared with. The figures are the estimates that sessions are planned with. */

import { type Bag, bagsOf } from '../../air/fill-model.ts';

/** Pressure of the room, mmHg. */
const ROOM = 760;
/** A bag is slack up to this pressure, mmHg, … */
export const SLACK_PRESSURE = 2;
/** … and its stiffness grows over this one, mmHg (pneumatics: p_r and p_c). */
const STRETCH_PRESSURE = 10;

export const usualBag = (zonesPerLeg: number, zone: number): Bag =>
  bagsOf(zonesPerLeg)[zone] ?? { slack: 1, stretch: 0.25 };

/** Volume of a taut bag, L. */
const volume = ({ slack, stretch }: Bag, pressure: number): number =>
  slack + stretch * Math.log(1 + Math.max(0, pressure - SLACK_PRESSURE) / STRETCH_PRESSURE);

const content = (bag: Bag, pressure: number): number => (volume(bag, pressure) * (ROOM + pressure)) / ROOM;

/** Air that raises a taut bag from one pressure to another, L at the pressure of the room. */
export const airForRise = (bag: Bag, from: number, to: number): number =>
  content(bag, to) - content(bag, from);

/** How much a taut bag's pressure changes with its air, mmHg/L. */
export function stiffness(bag: Bag, pressure: number): number {
  return 1 / (airForRise(bag, pressure, pressure + 1) || 1);
}
