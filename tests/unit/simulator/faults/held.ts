import { Rig } from '../plant/rig.ts';

/** A rig with its calf sealed at 60 mmHg and its pump off. */
export function held(legs: 1 | 2 = 1): Rig {
  const rig = new Rig({}, legs);
  rig.fill([2], 60);
  rig.plant.setPump(0);
  rig.wait(0.1);
  return rig;
}
