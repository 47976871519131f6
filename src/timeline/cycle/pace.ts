/** Paces: how fully a pattern is played. What gives way where the air cannot follow, and in which order. */

import type { Pattern } from '../../program/program.ts';
import type { Bounds } from './margins.ts';
import { fits, type Rehearsal } from './rehearsal.ts';

/** What of a pattern may give way when zones fill slowly, and what must be known for that. */
export interface Pace {
  /** Squeezes of a pulse. */
  readonly squeezes: number;
  /** Share of its holds and squeezes that is kept, 0 to 1. */
  readonly holdShare: number;
  /** Steps held behind the wave; Infinity = all of them, until the end. */
  readonly trailingHolds: number;
  /** Where a single step is held, the one behind it is released only when the crest has been reached. */
  readonly releasesLate: boolean;
  /** s */
  readonly rest: number;
  /** Breaths that a step takes, where a step is a breath. */
  readonly breaths: number;
  /** Predicted waits at the gates of each step, s; empty unless steps begin at set times. */
  readonly stepWaits: readonly (readonly number[])[];
}

/** Rehearses a pace on every air that it must fit: to the end, or until it certainly does not fit. */
export type Play = (pace: Pace, extent: 'whole' | 'untilTooLong') => Rehearsal;

/** Part of the time limit that stays unused when a hold is fitted into it, s. */
const RESERVE = 0.3;
const HALVINGS = 4;

export const paceAsMeant = ({ pulse, release, trailingHolds }: Pattern, rest: number): Pace => ({
  squeezes: pulse?.count ?? 1,
  holdShare: 1,
  trailingHolds: release === 'together' ? Number.POSITIVE_INFINITY : trailingHolds,
  releasesLate: true,
  rest,
  breaths: 1,
  stepWaits: [],
});

/**
 * The order in which a pattern gives way, each pace quicker than the one before: fewer squeezes in a pulse, then fewer steps held
 * behind the wave, at last the step behind it released early. From one squeeze on, holds give way before the next of these does.
 */
function givingWay(meant: Pace): readonly Pace[] {
  const fewerSqueezes = Array.from({ length: meant.squeezes - 1 }, (_, fewer) => ({
    ...meant,
    squeezes: meant.squeezes - 1 - fewer,
  }));
  const once: Pace = { ...meant, squeezes: 1 };
  const fewerHeld = [2, 1]
    .filter((most) => most < meant.trailingHolds)
    .map((trailingHolds) => ({ ...once, trailingHolds }));
  const releasedEarly: Pace = {
    ...once,
    trailingHolds: Math.min(1, meant.trailingHolds),
    releasesLate: false,
  };
  return [meant, ...fewerSqueezes, ...fewerHeld, releasedEarly];
}

/** The fullest pace that keeps within bounds; null if none does. */
export function fullestPace(meant: Pace, within: Bounds, play: Play): Pace | null {
  for (const pace of givingWay(meant)) {
    if (fits(play(pace, 'untilTooLong'), within)) return pace;
    if (pace.squeezes > 1) continue;
    const shortest = play({ ...pace, holdShare: 0 }, 'untilTooLong');
    if (fits(shortest, within)) return withLongestHolds(pace, shortest, within, play);
  }
  return null;
}

/** The quickest pace of a pattern. */
export const quickestPace = (meant: Pace): Pace => ({ ...(givingWay(meant).at(-1) ?? meant), holdShare: 0 });

/**
 * A pace with the longest holds that fit. The time squeezed grows evenly with them: the share that follows from this is tried first,
 * and halved toward what fits if it does not.
 */
function withLongestHolds(pace: Pace, shortest: Rehearsal, within: Bounds, play: Play): Pace {
  const least = Math.max(...shortest.squeezed);
  const most = Math.max(...play(pace, 'whole').squeezed);
  const share =
    most > least ? Math.max(0, Math.min(1, (within.timeAbove - RESERVE - least) / (most - least))) : 1;
  let low = 0;
  let high = share;
  for (let round = 0, tried = share; round < HALVINGS; round++, tried = (low + high) / 2) {
    if (fits(play({ ...pace, holdShare: tried }, 'whole'), within)) {
      low = tried;
      if (round === 0) break;
    } else high = tried;
  }
  return { ...pace, holdShare: low };
}
