/** Figures and words of a program, each by itself. */

import type { Problem } from '../problem.ts';
import { isWithin, type Range, rangeWords } from '../ranges.ts';

/** As it is said to a person: at most three digits behind the point. */
export const said = (value: number): string => String(Math.round(value * 1000) / 1000).replace('-', '−');

export function figureProblem(place: string, value: number, range: Range): Problem | null {
  if (isWithin(value, range)) return null;
  const unit = range.unit && ` ${range.unit}`;
  const suggestion = `Choose ${rangeWords(range)}.`;
  if (!Number.isFinite(value)) return { place, reason: 'It is not a number that can be used.', suggestion };
  if (value < range.least) return { place, reason: `${said(value)}${unit} is too little.`, suggestion };
  if (value > range.most) return { place, reason: `${said(value)}${unit} is too much.`, suggestion };
  return { place, reason: `${said(value)} is not a whole number.`, suggestion };
}

/**
 * Characters that are not seen, or that turn what stands around them: control, line and paragraph separators, halves of a pair,
 * format characters. Joiners (U+200C, U+200D) stay: names in Persian or Hindi need them.
 */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/u;

/** What a word is made of: invisible letters and blank signs are none. */
const SEEN = /(?!\p{DI})[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** @param most code points */
export function textProblem(place: string, text: string, most: number): Problem | null {
  const length = [...text].length;
  if (!SEEN.test(text) && !UNSEEN.test(text))
    return { place, reason: 'There is nothing to read in it.', suggestion: 'Write a few words.' };
  if (length > most) {
    return { place, reason: `It has ${length} characters.`, suggestion: `Use ${most} at most.` };
  }
  if (UNSEEN.test(text)) {
    return {
      place,
      reason: 'It has characters in it that cannot be seen or that turn the text around.',
      suggestion: 'Type it anew, in one line.',
    };
  }
  return null;
}

export const isProblem = (problem: Problem | null): problem is Problem => problem !== null;
