/** The air in a bag on a usual leg, with which a measured fill is compared. Sessions are planned with the same estimates (`bagsOf`). */

import { type Bag, bagsOf } from '../../air/fill-model.ts';

/** Air pressure of the room, mmHg. */
const ROOM_PRESSURE = 760;
/** A bag is slack up to this pressure, mmHg. */
export const SLACK_PRESSURE = 2;
/** In a taut bag, the volume grows with the logarithm of the pressure divided by this, mmHg. */
const STRETCH_PRESSURE = 10;

export const usualBag = (zonesPerLeg: number, zone: number): Bag =>
  bagsOf(zonesPerLeg)[zone] ?? { slack: 1, stretch: 0.25 };

/** Volume of a taut bag, L. @param pressure mmHg */
const volume = ({ slack, stretch }: Bag, pressure: number): number =>
  slack + stretch * Math.log(1 + Math.max(0, pressure - SLACK_PRESSURE) / STRETCH_PRESSURE);

/** Air in a taut bag, L at room pressure. @param pressure mmHg */
const content = (bag: Bag, pressure: number): number =>
  (volume(bag, pressure) * (ROOM_PRESSURE + pressure)) / ROOM_PRESSURE;

/** Air that raises a taut bag from one pressure to another (mmHg), L at room pressure. */
export const airForRise = (bag: Bag, from: number, to: number): number =>
  content(bag, to) - content(bag, from);

/** How much the pressure of a taut bag rises per litre of air, mmHg/L. */
export function stiffness(bag: Bag, pressure: number): number {
  return 1 / (airForRise(bag, pressure, pressure + 1) || 1);
}
