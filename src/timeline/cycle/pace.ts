/** What of a pattern gives way where the air cannot follow it, and in which order. */

import type { Pattern } from '../../program/program.ts';
import type { Room } from './margins.ts';
import { fits, type Rehearsal } from './rehearsal.ts';
import type { Pace } from './wave.ts';

/** Longest that any zone is squeezed in any leg, s. */
const squeezedIn = (rehearsal: Rehearsal): number => Math.max(...rehearsal.squeezed);

/** Spared of the limit of time when a hold is fitted into it, s. */
const SPARED = 0.3;
const HALVINGS = 4;

export function paceAsMeant(pattern: Pattern, rest: number): Pace {
  return {
    squeezes: pattern.pulse?.count ?? 1,
    holds: 1,
    trailingHolds: pattern.release === 'together' ? Number.POSITIVE_INFINITY : pattern.trailingHolds,
    letsGoLate: true,
    rest,
    breaths: 1,
    waits: [],
  };
}

/** Paces, each quicker than the one before; of each its holds may give way down to nothing. */
function pacesOf(meant: Pace): readonly Pace[] {
  const lessPulsing = Array.from({ length: meant.squeezes - 1 }, (_, fewer) => ({
    ...meant,
    squeezes: meant.squeezes - 1 - fewer,
  }));
  const once: Pace = { ...meant, squeezes: 1 };
  const held = [2, 1]
    .filter((most) => most < meant.trailingHolds)
    .map((trailingHolds) => ({ ...once, trailingHolds }));
  const least: Pace = { ...once, trailingHolds: Math.min(1, meant.trailingHolds), letsGoLate: false };
  return [meant, ...lessPulsing, ...held, least];
}

/** Share of its holds that a pace may keep by the time that zones are squeezed, which grows with them evenly. */
function mostHolds(full: Rehearsal, shortest: Rehearsal, room: Room): number {
  const [least, most] = [squeezedIn(shortest), squeezedIn(full)];
  return most > least ? Math.max(0, Math.min(1, (room.timeAbove - SPARED - least) / (most - least))) : 1;
}

/** A pace with as much of its holds as fits: that share, or what halving finds below it. */
function withHolds(pace: Pace, share: number, room: Room, play: (pace: Pace) => Rehearsal): Pace {
  let [low, high] = [0, share];
  for (let round = 0, holds = share; round < HALVINGS; round++, holds = (low + high) / 2) {
    if (!fits(play({ ...pace, holds }), room)) high = holds;
    else {
      low = holds;
      if (round === 0) break;
    }
  }
  return { ...pace, holds: low };
}

/**
 * The fullest pace that fits; null if none does.
 * @param play rehearses a pace, to the end or until it cannot fit
 */
export function fittingPace(
  meant: Pace,
  room: Room,
  play: (pace: Pace, toTheEnd: boolean) => Rehearsal,
): Pace | null {
  for (const pace of pacesOf(meant)) {
    if (fits(play(pace, false), room)) return pace;
    // Squeezes go before holds do.
    if (pace.squeezes > 1) continue;
    const shortest = play({ ...pace, holds: 0 }, false);
    if (!fits(shortest, room)) continue;
    const whole = (each: Pace): Rehearsal => play(each, true);
    return withHolds(pace, mostHolds(whole(pace), shortest, room), room, whole);
  }
  return null;
}

/** The quickest pace there is. */
export const quickest = (meant: Pace): Pace => ({ ...(pacesOf(meant).at(-1) ?? meant), holds: 0 });
