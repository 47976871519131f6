/** Checks each figure and each text of a program by itself. */

import { type Field, type FigureProblem, isProblem, type ProblemPlace } from '../problem.ts';
import type { ZoneSetting } from '../program.ts';
import { isWithin, type Range, ranges } from '../ranges.ts';

export function figureProblem(place: ProblemPlace, value: number, range: Range): FigureProblem | null {
  if (isWithin(value, range)) return null;
  const found = { kind: 'figure', place, value, range } as const;
  if (!Number.isFinite(value)) return { ...found, wrong: 'notANumber' };
  if (value < range.least) return { ...found, wrong: 'tooLow' };
  return { ...found, wrong: value > range.most ? 'tooHigh' : 'notWhole' };
}

export const fieldProblem = (field: Field, value: number, range: Range): FigureProblem | null =>
  figureProblem({ at: 'field', field }, value, range);

/**
 * Characters that are invisible or change the direction of the text around them: control and format characters, line and paragraph
 * separators, lone surrogates. Joiners (U+200C, U+200D) are allowed, because names in Persian and Hindi need them.
 */
const INVISIBLE_CHARACTER = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/u;

/** A text needs at least one letter, digit or emoji. Characters that browsers do not draw (\p{DI}) do not count. */
const VISIBLE_CHARACTER = /(?!\p{DI})[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** @param most code points that the text may have */
export function textProblem(field: Field, text: string, most: number): FigureProblem | null {
  const length = [...text].length;
  if (!VISIBLE_CHARACTER.test(text) && !INVISIBLE_CHARACTER.test(text)) return { kind: 'textEmpty', field };
  if (length > most) return { kind: 'textTooLong', field, length, most };
  return INVISIBLE_CHARACTER.test(text) ? { kind: 'textUnseen', field } : null;
}

type ZonePlace = Pick<Extract<ProblemPlace, { readonly at: 'zone' }>, 'kept' | 'side' | 'part'>;

export const zoneFigureProblems = (zone: ZonePlace, { trim, boost }: ZoneSetting): readonly FigureProblem[] =>
  [
    figureProblem({ at: 'zone', ...zone, figure: 'trim' }, trim, ranges.trim),
    figureProblem({ at: 'zone', ...zone, figure: 'boost' }, boost.pressure, ranges.boostPressure),
    figureProblem({ at: 'zone', ...zone, figure: 'boostHold' }, boost.hold, ranges.boostHold),
  ].filter(isProblem);
