/** The words of a problem. */

import type { Problem, SettingNotice } from '../../session/view.ts';

export interface ProblemWords {
  /** "calf, trim": lower case, although the place begins a line. */
  readonly place: string;
  readonly reason: string;
  readonly suggestion: string;
}

/** For each kind of value, a function that makes its words. A language that lacks a kind does not compile. */
export type WordsFor<Value extends { readonly kind: string }, Said> = {
  readonly [Kind in Value['kind']]: (value: Extract<Value, { readonly kind: Kind }>) => Said;
};

export type ProblemSentences = WordsFor<Problem, ProblemWords>;
export type SettingSentences = WordsFor<Exclude<SettingNotice, Problem>, ProblemWords>;
