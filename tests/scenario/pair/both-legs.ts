/** Helpers for tests of pairs: the two sides, legs of unlike sizes, and the times at which the legs begin. */

import type { PairRig } from './rig.ts';

export const sides = ['left', 'right'] as const;
export const unlike = { left: 0.8, right: 1.25 } as const;
/** What the page says of these legs: the boot on the larger one takes so much more air that its zip may be open. */
export const looseOnLargerLeg = ['misfit'];

/** When each leg first has a target other than venting, ms of the rig's clock. */
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
