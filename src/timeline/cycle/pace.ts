/** Paces: how much of a pattern is played. Says what gives way where the air cannot follow, and in which order. */

import type { Pattern } from '../../program/program.ts';
import type { Bounds } from './margins.ts';
import { fits, type Rehearsal } from './rehearsal.ts';

/** The figures of a pattern that may give way when zones fill slowly, and the predicted waits that its steps need. */
export interface Pace {
  /** Squeezes of a pulse. */
  readonly squeezes: number;
  /** The share of its holds and squeezes that is left, 0 to 1. */
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
/** How many shares of the hold are tried. */
const ATTEMPTS = 4;

/** The pace that the pattern asks for, before anything gives way. */
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
 * The order in which a pattern gives way; each pace is quicker than the one before. First a pulse has fewer squeezes, then fewer steps
 * are held behind the wave, and last the step behind the wave is released early. Once a pulse has a single squeeze, holds are
 * shortened before the next of these gives way.
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
 * A pace with the longest holds that fit. The squeezed time grows linearly with the holds, so the share computed from that is tried
 * first; if it does not fit, bisection finds a smaller one.
 */
function withLongestHolds(pace: Pace, shortest: Rehearsal, within: Bounds, play: Play): Pace {
  const least = Math.max(...shortest.squeezed);
  const most = Math.max(...play(pace, 'whole').squeezed);
  const share =
    most > least
      ? Math.max(0, Math.min(1, (within.timeAbove - shortest.tighter - RESERVE - least) / (most - least)))
      : 1;
  let low = 0;
  let high = share;
  for (let round = 0, tried = share; round < ATTEMPTS; round++, tried = (low + high) / 2) {
    if (fits(play({ ...pace, holdShare: tried }, 'whole'), within)) {
      low = tried;
      if (round === 0) break;
    } else high = tried;
  }
  return { ...pace, holdShare: low };
}
