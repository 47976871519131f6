/** The words of a problem. */

import type { Problem, SettingNotice } from '../../session/view.ts';

export interface ProblemWords {
  /** Where the problem is: "calf, trim". Lower case, although it begins a line. */
  readonly place: string;
  readonly reason: string;
  /** What the person can do instead. */
  readonly suggestion: string;
}

/** For each kind of value, a function that makes its words. A language that lacks a kind does not compile. */
export type WordsFor<Value extends { readonly kind: string }, Said> = {
  readonly [Kind in Value['kind']]: (value: Extract<Value, { readonly kind: Kind }>) => Said;
};

export type ProblemSentences = WordsFor<Problem, ProblemWords>;
export type SettingSentences = WordsFor<Exclude<SettingNotice, Problem>, ProblemWords>;
