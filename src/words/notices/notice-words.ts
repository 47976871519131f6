/** What a language says of a notice. */

import type { Problem } from '../../session/view.ts';

export type Urgency = 'news' | 'care' | 'danger';

export interface NoticeWords {
  readonly urgency: Urgency;
  readonly title: string;
  /** What it means and what to do, a sentence or two each. */
  readonly advice: readonly string[];
  /** What is wrong, one by one; shown before the advice. */
  readonly problems?: readonly Problem[];
  /** A fault of the boots stays until a person says that they have read it. */
  readonly answer: 'dismiss' | 'acknowledge' | 'useNewVersion' | 'none';
}

const of =
  (urgency: Urgency, answer: NoticeWords['answer']) =>
  (title: string, ...advice: string[]): NoticeWords => ({ urgency, title, advice, answer });

export const news = of('news', 'dismiss');
export const care = of('care', 'dismiss');
/** It stays until its cause has passed. */
export const danger = of('danger', 'none');
