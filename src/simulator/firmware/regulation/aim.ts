/** An aim is a zone's target as the firmware stores it: a single number, so that the control loop allocates no memory. */

import type { Target } from '../../../../firmware-protocol/keyframe.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';

/** A pressure to hold, 0 to 100 mmHg; or VENT or SEAL, which are negative. */
export type Aim = number;
export const VENT: Aim = -1;
export const SEAL: Aim = -2;

export const aimOf = (target: Target): Aim => (target === 'vent' ? VENT : target === 'seal' ? SEAL : target);
const targetOf = (aim: Aim): Target => (aim === VENT ? 'vent' : aim === SEAL ? 'seal' : mmhg(aim));

/** Uses a loop, because `Array.from` is slower with a typed array. */
export function targetsOf(aims: Float64Array): Target[] {
  const targets: Target[] = [];
  for (let zone = 0; zone < aims.length; zone++) targets.push(targetOf(aims[zone] ?? VENT));
  return targets;
}
