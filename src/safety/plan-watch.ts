/**
 * The page's own guard against boots that do not play what was planned: checks the measured pressures of one leg against what the script
 * asks for. Its times are engineering choices (DECISIONS.md 54).
 */

import type { Keyframe, Target } from '../../firmware-protocol/keyframe.ts';
import { limits, rules } from '../../firmware-protocol/limits.ts';
import { type Milliseconds, type Mmhg, mmhg } from '../../firmware-protocol/quantities.ts';
import { GAUGE_ERROR, GRACE_TIME, LONGEST_GAP } from './live-watch.ts';
import { SlidingWindow } from './sliding-window.ts';

/** By how much a zone may exceed what was asked, mmHg (limit 13). */
const TOLERANCE = limits.overPressure.byDefault;
/** How old a status or a measurement may be when it arrives, s. */
const DELAY = 2;
/** How long a zone that is to be empty may stay full, s: one that is vented then, and one on which somebody leans. */
const LONGEST_FULL = limits.emptying.hard + GRACE_TIME.emptying + DELAY;
/** How long the highest pressure that was asked counts, s: in a zone that is still to hold air, and in one that is to be empty. */
const COUNTS_FOR = { held: rules.overPressureWindow + DELAY, vented: LONGEST_FULL } as const;
/** How long a zone may stay above what was asked, s. */
const LONGEST_EXCESS = rules.overPressureBleed + GRACE_TIME.over;

export interface Excess {
  /** 0 at the foot. */
  readonly zone: number;
  /** The most that the script asks of the zone; 0 = the zone is to be empty. */
  readonly asked: Mmhg;
  readonly measured: Mmhg;
}

interface ZoneAsked {
  readonly held: SlidingWindow;
  readonly vented: SlidingWindow;
  excessFor: number;
  /** Since when the zone has been full although it was to be empty, s; null = it is not. */
  fullSince: number | null;
}

export class PlanWatch {
  readonly #zones: readonly ZoneAsked[];
  #lastAt: number | null = null;

  /** @param zones number of zones of the leg */
  constructor(readonly zones: number) {
    this.#zones = Array.from({ length: zones }, () => ({
      held: new SlidingWindow(COUNTS_FOR.held),
      vented: new SlidingWindow(COUNTS_FOR.vented),
      excessFor: 0,
      fullSince: null,
    }));
  }

  /**
   * @param at time of the sample by the boots' clock, s
   * @param pressures mmHg, foot first; null = not known
   * @param asked the most that the script may ask of each zone at that time, mmHg; null = not known
   * @returns the first zone that stays too high; null if none does
   */
  feed(at: number, pressures: readonly (number | null)[], asked: readonly number[] | null): Excess | null {
    const passed = this.#lastAt === null ? 0 : at - this.#lastAt;
    const isGap = this.#lastAt === null || passed < 0 || passed > LONGEST_GAP;
    this.#lastAt = at;
    let found: Excess | null = null;
    this.#zones.forEach((own, zone) => {
      if (isGap) startAnew(own);
      // What was asked during a gap is not known.
      const now = isGap ? null : (asked?.[zone] ?? null);
      const most = mostAsked(own, at, now);
      if (now !== 0) own.fullSince = null;
      const measured = pressures[zone] ?? null;
      if (measured === null) return;
      own.excessFor = most > 0 && measured > most + TOLERANCE ? own.excessFor + passed : 0;
      const isFull = now === 0 && measured > rules.empty + GAUGE_ERROR;
      own.fullSince = isFull ? (own.fullSince ?? at) : null;
      const isExcess = own.excessFor > LONGEST_EXCESS;
      if (isExcess || at - (own.fullSince ?? at) > LONGEST_FULL)
        found ??= { zone, asked: mmhg(isExcess ? most : 0), measured: mmhg(measured) };
    });
    return found;
  }
}

function startAnew(own: ZoneAsked): void {
  own.excessFor = 0;
  own.fullSince = null;
  own.held.clear();
  own.vented.clear();
}

/** Takes what is asked now. @returns the most that was asked lately, as long as that counts; Infinity = not known */
function mostAsked({ held, vented }: ZoneAsked, at: number, asked: number | null): number {
  const now = asked ?? Number.POSITIVE_INFINITY;
  for (const window of [held, vented]) {
    window.extend(at, now);
    window.drop(at);
  }
  return (now > 0 ? held.highest : vented.highest) ?? now;
}

/**
 * The most that a script asks of each zone of a leg while the playhead goes from one time to another, mmHg; 0 = the zone is to be empty.
 * A sealed zone keeps what was asked before.
 * @param first the leg's first zone in the keyframes
 */
export function highestAsked(
  keyframes: readonly Keyframe[],
  { from, to }: { readonly from: Milliseconds; readonly to: Milliseconds },
  first: number,
  zones: number,
): number[] {
  const inForce = keyframes.findLast(({ at }) => at <= from)?.at ?? 0;
  const begin = keyframes.findIndex(({ at }) => at >= inForce);
  const asked = Array.from({ length: zones }, () => 0);
  for (let index = Math.max(0, begin); index < keyframes.length; index++) {
    const keyframe = keyframes[index];
    if (!keyframe || keyframe.at > to) break;
    for (let zone = 0; zone < zones; zone++) {
      const target = unsealed(keyframes, index, first + zone);
      if (typeof target === 'number') asked[zone] = Math.max(asked[zone] ?? 0, target);
    }
  }
  return asked;
}

function unsealed(keyframes: readonly Keyframe[], index: number, zone: number): Target {
  for (let before = index; before >= 0; before--) {
    const target = keyframes[before]?.targets[zone] ?? 'vent';
    if (target !== 'seal') return target;
  }
  return 'vent';
}
