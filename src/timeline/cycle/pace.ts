/** A pace is how much of a pattern is played. If the air cannot follow, this file decides what gives way, and in which order. */

import type { Pattern } from '../../program/program.ts';
import type { Bounds } from './margins.ts';
import { fits, type Rehearsal } from './rehearsal.ts';

export interface Pace {
  readonly squeezes: number;
  /** Length of holds and squeezes, as a share of what the pattern asks for, 0 to 1. */
  readonly holdShare: number;
  /** Number of steps that stay held after the next ones have risen; Infinity = all of them, until the end. */
  readonly trailingHolds: number;
  /** Whether, with a single step held behind the wave, the step before it is released only once the crest has been reached. */
  readonly releasesLate: boolean;
  /** Length of the rest after the wave, s. */
  readonly rest: number;
  /** Number of breaths that a step takes, in a pattern whose steps are breaths. */
  readonly breaths: number;
  /** Predicted waits at the gates of each step, s; empty unless steps begin at set times that are not breaths. */
  readonly stepWaits: readonly (readonly number[])[];
}

/** Rehearses a pace on every air that it must fit: to its end, or until a zone has been squeezed for too long. */
export type Play = (pace: Pace, extent: 'whole' | 'untilTooLong') => Rehearsal;

/** When holds are made as long as fits, this much of `Bounds.timeAbove` stays unused, s. */
const HOLD_RESERVE = 0.3;
const HOLD_ATTEMPTS = 4;

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
 * The paces in the order in which a pattern gives way. First a pulse has fewer squeezes, then fewer steps are held behind the wave, and
 * last the step behind the held one is released early.
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

/** Tries the paces of `givingWay` in order; for one with a single squeeze, shorter holds too. Null if none keeps within bounds. */
export function fullestPace(meant: Pace, within: Bounds, play: Play): Pace | null {
  for (const pace of givingWay(meant)) {
    if (fits(play(pace, 'untilTooLong'), within)) return pace;
    if (pace.squeezes > 1) continue;
    const shortest = play({ ...pace, holdShare: 0 }, 'untilTooLong');
    if (fits(shortest, within)) return withLongestHolds(pace, shortest, within, play);
  }
  return null;
}

export const quickestPace = (meant: Pace): Pace => ({ ...(givingWay(meant).at(-1) ?? meant), holdShare: 0 });

/**
 * A pace with the longest holds found to fit. The time for which zones are squeezed grows about linearly with the holds, so the share
 * computed from that is tried first. If it does not fit, a few steps of bisection look for a smaller one.
 */
function withLongestHolds(pace: Pace, shortest: Rehearsal, within: Bounds, play: Play): Pace {
  const least = Math.max(...shortest.squeezed);
  const most = Math.max(...play(pace, 'whole').squeezed);
  const share =
    most > least
      ? Math.max(
          0,
          Math.min(1, (within.timeAbove - shortest.tighter - HOLD_RESERVE - least) / (most - least)),
        )
      : 1;
  let low = 0;
  let high = share;
  for (let round = 0, tried = share; round < HOLD_ATTEMPTS; round++, tried = (low + high) / 2) {
    if (fits(play({ ...pace, holdShare: tried }, 'whole'), within)) {
      low = tried;
      if (round === 0) break;
    } else high = tried;
  }
  return { ...pace, holdShare: low };
}
