/** A zone's target as the firmware stores it: a single number, so that the control loop allocates nothing. */

import type { Target } from '../../../../firmware-protocol/keyframe.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';

/** Pressure to hold, 0 to 100 mmHg, or VENT or SEAL. */
export type Aim = number;
export const VENT: Aim = -1;
export const SEAL: Aim = -2;

export const aimOf = (target: Target): Aim => (target === 'vent' ? VENT : target === 'seal' ? SEAL : target);
export const targetOf = (aim: Aim): Target => (aim === VENT ? 'vent' : aim === SEAL ? 'seal' : mmhg(aim));
