/** What a cycle that was played teaches about the air. */

import { type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { FillModel } from '../safety/fill-model.ts';
import { learned } from '../safety/learned.ts';
import type { Cycle } from './compose.ts';
import { REST } from './margins.ts';

/** How a cycle was played. */
export interface Played {
  /** Waited at its gates in all, the first too. */
  readonly waited: Seconds;
  /**
   * Of a cycle whose slack had to be filled (the first of a session): how long of it was waited at its mould, which says more
   * of how empty the bags were than of the pump. Null: all gates count.
   */
  readonly mould: Seconds | null;
}

/** The model after a cycle that was played to its end without a change; one that tells nothing leaves it as it is. */
export function afterCycle(fills: FillModel, boots: BootsShape, cycle: Cycle, played: Played): FillModel {
  if (played.mould === null) {
    return learned(fills, boots, { keyframes: cycle.keyframes, from: cycle.before, waited: played.waited });
  }
  const [mould, ...wave] = cycle.keyframes;
  const from = (mould?.targets ?? []).map((target) => (typeof target === 'number' ? target : 0));
  return learned(fills, boots, { keyframes: wave, from, waited: seconds(played.waited - played.mould) });
}

/**
 * Where zones are taken to be that were filled once and have waited since without being squeezed, mmHg: a little below those that
 * were squeezed before they waited. Fitted to simulated boots of 3, 5 and 8 zones on small and large legs.
 */
const NEVER_SQUEEZED = 1.9;

/** The first cycle of a stretch of the leg in a session, as what it waited is to be understood. */
export const neverSqueezed = (cycle: Cycle): Cycle => ({
  ...cycle,
  before: cycle.before.map((pressure, target) =>
    (cycle.peaks[target] ?? 0) > REST ? Math.min(pressure, NEVER_SQUEEZED) : pressure,
  ),
});
