/** A pair's sides, legs of unlike sizes, and when each leg begins. */

import type { PairRig } from './rig.ts';

export const sides = ['left', 'right'] as const;
export const unlike = { left: 0.8, right: 1.25 } as const;

/** When each leg first had a target other than venting, ms. */
export async function started(rig: PairRig): Promise<Record<'left' | 'right', number>> {
  const first = { left: Number.NaN, right: Number.NaN };
  const observing = sides.map((side) =>
    rig.boots(side).observe(() => {
      if (Number.isNaN(first[side]) && rig.isSqueezing(side)) first[side] = rig.clock.now();
    }),
  );
  await rig.until(() => sides.every((side) => !Number.isNaN(first[side])), 60);
  for (const end of observing) end();
  return first;
}
