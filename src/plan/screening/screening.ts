/**
 * Whether a person may use real boots, by the answers to the screening questions. Answers that forbid boots stay valid. Other answers must
 * be given again when they are too old, from the future, or from before a recent ultramarathon, and when the person asks for it.
 */

import { type Moment, minutesBetween, momentAfter } from '../time/wall-clock.ts';
import { type Contraindication, split, type ToAskAbout } from './questions.ts';

/** How long answers are valid, min. */
export const VALID_FOR = 30 * 24 * 60;
/** Answers given before an ultramarathon do not count for this long after it, min. */
const DUE_AFTER_ULTRA = 7 * 24 * 60;

export interface Screened {
  readonly at: Moment;
  readonly yes: readonly string[];
  /** Whether the person says that a clinician has agreed to the use of boots. */
  readonly clinician: boolean;
}

export type Screening =
  /** `clock`: the time of the answers is in the future. `asked`: the person wants to answer again. */
  | { readonly kind: 'due'; readonly why: 'first' | 'month' | 'ultra' | 'clock' | 'asked' }
  | { readonly kind: 'blocked'; readonly by: readonly Contraindication[] }
  | { readonly kind: 'askFirst'; readonly about: readonly ToAskAbout[] }
  | { readonly kind: 'passed'; readonly until: Moment };

/**
 * @param last the last answers; null = none yet
 * @param ultra when the last ultramarathon ended; null = none is known
 * @param asked whether the person wants to answer again
 */
export function screeningOf(
  last: Screened | null,
  now: Moment,
  ultra: Moment | null = null,
  asked = false,
): Screening {
  if (last === null) return { kind: 'due', why: 'first' };
  const { never, ask } = split(last.yes);
  // Answers that forbid boots do not expire: only new answers replace them.
  if (never.length > 0) return { kind: 'blocked', by: never };
  if (asked) return { kind: 'due', why: 'asked' };
  if (last.at > now) return { kind: 'due', why: 'clock' };
  if (minutesBetween(last.at, now) >= VALID_FOR) return { kind: 'due', why: 'month' };
  if (ultra !== null && last.at < ultra && ultra <= now && minutesBetween(ultra, now) < DUE_AFTER_ULTRA)
    return { kind: 'due', why: 'ultra' };
  if (ask.length > 0 && !last.clinician) return { kind: 'askFirst', about: ask };
  return { kind: 'passed', until: momentAfter(last.at, VALID_FOR) };
}
