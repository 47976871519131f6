/** What a language says of a problem. */

import type { Problem, SettingNotice } from '../../session/view.ts';

export interface ProblemWords {
  /** Where it is: "calf, trim". In lower case; starts a line. */
  readonly place: string;
  readonly reason: string;
  /** What would work instead. */
  readonly suggestion: string;
}

/** Sentences for each kind of a value. A language that leaves a kind out does not compile. */
export type WordsFor<Value extends { readonly kind: string }, Said> = {
  readonly [Kind in Value['kind']]: (value: Extract<Value, { readonly kind: Kind }>) => Said;
};

export type ProblemSentences = WordsFor<Problem, ProblemWords>;
export type SettingSentences = WordsFor<Exclude<SettingNotice, Problem>, ProblemWords>;
